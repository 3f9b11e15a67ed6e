package vn.kientao.reform.procedures.web.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.quality.Quality;
import vn.kientao.reform.procedures.app.report.Histories;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;
import vn.kientao.reform.procedures.web.report.ReportPages;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;
import vn.kientao.reform.procedures.web.sheet.TableFiles;

class QualityPagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes openApi = new RecordedRoutes();

    @BeforeEach
    void settle() {
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        RecordingAuditTrail audit = new RecordingAuditTrail();
        Quality quality = new Quality(store.database(), audit, CLOCK, tables);
        Reports reports = new Reports(store.database(), audit, tables);
        TableFiles files = SomeFiles.on(store.database(), audit, tables);
        new QualityPages(quality, files, accounts -> Map.of("lan", "Nguyễn Thị Lan")).staff(routes);
        new ReportPages(reports, new NoAgencies(), new PaperService(), files).staff(routes);
        OpenQualityPages pages = new OpenQualityPages(quality, new NoAgencies(), new SheetService());
        pages.open(open);
        pages.openApi(openApi);
        OpenDataPages data = new OpenDataPages(quality, new NoAgencies(), new SheetService());
        data.open(open);
        data.openApi(openApi);
        store.database().write(handle -> {
            LocalDateTime due = LocalDateTime.of(2026, 10, 20, 17, 0);
            Histories lives = new Histories(handle);
            lives.live(
                    "STP2", "Hộ tịch", 1, due, List.of(at(2, DossierStatus.RECEIVED), at(19, DossierStatus.FINISHED)));
            lives.live(
                    "STP2", "Hộ tịch", 1, due, List.of(at(2, DossierStatus.RECEIVED), at(21, DossierStatus.FINISHED)));
            return lives;
        });
    }

    @Test
    void showsTheBodyItsOfficersAndAPicture() {
        Rendered page = Rendered.of(routes.call("GET /quality", october(get("/quality"))))
                .keepsTheRules();

        assertThat(page.texts("tbody").get(0)).contains("1. Thời gian giải quyết 1 0 1 1,0");
        assertThat(page.texts("tbody").get(1)).startsWith("Nguyễn Thị Lan 1,0 1,0 2,0 Chưa có số liệu 1,0");
        assertThat(page.has("svg.kt-chart")).isTrue();
        assertThat(page.has("form[action$=/publish]")).isTrue();
        assertThat(page.has("form[action$=/settings]")).isFalse();
    }

    @Test
    void leadsFromAFigureToAsManyDossiers() {
        Rendered page = Rendered.of(routes.call("GET /quality", october(get("/quality"))));
        String early =
                page.document().select("tbody tr:first-child td a").get(0).attr("href");
        assertThat(early)
                .isEqualTo("/STP2/procedures/reports/dossiers?period=free&from=2026-10-01&to=2026-10-31"
                        + "&result=1&measure=early");

        Rendered list = Rendered.of(routes.call(
                "GET /reports/dossiers",
                get("/reports/dossiers")
                        .withQuery("period", "free")
                        .withQuery("from", "2026-10-01")
                        .withQuery("to", "2026-10-31")
                        .withQuery("result", "1")
                        .withQuery("measure", "settled")
                        .withQuery("officer", "lan")
                        .withQuery("asked", "0")));
        assertThat(list.document().select("tbody tr")).hasSize(2);
    }

    @Test
    void entersAFindingAndNamesWhatIsWrongWithOne() {
        FakeRequest wrong = post("/quality/enter")
                .withField("index", "12")
                .withField("day", "1/12/2026")
                .withField("two", "x");
        Reply refused = routes.call("POST /quality/enter", wrong);
        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        assertThat(Rendered.of(refused).keepsTheRules().texts(".kt-errors li"))
                .containsExactly(
                        "Không có chỉ số “12”; chọn một trong chín chỉ số",
                        "Ngày “1/12/2026” không đọc được hoặc chưa đến; nhập ngày/tháng/năm đã qua",
                        "Số hồ sơ “x” không đọc được; nhập số nguyên từ 0 đến 999999",
                        "Nguồn có 0 ký tự; nhập từ 1 đến 400 ký tự");

        routes.call(
                "POST /quality/enter",
                post("/quality/enter")
                        .withField("index", "6")
                        .withField("day", "5/10/2026")
                        .withField("two", "1")
                        .withField("source", "Kiểm tra 05/KT"));
        Rendered page = Rendered.of(routes.call("GET /quality", october(get("/quality"))));
        assertThat(page.texts("tbody").get(0)).contains("6. Công khai thủ tục 1 0 0 2,0");
        assertThat(page.text(".kt-result")).contains("Kiểm tra 05/KT");
    }

    @Test
    void showsEverybodyWhatWasPublishedAndNothingElse() {
        assertThat(Rendered.of(open.call("GET /quality", visitor("2026-10")))
                        .keepsTheRules()
                        .has(".kt-empty"))
                .isTrue();

        routes.call("POST /quality/publish", post("/quality/publish").withField("month", "2026-10"));

        Rendered page =
                Rendered.of(open.call("GET /quality", visitor("2026-10"))).keepsTheRules();
        assertThat(page.text("tbody tr")).startsWith("STP2 2 50,00 %");
        PublishedJson.Month json =
                (PublishedJson.Month) ((Reply.Json) openApi.call("GET /quality", visitor("2026-10"))).value();
        assertThat(json.items())
                .extracting(PublishedJson::agency, PublishedJson::settled, PublishedJson::settledInTime)
                .containsExactly(tuple("STP2", 2L, 1L));
        assertThat(SomeFiles.text(open.call("GET /quality.csv", visitor("2026-10")))
                        .lines())
                .hasSize(10)
                .anyMatch(line -> line.startsWith("STP2;2026-10;1;2;2;1.0;"));
    }

    @Test
    void givesTheScoresAsASheetAndOnPaperToSign() {
        assertThat(SomeFiles.text(routes.call("GET /quality.csv", october(get("/quality.csv"))))
                        .lines())
                .first()
                .isEqualTo("\ufeffĐối tượng;Chỉ số;2 điểm;1 điểm;0 điểm;Điểm chỉ số;Nguồn số liệu");
        assertThat(((Reply.Download) routes.call("GET /quality.xlsx", october(get("/quality.xlsx")))).fileName())
                .isEqualTo("chat-luong-STP2-2026-10-01-2026-10-31.xlsx");
        assertThat(SomeFiles.printed(routes.call("GET /quality.pdf", october(get("/quality.pdf")))))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "31/10/2026", "THỦ TRƯỞNG CƠ QUAN");
    }

    @Test
    void givesPublishedSharesAsOpenDataWithWhatTheyAreAndMayBeUsedFor() {
        FakeRequest asked = FakeRequest.get("procedures", "/open-data");
        assertThat(Rendered.of(open.call("GET /open-data", asked))
                        .keepsTheRules()
                        .has(".kt-empty"))
                .isTrue();
        routes.call("POST /quality/publish", post("/quality/publish").withField("month", "2026-10"));
        routes.call("POST /quality/publish", post("/quality/publish").withField("month", "2026-09"));

        Rendered page = Rendered.of(open.call("GET /open-data", asked)).keepsTheRules();
        assertThat(page.texts("tbody th")).containsExactly("2026-09", "2026-10");
        assertThat(page.texts("tbody td").get(8)).isEqualTo("50,00 %");
        assertThat(page.text("dl")).contains("Nghị định 47/2020/NĐ-CP", "CSV", "JSON");
        Reply.Json answer =
                (Reply.Json) openApi.call("GET /open-data/on-time", asked.withQuery("after", "2026-09_STP2"));
        OpenDataPages.OnTimeJson json = (OpenDataPages.OnTimeJson) answer.value();
        assertThat(answer.headers()).containsKey("ETag");
        assertThat(json.next()).isEmpty();
        assertThat(json.licence()).contains("ghi nguồn");
        assertThat(json.items()).singleElement().satisfies(item -> {
            assertThat(item.month()).isEqualTo("2026-10");
            assertThat(item.shares().get("on-time").part()).isEqualTo(1);
            assertThat(item.shares().get("on-time").whole()).isEqualTo(2);
        });
        assertThat(SomeFiles.text(open.call("GET /open-data.csv", asked)).lines())
                .hasSize(1 + 2 * 6)
                .contains("2026-10;STP2;STP2;on-time;1;2;50.00");
    }

    @Test
    void publishesOnlyAMonthThatIsOver() {
        FakeRequest request = post("/quality/publish").withField("month", "2026-11");

        assertThatThrownBy(() -> routes.call("POST /quality/publish", request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    @Test
    void changesTheRuleForAnIndexWithoutData() {
        routes.call(
                "POST /quality/settings",
                post("/quality/settings")
                        .withField("empty", "ZERO")
                        .withField("least", "3")
                        .withField("points", "40")
                        .withField("basis", "Quy chế 05/QĐ-UBND"));
        Rendered page = Rendered.of(routes.call(
                "GET /quality",
                FakeRequest.get("procedures", "/quality")
                        .in("STP2")
                        .may(ReportPermissions.REPORT, QualityPermissions.RULES)
                        .at(CLOCK)));

        assertThat(page.one("#empty option[selected]").attr("value")).isEqualTo("ZERO");
        assertThat(page.one("#least").attr("value")).isEqualTo("3");
        assertThat(page.one("#points").attr("value")).isEqualTo("40");
    }

    @Test
    void saysThatItKnowsTooLittleRatherThanThatTheAgencyIsWeak() {
        Rendered page = Rendered.of(routes.call("GET /quality", october(get("/quality"))));

        assertThat(page.texts(".kt-tile").get(1)).isEqualTo("Chưa đủ dữ liệuXếp loại");
    }

    private static FakeRequest visitor(String month) {
        return FakeRequest.get("procedures", "/quality").at(CLOCK).withQuery("month", month);
    }

    private static FakeRequest october(FakeRequest request) {
        return request.withQuery("period", "m10").withQuery("year", "2026");
    }

    private static FakeRequest get(String path) {
        return allowed(FakeRequest.get("procedures", path), ReportPermissions.REPORT, QualityPermissions.RATE);
    }

    private static FakeRequest post(String path) {
        return allowed(FakeRequest.post("procedures", path), QualityPermissions.RATE, QualityPermissions.RULES);
    }

    private static FakeRequest allowed(FakeRequest request, Permission... permissions) {
        return request.in("STP2").may(permissions).at(CLOCK);
    }

    private static Step at(int day, DossierStatus status) {
        return new Step(LocalDateTime.of(2026, 10, day, 8, 0), status);
    }
}
