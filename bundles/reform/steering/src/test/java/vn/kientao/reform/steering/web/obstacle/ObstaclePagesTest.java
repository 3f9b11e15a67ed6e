package vn.kientao.reform.steering.web.obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.obstacle.ObstacleBench;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class ObstaclePagesTest {
    private static final Clock MONDAY = ObstacleBench.noon("2026-11-30");
    private static final Permission[] ALL = {
        SteeringPermissions.READ, SteeringPermissions.RAISE, SteeringPermissions.ANSWER, SteeringPermissions.GIVE
    };

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final RecordedRoutes openApi = new RecordedRoutes();
    private final ObstacleBench bench;

    ObstaclePagesTest(Database database, Migrations migrations) {
        bench = new ObstacleBench(database, migrations);
        TableFileService files = new TableFileService(
                new SheetService(), new LetterService(new PaperService()), bench.province, database, bench.audit);
        new ObstaclePages(bench.obstacles, bench.desk, bench.programmes, bench.province, files).staff(staff);
        new ObstacleStepPages(
                        bench.obstacles,
                        bench.desk,
                        bench.receivers,
                        bench.programmes,
                        bench.province,
                        bench.province,
                        bench.files)
                .staff(staff);
        OpenAnswerPages answers = new OpenAnswerPages(bench.obstacles, bench.programmes, bench.province);
        answers.open(open);
        answers.openApi(openApi);
        new ObstacleApi(bench.obstacles, bench.desk, bench.receivers, bench.programmes).api(api);
    }

    @Test
    void anObstacleGoesFromRaisingToThePublishedAnswer() {
        String code = raise("k1");
        assertThat(code).isEqualTo("P-AX-VM-2026-0001");
        assertThat(raise("k1")).as("the same form once more").isEqualTo(code);
        assertThat(list("STP2", "HOLDER").texts("tbody th")).containsExactly(code);
        assertThat(list("P-AX", "RAISER").texts("tbody th")).containsExactly(code);
        assertThat(list("SNV2", "BOTH").has(".kt-empty")).isTrue();

        took(step("STP2", code, "classify", 1).withField("urgency", "ORDINARY").withField("cause", "LAW"));
        took(step("STP2", code, "route", 2).withField("to", "VPUB2"));
        took(step("VPUB2", code, "draft", 3).withField("note", "Thực hiện theo công văn 12"));
        assertThat(page("P-AX", code).document().text())
                .as("a draft is not shown to who asked")
                .doesNotContain("công văn 12");
        took(step("VPUB2", code, "answer", 4));
        assertThat(page("P-AX", code).document().text()).contains("Thực hiện theo công văn 12");
        assertThat(opened("/answers").has(".kt-empty"))
                .as("internal until published")
                .isTrue();
        took(step("VPUB2", code, "publish", 5)
                .withField("publicTitle", "Liên thông kết quả")
                .withField("publicQuestion", "Kết quả giấy có dùng được không?")
                .withField("publicAnswer", "Dùng được."));
        took(step("P-AX", code, "satisfy", 6));

        Rendered page = page("P-AX", code);
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Hài lòng", "Đúng hạn", "Đã công khai");
        assertThat(page.texts(".kt-timeline h3"))
                .containsExactly(
                        "Nêu vấn đề",
                        "Phân loại",
                        "Chuyển cơ quan có thẩm quyền",
                        "Dự thảo trả lời",
                        "Trả lời",
                        "Công khai trả lời",
                        "Hài lòng");
        Rendered answer = Rendered.of(open.call(
                        "GET /answers/{code}",
                        FakeRequest.get("steering", "/answers/" + code).withPathValue("code", code)))
                .keepsTheRules();
        assertThat(answer.text("h1")).isEqualTo("Liên thông kết quả");
        assertThat(answer.document().text()).doesNotContain("công văn 12").doesNotContain("liên thông điện tử");
        assertThat(opened("/answers").texts(".kt-result h2")).containsExactly("Liên thông kết quả");
        ObstacleJson.Answers json = (ObstacleJson.Answers)
                ((Reply.Json) openApi.call("GET /answers", FakeRequest.get("steering", "/answers"))).value();
        assertThat(json.answers()).extracting(ObstacleJson.Open::answer).containsExactly("Dùng được.");
        assertThat(bench.audit.actions())
                .containsExactly(
                        "steering.raise-obstacle",
                        "steering.classify-obstacle",
                        "steering.route-obstacle",
                        "steering.draft-obstacle",
                        "steering.answer-obstacle",
                        "steering.publish-obstacle",
                        "steering.satisfy-obstacle");
    }

    @Test
    void theTilesAndTheClockSayWhatIsLate() {
        String code = raise("k1");
        Clock friday = ObstacleBench.noon("2026-12-04");

        Rendered late = Rendered.of(staff.call(
                        "GET /obstacles",
                        in("STP2", "/obstacles").withQuery("late", "1").at(friday)))
                .keepsTheRules();

        assertThat(late.texts(".kt-tile b")).containsExactly("1", "1", "1", "0", "0");
        assertThat(late.texts("tbody .kt-tag-late")).containsExactly("Quá hạn 2 ngày");
        assertThat(late.one(".kt-tile").attr("href")).contains("late=1");
        assertThat(page("STP2", code).texts(".kt-tags .kt-tag")).containsExactly("Mới nêu", "Còn 2 ngày");
    }

    @Test
    void theRollUpCountsAndEachNumberOpensItsList() {
        raise("k1");
        raise("k2");

        Rendered summary = Rendered.of(staff.call("GET /obstacles/summary", in("P-AX", "/obstacles/summary")))
                .keepsTheRules();

        assertThat(summary.text("#rules + thead + tbody th")).isEqualTo("Điều 12, Nghị định 61/2018/NĐ-CP");
        assertThat(summary.texts("#rules + thead + tbody a")).startsWith("2", "2", "0");
        assertThat(summary.one("#rules + thead + tbody a").attr("href"))
                .contains("document=Ngh%E1%BB%8B+%C4%91%E1%BB%8Bnh+61%2F2018%2FN%C4%90-CP")
                .contains("span=ALL");
        assertThat(summary.has("svg.kt-chart")).isTrue();
        Rendered list = Rendered.of(staff.call(
                "GET /obstacles",
                in("P-AX", "/obstacles")
                        .withQuery("document", "Nghị định 61/2018/NĐ-CP")
                        .withQuery("article", "Điều 12")
                        .withQuery("span", "ALL")));
        assertThat(list.texts("tbody th")).hasSize(2);
    }

    @Test
    void aTaskAndAProposalComeOfAnObstacle() {
        String code = raise("k1");
        took(step("STP2", code, "classify", 1).withField("urgency", "COMPLEX").withField("cause", "LAW"));
        took(step("STP2", code, "task", 2)
                .withField("to", "SNV2")
                .withField("product", "Dự thảo quyết định")
                .withField("due", "20/12/2026"));
        took(step("STP2", code, "rule-change", 3)
                .withField("to", "Chính phủ")
                .withField("note", "Bỏ yêu cầu nộp bản giấy"));
        took(step("STP2", code, "send-outside", 4)
                .withField("to", "Bộ Tư pháp")
                .withField("letter", "12/STP ngày 30/11/2026"));

        Rendered page = page("P-AX", code);
        assertThat(page.texts(".kt-tasks .kt-task"))
                .satisfiesExactly(
                        task -> assertThat(task).contains("Nhiệm vụ STP2-2026-0001"),
                        proposal ->
                                assertThat(proposal).contains("gửi Chính phủ").contains("Bỏ yêu cầu nộp bản giấy"));
        assertThat(page.document().text()).contains("Bộ Tư pháp, văn bản 12/STP ngày 30/11/2026");
        assertThat(bench.tasks.find("STP2-2026-0001").orElseThrow().task().lead())
                .isEqualTo("SNV2");
        assertThat(bench.audit.actions()).contains("steering.give-task", "steering.task-obstacle");
    }

    @Test
    void anotherAgencyFindsNothingAndNobodyTakesAnothersStep() {
        String code = raise("k1");

        assertThatThrownBy(() -> page("SNV2", code))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> reply(step("SNV2", code, "classify", 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> reply(step("P-AX", code, "classify", 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThatThrownBy(() -> open.call(
                        "GET /answers/{code}",
                        FakeRequest.get("steering", "/answers/" + code).withPathValue("code", code)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply reply = staff.call(
                "POST /obstacles/new",
                FakeRequest.post("steering", "/obstacles/new")
                        .in("P-AX")
                        .may(ALL)
                        .at(MONDAY)
                        .withField("kind", "RULE")
                        .withField("cause", "weather")
                        .withField("area", "weather")
                        .withField("ruleArticle", "Điều 1"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors a"))
                .containsExactly(
                        "Chưa nhập; cần điền chỗ này",
                        "Chưa nhập; cần điền chỗ này",
                        "Chọn nguyên nhân",
                        "Chọn một lĩnh vực trong danh sách",
                        "Chưa nhập; cần điền chỗ này");
        String code = raise("k1");
        Rendered step = Rendered.of(reply(step("STP2", code, "classify", 7))).keepsTheRules();
        assertThat(step.texts(".kt-errors a"))
                .containsExactly(
                        "Người khác vừa thay đổi vấn đề này. Xem lại rồi làm tiếp.",
                        "Chọn phân loại: khẩn, thông thường hay phức tạp",
                        "Chọn nguyên nhân");
        assertThat(step.one("details[open] form").attr("action")).endsWith("/steps/classify");
    }

    @Test
    void aFileStaysWithTheObstacleAndIsHandedToItsAgenciesOnly() throws IOException {
        String code = raise("k1");
        FakeRequest add = FakeRequest.post("steering", "/obstacles/" + code + "/files")
                .in("P-AX")
                .may(ALL)
                .at(MONDAY)
                .withPathValue("code", code)
                .withFile("file", FakeUpload.text("cong-van.txt", "Nội dung"));
        assertThat(staff.call("POST /obstacles/{code}/files", add)).isInstanceOf(Reply.Redirect.class);
        staff.call("POST /obstacles/{code}/files", add);

        String link = page("STP2", code).one("a[href*=/files/]").attr("href");
        String id = link.substring(link.lastIndexOf('/') + 1);
        assertThat(page("STP2", code).texts("a[href*=/files/]"))
                .as("the same file once")
                .hasSize(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) file("STP2", code, id)).content().writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Nội dung");
        assertThatThrownBy(() -> file("SNV2", code, id)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> file("STP2", code, "99")).isInstanceOf(ProblemException.class);
    }

    private Reply file(String agency, String code, String id) {
        return staff.call(
                "GET /obstacles/{code}/files/{file}",
                in(agency, "/obstacles/" + code + "/files/" + id)
                        .withPathValue("code", code)
                        .withPathValue("file", id));
    }

    @Test
    void programsRaiseAndTakeStepsOfTheVersionTheyHaveSeen() {
        FakeRequest raise = FakeRequest.post("steering", "/obstacles")
                .in("P-AX")
                .may(ALL)
                .at(MONDAY)
                .withJson(new ObstacleJson.New(
                        "Thiếu phần mềm", "Nội dung", "OBSTACLE", "TECHNOLOGY", null, null, "e-government"));
        Reply.Json made = (Reply.Json) api.call("POST /obstacles", raise);
        ObstacleJson one = (ObstacleJson) made.value();
        assertThat(made.status()).isEqualTo(201);
        assertThat(one.holder()).isEqualTo("SKHCN2");

        ObstacleJson.Step classify = new ObstacleJson.Step(
                "classify", null, "URGENT", "TECHNOLOGY", null, null, null, null, null, null, null);
        ObstacleJson next = (ObstacleJson) ((Reply.Json) program(one.code(), classify, "\"1\"")).value();
        assertThat(next.state()).isEqualTo("CLASSIFIED");
        assertThatThrownBy(() -> program(one.code(), classify, "\"1\""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        ObstacleJson.Listing listing =
                (ObstacleJson.Listing) ((Reply.Json) api.call("GET /obstacles", in("SKHCN2", "/obstacles"))).value();
        assertThat(listing.obstacles()).extracting(ObstacleJson.Row::code).containsExactly(one.code());
        assertThatThrownBy(() -> api.call(
                        "POST /obstacles",
                        FakeRequest.post("steering", "/obstacles")
                                .in("P-AX")
                                .may(ALL)
                                .at(MONDAY)
                                .withJson(new ObstacleJson.New(null, null, null, null, null, null, null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields()).hasSize(5));
    }

    private Reply program(String code, ObstacleJson.Step step, String version) {
        return api.call(
                "POST /obstacles/{code}/steps",
                FakeRequest.post("steering", "/obstacles/" + code + "/steps")
                        .in("SKHCN2")
                        .may(ALL)
                        .at(MONDAY)
                        .withPathValue("code", code)
                        .withHeader("If-Match", version)
                        .withJson(step));
    }

    @Test
    void theListIsToBeHadAsAFile() throws IOException {
        raise("k1");
        Reply.Download csv = (Reply.Download) staff.call("GET /obstacles.csv", in("P-AX", "/obstacles.csv"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        csv.content().writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("P-AX-VM-2026-0001")
                .contains("Nghị định 61/2018/NĐ-CP");
    }

    @Test
    void everyPageIsThereInEnglish() {
        raise("k1");
        for (String path : new String[] {"/obstacles", "/obstacles/summary", "/obstacles/new"}) {
            Rendered page = Rendered.of(
                            staff.call("GET " + path, in("P-AX", path).inEnglish()))
                    .keepsTheRules();
            assertThat(page.document().text())
                    .containsAnyOf("bstacle", "Whole province", "By cause")
                    .doesNotContain("obstacle.");
        }
    }

    private String raise(String key) {
        Reply reply = staff.call(
                "POST /obstacles/new",
                FakeRequest.post("steering", "/obstacles/new")
                        .in("P-AX")
                        .may(ALL)
                        .at(MONDAY)
                        .withField("_once", key)
                        .withField("kind", "RULE")
                        .withField("title", "Phải nộp bản giấy")
                        .withField("content", "Hệ thống đã liên thông điện tử nhưng vẫn đòi bản giấy.")
                        .withField("cause", "LAW")
                        .withField("area", "institutions")
                        .withField("ruleDocument", "Nghị định 61/2018/NĐ-CP")
                        .withField("ruleArticle", "Điều 12"));
        String address = ((Reply.Redirect) reply).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Rendered list(String agency, String side) {
        return Rendered.of(staff.call("GET /obstacles", in(agency, "/obstacles").withQuery("side", side)))
                .keepsTheRules();
    }

    private Rendered page(String agency, String code) {
        return Rendered.of(staff.call(
                        "GET /obstacles/{code}",
                        in(agency, "/obstacles/" + code).withPathValue("code", code)))
                .keepsTheRules();
    }

    private Rendered opened(String path) {
        return Rendered.of(open.call(
                        "GET " + path, FakeRequest.get("steering", path).at(MONDAY)))
                .keepsTheRules();
    }

    private static FakeRequest in(String agency, String path) {
        return FakeRequest.get("steering", path).in(agency).may(ALL).at(MONDAY);
    }

    private static FakeRequest step(String agency, String code, String action, long version) {
        return FakeRequest.post("steering", "/obstacles/" + code + "/steps/" + action)
                .in(agency)
                .may(ALL)
                .at(MONDAY)
                .withPathValue("code", code)
                .withPathValue("action", action)
                .withField("version", "" + version);
    }

    private Reply reply(FakeRequest request) {
        return staff.call("POST /obstacles/{code}/steps/{action}", request);
    }

    private void took(FakeRequest request) {
        assertThat(reply(request)).isInstanceOf(Reply.Redirect.class);
    }
}
