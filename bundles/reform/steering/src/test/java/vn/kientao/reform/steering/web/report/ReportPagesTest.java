package vn.kientao.reform.steering.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Notice;
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
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.report.ReportBench;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class ReportPagesTest {
    private static final Clock MONDAY = ReportBench.noon("2026-03-16");
    private static final String CODE = "STP2-BC-2026-quarter-1";
    private static final Permission[] ALL = {
        SteeringPermissions.READ, SteeringPermissions.REPORT, SteeringPermissions.SIGN
    };
    private static final Permission[] OFFICE = {
        SteeringPermissions.READ,
        SteeringPermissions.REPORT,
        SteeringPermissions.PROVINCE,
        SteeringPermissions.PROGRAMME,
        SteeringPermissions.SIGN
    };

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final RecordedRoutes open = new RecordedRoutes();
    private final ReportBench bench;

    ReportPagesTest(Database database, Migrations migrations) {
        bench = new ReportBench(database, migrations);
        LetterService letters = new LetterService(new PaperService());
        TableFileService files =
                new TableFileService(new SheetService(), letters, bench.province, database, bench.audit);
        new ReportPages(bench.reports, bench.desk, bench.province, files).staff(staff);
        new ReportViewPages(bench.reports, bench.desk, bench.province, bench.province, bench.files).staff(staff);
        new ReportFilePages(bench.reports, bench.letter, letters, bench.programmes, bench.province).staff(staff);
        new SectionPages(bench.reports, bench.desk, bench.province).staff(staff);
        new MissingPages(bench.reports, bench.urging).staff(staff);
        new OutlinePages(bench.reports, bench.outlines).staff(staff);
        new ReportApi(bench.reports, bench.desk).api(api);
        new OpenReportPages(bench.reports, bench.letter, letters, new SheetService(), bench.province).open(open);
    }

    @Test
    void aReportGoesFromItsFiguresToTheIssuedDocument() throws IOException {
        bench.done(bench.give("STP2", "institutions", "2026-01-05", "2026-02-10"), "2026-02-09");
        make();
        Rendered page = page("STP2");
        assertThat(page.text("h1")).isEqualTo("Báo cáo quý I năm 2026");
        assertThat(page.texts("h2")).contains("Cải cách thể chế", "Phụ lục thống kê");
        String list =
                page.one("#institutions ~ .kt-table-box a[href*=tasks-on-time]").attr("href");
        assertThat(list).isEqualTo("/STP2/steering/reports/" + CODE + "/figures/tasks-on-time?area=institutions");
        assertThat(page.one("a[href=/STP2/dossiers/list]").text()).isEqualTo("10 hồ sơ");

        save("evaluation", "1", "Kết quả tốt.\nCòn hạn chế.");
        took(step("submit", 1));
        took(add());
        assertThat(page("STP2").one("form[action$=/issue] [name=symbol]").attr("value"))
                .as("the symbol knows no second of its name")
                .isEqualTo("BC-STP");
        took(step("issue", 2)
                .withField("number", "7")
                .withField("symbol", "BC-STP")
                .withField("day", "16/03/2026"));
        Rendered issued = page("STP2");
        assertThat(issued.text(".kt-tags")).contains("Đã phát hành");
        assertThat(issued.document().text()).contains("07/BC-STP, 16/03/2026").contains("Kết quả tốt.");
        assertThat(issued.texts("aside summary")).containsExactly("Lập bản đính chính", "Công khai");
        assertThat(new String(file("docx"), StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(new String(file("pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(bench.audit.actions())
                .contains("steering.make-report", "steering.write-report", "steering.issue-report");
    }

    private byte[] file(String kind) throws IOException {
        Reply.Download file = (Reply.Download) staff.call(
                "GET /reports/{code}/" + kind,
                in("STP2", "/reports/" + CODE + "/" + kind).withPathValue("code", CODE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        return out.toByteArray();
    }

    @Test
    void everyFigureOpensTheRecordsThatItCounts() {
        bench.give("STP2", "institutions", "2026-01-05", "2026-02-10");
        bench.give("STP2", "finance", "2026-01-05", "2026-05-10");
        make();

        Rendered overdue = figure("tasks-overdue", "");
        assertThat(overdue.texts("tbody th")).containsExactly("VPUB2-2026-0001");
        assertThat(overdue.text(".kt-lead")).contains("Báo cáo ghi 1 nhiệm vụ");
        assertThat(figure("tasks-overdue", "finance").has(".kt-empty")).isTrue();
        assertThat(figure("tasks-given", "finance").texts("tbody th")).containsExactly("VPUB2-2026-0002");
        assertThat(page("STP2").texts("td:not(:has(a))"))
                .as("every number but those of nothing to measure")
                .allMatch("–"::equals);
        assertThatThrownBy(() -> figure("weather", "")).isInstanceOf(ProblemException.class);
    }

    private Rendered figure(String word, String area) {
        return Rendered.of(staff.call(
                        "GET /reports/{code}/figures/{figure}",
                        in("STP2", "/reports/" + CODE + "/figures/" + word)
                                .withPathValue("code", CODE)
                                .withPathValue("figure", word)
                                .withQuery("area", area)))
                .keepsTheRules();
    }

    @Test
    void whoSavesOverAnothersTextSeesBothVersionsAndKeepsTheOwn() {
        make();
        save("evaluation", "1", "Bản của A");

        Reply reply = staff.call("POST /reports/{code}/sections/{section}", write("evaluation", "1", "Bản của B"));
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(((Reply.View) reply).status()).isEqualTo(409);
        assertThat(page.text("#present h2")).isEqualTo("Bản của bạn dựa trên phiên bản 1, hiện đã có phiên bản 2");
        assertThat(page.text("#present .kt-prose")).isEqualTo("Bản của A");
        assertThat(page.text("textarea")).isEqualTo("Bản của B");

        save("evaluation", page.one("input[name=version]").attr("value"), "Bản của A và B");
        assertThat(page("STP2").document().text()).contains("Bản của A và B");
    }

    @Test
    void aHalfWrittenTextIsThereAgainWithTheVersionOnWhichItIsBased() {
        make();
        Map<String, String> draft = Map.of("body", "Nửa câu", "version", "1");
        FakeRequest open = in("STP2", "/reports/" + CODE + "/sections/next")
                .withPathValue("code", CODE)
                .withPathValue("section", "next")
                .withDraft("report-" + CODE + "-next", draft);

        Rendered page = Rendered.of(staff.call("GET /reports/{code}/sections/{section}", open))
                .keepsTheRules();
        assertThat(page.text("textarea")).isEqualTo("Nửa câu");
        assertThat(page.has("#present")).isFalse();
        assertThat(page.one("form[data-draft]").attr("data-draft-url")).contains("report-" + CODE + "-next");

        save("next", "1", "Bản của người khác");
        Rendered again = Rendered.of(staff.call("GET /reports/{code}/sections/{section}", open))
                .keepsTheRules();
        assertThat(again.text("textarea")).isEqualTo("Nửa câu");
        assertThat(again.text("#present .kt-prose")).isEqualTo("Bản của người khác");
    }

    @Test
    void missingAgenciesAreListedAndUrged() {
        bench.give("STP2", "institutions", "2026-01-05", "2026-02-10");
        make();
        Rendered page = missing();
        assertThat(page.text("h2")).contains("7 trong 7 cơ quan");
        assertThat(page.texts("tbody tr"))
                .anySatisfy(row -> assertThat(row).contains("Cơ quan STP2").contains("Đang soạn"));

        took(
                FakeRequest.post("steering", "/reports/missing")
                        .in("VPUB2")
                        .may(OFFICE)
                        .at(MONDAY)
                        .withField("term", "quarter-1.2026")
                        .withField("agency", "P-AX"),
                "POST /reports/missing");
        assertThat(bench.province.told())
                .filteredOn(notice -> "steering.report".equals(notice.kind()))
                .extracting(Notice::account)
                .containsExactlyInAnyOrder("head.P-AX", "clerk.P-AX");
        assertThat(missing().texts("tbody tr"))
                .anySatisfy(row -> assertThat(row).contains("Cơ quan P-AX").contains("16/03/2026"));
        assertThat(bench.audit.actions()).contains("steering.urge-report");
    }

    private Rendered missing() {
        return Rendered.of(staff.call(
                        "GET /reports/missing",
                        FakeRequest.get("steering", "/reports/missing")
                                .in("VPUB2")
                                .may(OFFICE)
                                .at(MONDAY)
                                .withQuery("term", "quarter-1.2026")))
                .keepsTheRules();
    }

    @Test
    void theStandingOfficeMakesTheProvincesReportAndOthersDoNot() {
        took(
                FakeRequest.post("steering", "/reports/new")
                        .in("VPUB2")
                        .may(OFFICE)
                        .at(MONDAY)
                        .withField("term", "quarter-1.2026")
                        .withField("scope", "province"),
                "POST /reports/new");
        assertThat(bench.reports.find("VPUB2-BC-TINH-2026-quarter-1")).isPresent();

        Reply refused = staff.call(
                "POST /reports/new",
                FakeRequest.post("steering", "/reports/new")
                        .in("STP2")
                        .may(ALL)
                        .at(MONDAY)
                        .withField("term", "weather")
                        .withField("scope", "province"));
        assertThat(Rendered.of(refused).keepsTheRules().texts(".kt-errors a")).hasSize(2);
    }

    @Test
    void theOutlineIsKeptByTheStandingOfficeForReportsMadeLater() {
        make();
        took(
                FakeRequest.post("steering", "/reports/outline")
                        .in("VPUB2")
                        .may(OFFICE)
                        .at(MONDAY)
                        .withField("id", "new")
                        .withField("position", "85")
                        .withField("titleVi", "Mô hình mới, cách làm hay")
                        .withField("titleEn", "New models")
                        .withField("basis", "Tỉnh tự đặt"),
                "POST /reports/outline");
        assertThat(page("STP2").texts("h2")).doesNotContain("Mô hình mới, cách làm hay");

        Rendered outline = Rendered.of(staff.call(
                        "GET /reports/outline",
                        FakeRequest.get("steering", "/reports/outline")
                                .in("VPUB2")
                                .may(OFFICE)
                                .at(MONDAY)))
                .keepsTheRules();
        assertThat(outline.texts("summary")).contains("85. Mô hình mới, cách làm hay");
        bench.make("STP2", ReportScope.AGENCY, ReportKind.HALF_YEAR, 2026, "2026-06-15");
        assertThat(bench.reports.find("STP2-BC-2026-half-year").orElseThrow().sections())
                .extracting(section -> section.title().vi())
                .containsSubsequence("Đánh giá chung: kết quả, hạn chế, nguyên nhân", "Mô hình mới, cách làm hay");
    }

    @Test
    void anotherAgencyFindsNothingAndSignsNothing() {
        make();

        assertThatThrownBy(() -> page("SNV2"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> staff.call(
                        "POST /reports/{code}/steps/{action}",
                        step("submit", 1).in("VPUB2").may(OFFICE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void programsReadAReportAndWriteTheTextThatTheyHaveSeen() {
        make();
        ReportJson report = (ReportJson) ((Reply.Json) api.call(
                        "GET /reports/{code}", in("STP2", "/reports/" + CODE).withPathValue("code", CODE)))
                .value();
        assertThat(report.figures()).extracting(ReportJson.Counted::code).contains("tasks-given", "dossiers.on-time");
        ReportJson.Part part = (ReportJson.Part) ((Reply.Json) program("Nội dung", "\"1\"")).value();
        assertThat(part.version()).isEqualTo(2);
        assertThatThrownBy(() -> program("Nội dung khác", "\"1\""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        ReportJson.Listing listing =
                (ReportJson.Listing) ((Reply.Json) api.call("GET /reports", in("STP2", "/reports"))).value();
        assertThat(listing.reports()).extracting(ReportJson.Row::code).containsExactly(CODE);
    }

    private Reply program(String body, String version) {
        return api.call(
                "PUT /reports/{code}/sections/{section}",
                FakeRequest.post("steering", "/reports/" + CODE + "/sections/next")
                        .in("STP2")
                        .may(ALL)
                        .at(MONDAY)
                        .withPathValue("code", CODE)
                        .withPathValue("section", "next")
                        .withHeader("If-Match", version)
                        .withJson(new ReportJson.Text(body)));
    }

    @Test
    void everyPageIsThereInEnglish() {
        make();
        for (String path : List.of("/reports", "/reports/new")) {
            assertThat(Rendered.of(staff.call("GET " + path, in("STP2", path).inEnglish()))
                            .keepsTheRules()
                            .document()
                            .text())
                    .containsAnyOf("Periodic reports", "Make a report")
                    .doesNotContain("report.");
        }
        assertThat(Rendered.of(staff.call(
                                "GET /reports/{code}",
                                in("STP2", "/reports/" + CODE)
                                        .withPathValue("code", CODE)
                                        .inEnglish()))
                        .keepsTheRules()
                        .text("h1"))
                .isEqualTo("Report of the first quarter of 2026");
    }

    @Test
    void theHeadMakesAnIssuedReportPublicAndTakesItBack() throws IOException {
        bench.give("STP2", "institutions", "2026-01-05", "2026-02-10");
        issued();
        assertThatThrownBy(this::openPage).as("only agencies yet").isInstanceOf(ProblemException.class);
        assertThat(openList().has(".kt-empty")).isTrue();
        assertThatThrownBy(() -> staff.call(
                        "POST /reports/{code}/steps/{action}",
                        step("publish", 3).may(SteeringPermissions.READ, SteeringPermissions.REPORT)))
                .as("not by who only writes")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));

        took(step("publish", 3));
        assertThat(page("STP2").one("a[href^=/public/steering/reports]").attr("href"))
                .isEqualTo("/public/steering/reports/" + CODE);
        Rendered open = openPage();
        assertThat(open.text("h1")).isEqualTo("Báo cáo quý I năm 2026");
        assertThat(open.document().text())
                .contains("07/BC-STP, 16/03/2026", "Kết quả tốt.", "Nhiệm vụ quá hạn đến cuối kỳ", "1 nhiệm vụ")
                .doesNotContain("Tên ", "da-ky.pdf");
        assertThat(open.document().select("main a[href*=/STP2/], table a"))
                .as("no records")
                .isEmpty();
        assertThat(openList().texts("tbody tr")).hasSize(1);
        assertThat(openFile("/paper.pdf", StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(openFile("/figures.csv", StandardCharsets.UTF_8))
                .contains("tasks-overdue;institutions;Nhiệm vụ quá hạn đến cuối kỳ;nhiệm vụ;1");

        Reply why = staff.call("POST /reports/{code}/steps/{action}", step("withdraw", 4));
        assertThat(Rendered.of(why).keepsTheRules().texts(".kt-errors a")).hasSize(1);
        took(step("withdraw", 4).withField("note", "Chờ rà soát số liệu"));
        assertThatThrownBy(this::openPage).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> openFile("/paper.pdf", StandardCharsets.UTF_8)).isInstanceOf(ProblemException.class);
        assertThat(page("STP2").text(".kt-timeline")).contains("Công khai", "Thôi công khai", "Chờ rà soát số liệu");
        assertThat(page("STP2").text(".kt-tags")).contains("Đã phát hành");
        assertThat(bench.audit.actions()).contains("steering.publish-report", "steering.withdraw-report");
    }

    @Test
    void aCorrectedReportLeavesThePublicOneReadableUntilItIsPublishedItself() {
        issued();
        took(step("publish", 3));
        took(step("correct", 4).withField("note", "Sai số liệu"));
        assertThat(openList().text("tbody")).contains("Đang đính chính");
        assertThat(page("STP2").texts("aside summary")).containsExactly("Thôi công khai");

        String second = CODE + "-2";
        bench.files.add(
                bench.reports.find(second).orElseThrow().owner(),
                new Files.Sent("da-ky.pdf", new byte[] {37, 80, 68, 70}),
                ReportBench.act("STP2", "2026-03-16"));
        for (ReportAction action : List.of(ReportAction.SUBMIT, ReportAction.ISSUE, ReportAction.PUBLISH)) {
            bench.act(bench.reports.find(second).orElseThrow().report(), action, "2026-03-16");
        }
        assertThat(openList().one("tbody th a").attr("href")).isEqualTo("/public/steering/reports/" + second);
        assertThat(openPage().one(".kt-flash a").attr("href")).isEqualTo("/public/steering/reports/" + second);
    }

    @Test
    void thePublicListIsNarrowedByTheAddress() {
        issued();
        took(step("publish", 3));

        assertThat(openList("q", "QUY I nam 2026").texts("tbody tr")).hasSize(1);
        assertThat(openList("agency", "STP2", "year", "2026", "kind", "quarter-1")
                        .texts("tbody tr"))
                .hasSize(1);
        assertThat(openList("agency", "SNV2").text(".kt-empty")).contains("khớp bộ lọc");
        assertThat(openList("kind", "year").has(".kt-empty")).isTrue();
        assertThat(openList("year", "2025").has(".kt-empty")).isTrue();
        assertThat(openList("year", "nay", "kind", "weather").texts(".kt-errors a"))
                .hasSize(2);
        assertThat(openList("after", "1").has(".kt-empty"))
                .as("below the first id")
                .isTrue();
    }

    private void issued() {
        make();
        save("evaluation", "1", "Kết quả tốt.");
        took(step("submit", 1));
        took(add());
        took(step("issue", 2)
                .withField("number", "7")
                .withField("symbol", "BC-STP")
                .withField("day", "16/03/2026"));
    }

    private Rendered openList(String... query) {
        FakeRequest request = FakeRequest.get("steering", "/reports").at(MONDAY);
        for (int i = 0; i < query.length; i += 2) {
            request.withQuery(query[i], query[i + 1]);
        }
        return Rendered.of(open.call("GET /reports", request)).keepsTheRules();
    }

    private Rendered openPage() {
        return Rendered.of(open.call("GET /reports/{code}", openRequest(""))).keepsTheRules();
    }

    private static FakeRequest openRequest(String path) {
        return FakeRequest.get("steering", "/reports/" + CODE + path).at(MONDAY).withPathValue("code", CODE);
    }

    private String openFile(String path, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) open.call("GET /reports/{code}" + path, openRequest(path)))
                .content()
                .writeTo(out);
        return out.toString(charset);
    }

    private void make() {
        took(
                FakeRequest.post("steering", "/reports/new")
                        .in("STP2")
                        .may(ALL)
                        .at(MONDAY)
                        .withField("term", "quarter-1.2026"),
                "POST /reports/new");
    }

    private Rendered page(String agency) {
        return Rendered.of(staff.call(
                        "GET /reports/{code}", in(agency, "/reports/" + CODE).withPathValue("code", CODE)))
                .keepsTheRules();
    }

    private static FakeRequest in(String agency, String path) {
        return FakeRequest.get("steering", path).in(agency).may(ALL).at(MONDAY);
    }

    private static FakeRequest write(String section, String version, String body) {
        return FakeRequest.post("steering", "/reports/" + CODE + "/sections/" + section)
                .in("STP2")
                .may(ALL)
                .at(MONDAY)
                .withPathValue("code", CODE)
                .withPathValue("section", section)
                .withField("version", version)
                .withField("body", body);
    }

    private void save(String section, String version, String body) {
        took(write(section, version, body), "POST /reports/{code}/sections/{section}");
    }

    private static FakeRequest step(String action, long version) {
        return FakeRequest.post("steering", "/reports/" + CODE + "/steps/" + action)
                .in("STP2")
                .may(ALL)
                .at(MONDAY)
                .withPathValue("code", CODE)
                .withPathValue("action", action)
                .withField("version", "" + version);
    }

    private void took(FakeRequest request) {
        took(
                request,
                request.path().contains("/files")
                        ? "POST /reports/{code}/files"
                        : "POST /reports/{code}/steps/{action}");
    }

    private void took(FakeRequest request, String route) {
        assertThat(staff.call(route, request)).isInstanceOf(Reply.Redirect.class);
    }

    private static FakeRequest add() {
        return FakeRequest.post("steering", "/reports/" + CODE + "/files")
                .in("STP2")
                .may(ALL)
                .at(MONDAY)
                .withPathValue("code", CODE)
                .withFile("file", FakeUpload.text("da-ky.pdf", "%PDF-1.7"));
    }
}
