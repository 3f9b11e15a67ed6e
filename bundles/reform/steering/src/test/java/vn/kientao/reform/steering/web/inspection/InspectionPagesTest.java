package vn.kientao.reform.steering.web.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
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
import vn.kientao.reform.steering.app.inspection.InspectionBench;
import vn.kientao.reform.steering.app.report.ReportBench;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class InspectionPagesTest {
    private static final Clock DAY = ReportBench.noon("2026-03-16");
    private static final String CODE = "VPUB2-KT-2026-0001";
    private static final Permission[] UNIT = {SteeringPermissions.READ, SteeringPermissions.WORK};
    private static final Permission[] INSPECTOR = {
        SteeringPermissions.READ, SteeringPermissions.INSPECT, SteeringPermissions.PROVINCE
    };

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final InspectionBench bench;

    InspectionPagesTest(Database database, Migrations migrations) {
        bench = new InspectionBench(database, migrations);
        LetterService letters = new LetterService(new PaperService());
        TableFileService tables =
                new TableFileService(new SheetService(), letters, bench.province, database, bench.audit);
        new InspectionPages(bench.inspections, bench.desk, bench.province, tables).staff(staff);
        new VisitPages(
                        bench.inspections,
                        bench.desk,
                        bench.letter,
                        letters,
                        bench.programmes,
                        bench.province,
                        bench.province,
                        bench.files)
                .staff(staff);
        new InspectionApi(bench.inspections, bench.desk, bench.programmes).api(api);
        new InspectionPlanApi(bench.inspections, bench.desk, bench.province).api(api);
    }

    @Test
    void anInspectionGoesFromThePlanToTheAcceptedRemedy() throws IOException {
        planned();
        assertThat(list("VPUB2", INSPECTOR).text(".kt-tiles")).contains("16%").contains("1 trong 6 cơ quan");
        took(step("STP2", UNIT, "self-report", 1).withField("note", "Đã tự kiểm tra các quy trình."));
        took(step("VPUB2", INSPECTOR, "visit", 2));
        took(find(3));
        assertThat(page("STP2", UNIT).document().text()).doesNotContain("Niêm yết thiếu");
        took(step("VPUB2", INSPECTOR, "notice", 4)
                .withField("note", "Cần chấn chỉnh.")
                .withField("number", "5")
                .withField("symbol", "TB-VPUB")
                .withField("day", "16/03/2026"));

        Rendered unit = page("STP2", UNIT);
        assertThat(unit.document().text())
                .contains("Niêm yết thiếu")
                .contains("Điều 15 Nghị định 61/2018/NĐ-CP")
                .contains("Mã tiêu chí chấm điểm: 3.2.1")
                .contains("05/TB-VPUB, 16/03/2026")
                .contains("31/03/2026");
        Finding found =
                bench.inspections.find(CODE, "VPUB2").orElseThrow().findings().get(0);
        Rendered early = Rendered.of(reply(step("STP2", UNIT, "report", 5))).keepsTheRules();
        assertThat(early.texts(".kt-errors a")).containsExactly("Còn 1 điểm chưa ghi đã khắc phục thế nào");
        took(step("STP2", UNIT, "remedy", 5)
                .withField("finding", "" + found.id())
                .withField("note", "Đã niêm yết đủ"));
        took(evidence("STP2", UNIT));
        took(step("STP2", UNIT, "report", 6));
        assertThat(list("VPUB2", INSPECTOR).text("tbody")).contains("Đã báo cáo khắc phục");
        took(step("VPUB2", INSPECTOR, "accept", 7));
        assertThat(page("STP2", UNIT).text(".kt-tags")).isEqualTo("Đã kết thúc");
        assertThat(new String(file("pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(new String(file("docx"), StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(bench.audit.actions())
                .contains(
                        "steering.plan-inspections",
                        "steering.plan-inspection",
                        "steering.find-inspection",
                        "steering.accept-inspection");
    }

    private byte[] file(String kind) throws IOException {
        return content(staff.call(
                "GET /inspections/{code}/" + kind,
                in("STP2", UNIT, "/inspections/" + CODE + "/" + kind).withPathValue("code", CODE)));
    }

    private static byte[] content(Reply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) reply).content().writeTo(out);
        return out.toByteArray();
    }

    private void planned() {
        took(
                FakeRequest.post("steering", "/inspections/plan")
                        .in("VPUB2")
                        .may(INSPECTOR)
                        .at(DAY)
                        .withField("year", "2026")
                        .withField("version", "0")
                        .withField("symbol", "10/KH-UBND")
                        .withField("content", "Kiểm tra toàn diện")
                        .withField("share", "30"),
                "POST /inspections/plan");
        took(
                FakeRequest.post("steering", "/inspections/new")
                        .in("VPUB2")
                        .may(INSPECTOR)
                        .at(DAY)
                        .withField("unit", "STP2")
                        .withField("on", "16/03/2026")
                        .withField("team", "Phó Chánh Văn phòng")
                        .withField("content", "Thủ tục hành chính"),
                "POST /inspections/new");
    }

    private static FakeRequest find(long version) {
        return step("VPUB2", INSPECTOR, "find", version)
                .withField("kind", "SHORTCOMING")
                .withField("area", "procedures")
                .withField("words", "Niêm yết thiếu")
                .withField("ground", "Điều 15 Nghị định 61/2018/NĐ-CP")
                .withField("criterion", "3.2.1");
    }

    @Test
    void eachSideTakesItsOwnStepsAndOthersFindNothing() {
        planned();
        assertThat(page("STP2", UNIT).texts("aside summary")).containsExactly("Gửi báo cáo tự kiểm tra");
        assertThat(page("VPUB2", INSPECTOR).texts("aside summary"))
                .containsExactly("Ghi nhận đã kiểm tra", "Hủy cuộc kiểm tra");
        assertThatThrownBy(() -> reply(step("STP2", UNIT, "visit", 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThatThrownBy(() -> page("SNV2", UNIT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThat(list("SNV2", UNIT).has(".kt-empty")).isTrue();
        assertThatThrownBy(() -> file("pdf"))
                .as("no conclusion yet")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply visit = staff.call(
                "POST /inspections/new",
                FakeRequest.post("steering", "/inspections/new")
                        .in("VPUB2")
                        .may(INSPECTOR)
                        .at(DAY)
                        .withField("unit", "VPUB2")
                        .withField("on", "16/03/2026"));
        assertThat(Rendered.of(visit).keepsTheRules().texts(".kt-errors a"))
                .contains("Chưa có kế hoạch kiểm tra năm 2026; lập kế hoạch trước")
                .hasSize(4);
        planned();
        took(step("VPUB2", INSPECTOR, "visit", 1));
        Rendered finding = Rendered.of(reply(step("VPUB2", INSPECTOR, "find", 9).withField("kind", "VIOLATION")))
                .keepsTheRules();
        assertThat(finding.texts(".kt-errors a")).hasSize(4);
        assertThat(bench.inspections.find(CODE, "VPUB2").orElseThrow().findings())
                .isEmpty();
    }

    @Test
    void theListIsNarrowedByTheAddressAndToBeHadAsAFile() throws IOException {
        bench.plan(2026);
        Visit overdue = bench.noticed("STP2");
        bench.visit("SNV2", "2026-05-10");
        Clock april = ReportBench.noon("2026-04-06");

        Rendered late = Rendered.of(staff.call(
                        "GET /inspections",
                        in("VPUB2", INSPECTOR, "/inspections").at(april).withQuery("overdue", "1")))
                .keepsTheRules();
        assertThat(late.texts("tbody th")).containsExactly(overdue.code());
        Rendered words = Rendered.of(staff.call(
                        "GET /inspections",
                        in("VPUB2", INSPECTOR, "/inspections").withQuery("q", "co quan snv2")))
                .keepsTheRules();
        assertThat(words.texts("tbody th")).containsExactly("VPUB2-KT-2026-0002");
        assertThat(new String(
                        content(staff.call("GET /inspections.csv", in("STP2", UNIT, "/inspections.csv"))),
                        StandardCharsets.UTF_8))
                .contains("05/TB-VPUB")
                .doesNotContain("0002");
    }

    @Test
    void programsTakeStepsOfTheVersionTheyHaveSeen() {
        planned();
        VisitJson.Step say = new VisitJson.Step(
                "self-report", "Đã tự kiểm tra", null, null, null, null, null, null, null, null, null);
        VisitJson next = (VisitJson) ((Reply.Json) program(say, "\"1\"")).value();
        assertThat(next.selfReport()).isEqualTo("Đã tự kiểm tra");
        assertThatThrownBy(() -> program(say, "\"1\""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        VisitJson.Listing listing = (VisitJson.Listing)
                ((Reply.Json) api.call("GET /inspections", in("STP2", UNIT, "/inspections"))).value();
        assertThat(listing.visits()).extracting(VisitJson.Row::code).containsExactly(CODE);
    }

    @Test
    void programsMakeThePlanOfAYearChangeItAndPutAVisitIntoIt() {
        InspectionPlanJson.NewVisit visit = new InspectionPlanJson.NewVisit(
                "STP2", LocalDate.of(2026, 3, 16), "Phó Chánh Văn phòng", "Thủ tục hành chính");
        refused(
                422,
                () -> api.call("POST /inspections", program("/inspections", "").withJson(visit)));
        InspectionPlanJson made = plan(api.call(
                "POST /inspection-plans",
                program("/inspection-plans", "")
                        .withJson(new InspectionPlanJson.Words(
                                2026, "10/KH-UBND", LocalDate.of(2026, 1, 15), "Kiểm tra toàn diện", 30))));
        assertThat(made.version()).isEqualTo(1);
        assertThat(made.enough()).isFalse();
        refused(
                409,
                () -> api.call(
                        "POST /inspection-plans",
                        program("/inspection-plans", "")
                                .withJson(new InspectionPlanJson.Words(2026, null, null, "Lần nữa", 30))));
        refused(
                422,
                () -> api.call(
                        "POST /inspection-plans",
                        program("/inspection-plans", "")
                                .withJson(new InspectionPlanJson.Words(null, null, null, null, 200))));

        assertThat(plan(change("\"1\"", 15)).wantedShare()).isEqualTo(15);
        refused(412, () -> change("\"1\"", 20));
        for (int time = 0; time < 2; time++) {
            VisitJson planned = (VisitJson) ((Reply.Json) api.call(
                            "POST /inspections",
                            program("/inspections", "")
                                    .withHeader("Idempotency-Key", "k")
                                    .withJson(visit)))
                    .value();
            assertThat(planned.code()).as("the same key once").isEqualTo(CODE);
        }
        InspectionPlanJson shown = plan(api.call(
                "GET /inspection-plans/{year}",
                program("/inspection-plans/2026", "").withPathValue("year", "2026")));
        assertThat(shown.covered()).isEqualTo(1);
        assertThat(shown.enough()).isTrue();
        assertThat(((InspectionPlanJson.Listing)
                                ((Reply.Json) api.call("GET /inspection-plans", program("/inspection-plans", "")))
                                        .value())
                        .plans())
                .extracting(InspectionPlanJson.Row::year)
                .containsExactly(2026);
        refused(
                404,
                () -> api.call(
                        "GET /inspection-plans/{year}",
                        program("/inspection-plans/2030", "").withPathValue("year", "2030")));
        assertThat(bench.audit.actions()).contains("steering.plan-inspections", "steering.plan-inspection");
    }

    private Reply change(String version, int share) {
        return api.call(
                "PUT /inspection-plans/{year}",
                program("/inspection-plans/2026", version)
                        .withPathValue("year", "2026")
                        .withJson(new InspectionPlanJson.Words(null, "11/KH-UBND", null, "Thu hẹp", share)));
    }

    private static FakeRequest program(String path, String version) {
        FakeRequest request =
                FakeRequest.post("steering", path).in("VPUB2").may(INSPECTOR).at(DAY);
        return version.isEmpty() ? request : request.withHeader("If-Match", version);
    }

    private static InspectionPlanJson plan(Reply reply) {
        return (InspectionPlanJson) ((Reply.Json) reply).value();
    }

    private static void refused(int status, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }

    private Reply program(VisitJson.Step step, String version) {
        return api.call(
                "POST /inspections/{code}/steps",
                FakeRequest.post("steering", "/inspections/" + CODE + "/steps")
                        .in("STP2")
                        .may(UNIT)
                        .at(DAY)
                        .withPathValue("code", CODE)
                        .withHeader("If-Match", version)
                        .withJson(step));
    }

    @Test
    void everyPageIsThereInEnglish() {
        planned();
        for (String path : List.of("/inspections", "/inspections/plan", "/inspections/new")) {
            assertThat(Rendered.of(staff.call(
                                    "GET " + path, in("VPUB2", INSPECTOR, path).inEnglish()))
                            .keepsTheRules()
                            .document()
                            .text())
                    .containsAnyOf("Inspections of the reform", "Inspection plan of 2026", "Plan a visit")
                    .doesNotContain("inspection.");
        }
    }

    private static FakeRequest in(String agency, Permission[] permissions, String path) {
        return FakeRequest.get("steering", path).in(agency).may(permissions).at(DAY);
    }

    private Rendered list(String agency, Permission[] permissions) {
        return Rendered.of(staff.call("GET /inspections", in(agency, permissions, "/inspections")))
                .keepsTheRules();
    }

    private Rendered page(String agency, Permission[] permissions) {
        return Rendered.of(staff.call(
                        "GET /inspections/{code}",
                        in(agency, permissions, "/inspections/" + CODE).withPathValue("code", CODE)))
                .keepsTheRules();
    }

    private static FakeRequest step(String agency, Permission[] permissions, String action, long version) {
        return FakeRequest.post("steering", "/inspections/" + CODE + "/steps/" + action)
                .in(agency)
                .may(permissions)
                .at(DAY)
                .withPathValue("code", CODE)
                .withPathValue("action", action)
                .withField("version", "" + version);
    }

    private static FakeRequest evidence(String agency, Permission[] permissions) {
        return FakeRequest.post("steering", "/inspections/" + CODE + "/files")
                .in(agency)
                .may(permissions)
                .at(DAY)
                .withPathValue("code", CODE)
                .withFile("file", FakeUpload.text("bien-ban.pdf", "%PDF-1.7"));
    }

    private Reply reply(FakeRequest request) {
        return staff.call("POST /inspections/{code}/steps/{action}", request);
    }

    private void took(FakeRequest request) {
        took(
                request,
                request.path().endsWith("/files")
                        ? "POST /inspections/{code}/files"
                        : "POST /inspections/{code}/steps/{action}");
    }

    private void took(FakeRequest request, String route) {
        assertThat(staff.call(route, request)).isInstanceOf(Reply.Redirect.class);
    }
}
