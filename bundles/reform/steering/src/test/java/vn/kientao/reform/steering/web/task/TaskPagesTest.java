package vn.kientao.reform.steering.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class TaskPagesTest {
    private static final Clock MONDAY = at("2026-11-30");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Province province = new Province();
    private final Database database;

    TaskPagesTest(Database database, Migrations migrations) {
        this.database = database;
        SteeringTables tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        Tasks tasks = new Tasks(database, audit, province, province, tables);
        Programmes programmes = new Programmes(database, province, tables);
        TableFileService files = new TableFileService(
                new SheetService(), new LetterService(new PaperService()), province, database, audit);
        Extensions extensions = new Extensions(database, tasks);
        TaskDoor door = new TaskDoor(tasks, extensions, programmes, province, province, province);
        new TaskPages(door, tasks, programmes, province, province, files).staff(routes);
        new ExtensionPages(door, extensions, province).staff(routes);
    }

    @Test
    void aTaskGoesFromGivingToConfirmation() {
        String code = give("k1", "10/12/2026");
        assertThat(code).isEqualTo("VPUB2-2026-0001");
        assertThat(give("k1", "10/12/2026")).as("the same form once more").isEqualTo(code);
        assertThat(province.told()).extracting(Notice::account).containsExactlyInAnyOrder("head.STP2", "clerk.STP2");
        assertThat(list("STP2", "LEAD").texts("tbody th")).containsExactly(code);
        assertThat(list("SNV2", "COOPERATE").texts("tbody th")).containsExactly(code);
        assertThat(list("P-AX", "LEAD").has(".kt-empty")).isTrue();

        step("STP2", code, "assign", 1, "").call();
        step("STP2", code, "progress", 2, "Đã có dự thảo")
                .with("progress", "40")
                .call();
        step("STP2", code, "report", 3, "Kế hoạch số 12/KH-STP").call();
        assertThat(page("STP2", code).texts(".kt-tags .kt-tag")).containsExactly("Còn 10 ngày", "Chờ xác nhận");
        step("VPUB2", code, "return", 4, "Thiếu phụ lục").call();
        step("STP2", code, "report", 5, "Kế hoạch số 12/KH-STP và phụ lục").call();
        step("VPUB2", code, "confirm", 6, "").call();

        Rendered page = page("STP2", code);
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Hoàn thành đúng hạn", "Hoàn thành");
        assertThat(page.texts(".kt-timeline h3"))
                .containsExactly(
                        "Giao nhiệm vụ",
                        "Giao người phụ trách",
                        "Cập nhật tiến độ",
                        "Báo cáo hoàn thành",
                        "Trả lại để làm tiếp",
                        "Báo cáo hoàn thành",
                        "Xác nhận hoàn thành");
        assertThat(list("STP2", "LEAD").texts(".kt-tile b")).containsExactly("0", "0", "0", "0", "1");
        assertThat(audit.actions())
                .containsExactly(
                        "steering.give-task",
                        "steering.assign-task",
                        "steering.progress-task",
                        "steering.report-task",
                        "steering.return-task",
                        "steering.report-task",
                        "steering.confirm-task");
    }

    @Test
    void whatIsLateIsToldInDaysAndCountedInBothRates() {
        String code = give("k1", "10/12/2026");
        Clock later = at("2026-12-15");

        Rendered late = Rendered.of(
                        routes.call("GET /tasks", in("STP2", "/tasks").at(later)))
                .keepsTheRules();

        assertThat(late.texts("tbody .kt-tag")).containsExactly("Quá hạn 5 ngày");
        assertThat(late.texts(".kt-tile b")).containsExactly("1", "0", "0", "0", "0");
        assertThat(late.text("main .kt-muted, .kt-muted")).contains("Tỷ lệ hoàn thành 0,00 %, tỷ lệ quá hạn 100,00 %");
        step("STP2", code, "report", 1, "Xong").at(later).call();
        step("VPUB2", code, "confirm", 2, "").at(at("2026-12-20")).call();
        assertThat(page("STP2", code).texts(".kt-tags .kt-tag"))
                .as("counted from the day of the report, not of the confirmation")
                .containsExactly("Hoàn thành chậm 5 ngày", "Hoàn thành");
    }

    @Test
    void aParentIsDoneWhenItsPartsAre() {
        String parent = give("k1", "10/12/2026");
        String one = code(routes.call(
                "POST /tasks/new",
                form("k2", "5/12/2026")
                        .in("STP2")
                        .may(SteeringPermissions.READ, SteeringPermissions.GIVE)
                        .withField("lead", "P-AX")
                        .withField("parent", parent)));
        step("P-AX", one, "report", 1, "Xong phần một").call();
        step("STP2", one, "confirm", 2, "").call();

        assertThat(page("STP2", parent).texts(".kt-tags .kt-tag")).containsExactly("Hoàn thành đúng hạn", "Hoàn thành");
    }

    @Test
    void nobodyTakesAStepThatIsAnothersOrFromAVersionThatWasChanged() {
        String code = give("k1", "10/12/2026");

        assertThatThrownBy(() -> step("STP2", code, "confirm", 1, "x").call()).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> step("SNV2", code, "progress", 1, "x").call()).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> page("P-AX", code)).isInstanceOf(ProblemException.class);
        step("STP2", code, "progress", 1, "Một").with("progress", "10").call();
        Reply stale =
                step("STP2", code, "progress", 1, "Hai").with("progress", "20").reply();
        assertThat(((Reply.View) stale).status()).isEqualTo(422);
        assertThat(Rendered.of(stale).texts(".kt-errors li"))
                .containsExactly("Người khác vừa thay đổi nhiệm vụ này. Xem lại tình trạng rồi làm tiếp.");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply reply = routes.call(
                "POST /tasks/new",
                form("k1", "31/2/2027")
                        .withField("title", "")
                        .withField("area", "weather")
                        .withField("lead", "VPUB")
                        .withField("budget", "nhiều"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors li"))
                .containsExactly(
                        "Chưa nhập; cần điền chỗ này",
                        "Chọn một lĩnh vực trong danh sách",
                        "Không có cơ quan “VPUB” đang hoạt động",
                        "“nhiều” không phải số tiền; nhập số đồng, ví dụ 15.000.000",
                        "“31/2/2027” không phải ngày; nhập ngày/tháng/năm, ví dụ 09/02/2026");
        assertThat(list("VPUB2", "GIVE").has(".kt-empty")).isTrue();
    }

    @Test
    void theLeadAsksForMoreTimeAndTheGiverDecidesWhileTheFirstTermIsKept() {
        String code = give("k1", "10/12/2026");

        ask(code, 1, "20/12/2026", MONDAY).call();
        assertThat(Rendered.of(routes.call("GET /extensions", in("VPUB2", "/extensions")))
                        .keepsTheRules()
                        .texts("tbody td"))
                .containsExactly("Cơ quan STP2", "10/12/2026", "20/12/2026", "Chờ số liệu của các xã");
        assertThat(Rendered.of(routes.call("GET /extensions", in("STP2", "/extensions")))
                        .has(".kt-empty"))
                .isTrue();
        assertThat(ask(code, 2, "21/12/2026", MONDAY).mistakes())
                .containsExactly("Đã có đề nghị gia hạn đang chờ quyết định");

        decide(code, 2, "grant", "18/12/2026").call();

        Rendered page = page("STP2", code);
        assertThat(page.text(".kt-summary")).contains("18/12/2026 Hạn ban đầu 10/12/2026");
        assertThat(page.texts(".kt-tasks .kt-tag")).containsExactly("Đồng ý");
        assertThat(page.texts(".kt-timeline h3")).containsExactly("Giao nhiệm vụ", "Đề nghị gia hạn", "Đồng ý gia hạn");
        assertThat(province.told()).extracting(one -> one.text().vi()).contains("Nhiệm vụ " + code + " được gia hạn");

        ask(code, 3, "30/12/2026", at("2026-12-17")).call();
        decide(code, 4, "refuse", "").call();
        assertThat(page("STP2", code).texts(".kt-tasks .kt-tag")).containsExactly("Đồng ý", "Không đồng ý");
        assertThat(page("STP2", code).text(".kt-summary")).contains("18/12/2026 Hạn ban đầu 10/12/2026");
        assertThat(audit.actions())
                .containsExactly(
                        "steering.give-task",
                        "steering.ask-extension",
                        "steering.decide-extension",
                        "steering.ask-extension",
                        "steering.decide-extension");
    }

    @Test
    void nobodyAsksForMoreTimeAfterTheTermUnlessTheProvinceSaysSo() {
        String code = give("k1", "10/12/2026");
        Clock late = at("2026-12-11");

        assertThat(ask(code, 1, "20/12/2026", late).mistakes())
                .containsExactly("Nhiệm vụ đã quá hạn; phải đề nghị gia hạn trước khi hết hạn");
        database.write(handle -> handle.execute(
                "UPDATE steering.setting SET setting_value = '1' WHERE name = 'task.extension-after-term'"));
        assertThat(ask(code, 1, "9/12/2026", late).mistakes())
                .containsExactly("09/12/2026 không được; cần ngày sau 10/12/2026");
        ask(code, 1, "20/12/2026", late).call();
        assertThatThrownBy(() -> new Call(extension("SNV2", code, 2, late), ASK).call())
                .as("who only helps")
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> decide(code, 2, "grant", "25/12/2026", "STP2").call())
                .as("the lead itself")
                .isInstanceOf(ProblemException.class);
    }

    private static final String ASK = "POST /tasks/{code}/extensions";

    private Call ask(String code, long version, String wanted, Clock when) {
        return new Call(extension("STP2", code, version, when).withField("wanted", wanted), ASK);
    }

    private static FakeRequest extension(String agency, String code, long version, Clock when) {
        return FakeRequest.post("steering", "/tasks/" + code + "/extensions")
                .in(agency)
                .may(SteeringPermissions.READ, SteeringPermissions.GIVE, SteeringPermissions.WORK)
                .at(when)
                .withPathValue("code", code)
                .withField("version", "" + version)
                .withField("reason", "Chờ số liệu của các xã");
    }

    private Call decide(String code, long version, String decision, String day) {
        return decide(code, version, decision, day, "VPUB2");
    }

    private Call decide(String code, long version, String decision, String day, String agency) {
        String id = ""
                + database.read(handle -> handle.createQuery("SELECT MAX(id) FROM steering.task_extension")
                        .mapTo(Long.class)
                        .one());
        return new Call(
                extension(agency, code, version, MONDAY)
                        .withPathValue("id", id)
                        .withField("decision", decision)
                        .withField("day", day)
                        .withField("answer", "Theo đề nghị của cơ quan"),
                "POST /tasks/{code}/extensions/{id}");
    }

    private String give(String key, String due) {
        return code(routes.call("POST /tasks/new", form(key, due)));
    }

    private static String code(Reply reply) {
        String address = ((Reply.Redirect) reply).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static FakeRequest form(String key, String due) {
        return FakeRequest.post("steering", "/tasks/new")
                .in("VPUB2")
                .may(SteeringPermissions.READ, SteeringPermissions.GIVE)
                .at(MONDAY)
                .withField("_once", key)
                .withField("title", "Xây dựng kế hoạch kiểm tra văn bản")
                .withField("product", "Kế hoạch")
                .withField("area", "institutions")
                .withField("lead", "STP2")
                .withField("term", "DATED")
                .withField("due", due)
                .withField("COOPERATE", "SNV2");
    }

    private Rendered list(String agency, String part) {
        return Rendered.of(routes.call("GET /tasks", in(agency, "/tasks").withQuery("part", part)))
                .keepsTheRules();
    }

    private Rendered page(String agency, String code) {
        return Rendered.of(routes.call(
                        "GET /tasks/{code}", in(agency, "/tasks/" + code).withPathValue("code", code)))
                .keepsTheRules();
    }

    private static FakeRequest in(String agency, String path) {
        return FakeRequest.get("steering", path)
                .in(agency)
                .may(SteeringPermissions.READ, SteeringPermissions.GIVE, SteeringPermissions.WORK)
                .at(MONDAY);
    }

    private Call step(String agency, String code, String action, long version, String note) {
        FakeRequest request = FakeRequest.post("steering", "/tasks/" + code + "/" + action)
                .in(agency)
                .may(SteeringPermissions.READ, SteeringPermissions.GIVE, SteeringPermissions.WORK)
                .at(MONDAY)
                .withPathValue("code", code)
                .withPathValue("action", action)
                .withField("version", "" + version)
                .withField("note", note)
                .withField("account", "clerk." + agency);
        return new Call(request, "POST /tasks/{code}/{action}");
    }

    /** A step about to be taken. */
    private final class Call {
        private final FakeRequest request;
        private final String route;

        Call(FakeRequest request, String route) {
            this.request = request;
            this.route = route;
        }

        /** What is wrong with it. */
        List<String> mistakes() {
            return Rendered.of(reply()).keepsTheRules().texts(".kt-errors li");
        }

        Call with(String field, String value) {
            request.withField(field, value);
            return this;
        }

        Call at(Clock clock) {
            request.at(clock);
            return this;
        }

        Reply reply() {
            return routes.call(route, request);
        }

        void call() {
            assertThat(reply()).isInstanceOf(Reply.Redirect.class);
        }
    }

    private static Clock at(String day) {
        return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneOffset.UTC);
    }
}
