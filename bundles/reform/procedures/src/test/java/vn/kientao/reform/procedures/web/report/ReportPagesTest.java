package vn.kientao.reform.procedures.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.report.Histories;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class ReportPagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);
    private static final LocalDateTime DUE = LocalDateTime.of(2026, 11, 20, 17, 0);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();

    @BeforeEach
    void open() {
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        Reports reports = new Reports(store.database(), audit, tables);
        new ReportPages(reports, new NoAgencies(), new PaperService(), SomeFiles.on(store.database(), audit, tables))
                .staff(routes);
        new ReportApi(reports).api(api);
        store.database().write(handle -> {
            Histories lives = new Histories(handle);
            for (int number = 0; number < 60; number++) {
                lives.live(
                        "STP2",
                        "Hộ tịch",
                        1,
                        DUE,
                        List.of(at(2, DossierStatus.RECEIVED), at(19, DossierStatus.FINISHED)));
            }
            lives.live("STP2", "Đất đai & nhà ở", 2, DUE, List.of(at(3, DossierStatus.RECEIVED)));
            lives.live("SYT2", "Y tế", 2, DUE, List.of(at(3, DossierStatus.RECEIVED)));
            return lives;
        });
    }

    @Test
    void showsNumbersSharesAndAPicture() {
        Rendered page =
                Rendered.of(routes.call("GET /reports", get("/reports"))).keepsTheRules();

        assertThat(page.texts("table:has(#numbers) tbody th")).containsExactly("Hộ tịch", "Đất đai & nhà ở");
        assertThat(page.texts("table:has(#numbers) tbody tr:first-child td"))
                .containsExactly("60", "0", "60", "0", "60", "60", "0", "0", "0", "0", "0", "0", "0");
        assertThat(page.texts("tfoot td").get(0)).isEqualTo("61");
        assertThat(page.texts("table:has(#shares) tbody tr"))
                .contains(
                        "Giải quyết trước hạn và đúng hạn 100,00 % 60 60",
                        "Tiếp nhận trực tuyến 1,64 % 1 61",
                        "Số hóa đủ thành phần hồ sơ 0,00 % 0 61",
                        "Thanh toán trực tuyến, trên hồ sơ có nghĩa vụ tài chính Chưa có số liệu 0 0");
        assertThat(page.has("svg.kt-chart[role=img] title")).isTrue();
        assertThat(page.document().select(".btn-primary")).hasSize(1);
    }

    @Test
    void leadsFromEachNumberToItsDossiers() {
        Rendered page = Rendered.of(routes.call("GET /reports", get("/reports").inEnglish()));
        String behind = page.one("tbody tr:first-child td a").attr("href");
        assertThat(behind)
                .isEqualTo("/STP2/procedures/reports/dossiers?form=06a&period=y&year=2026&measure=total"
                        + "&field=H%E1%BB%99+t%E1%BB%8Bch");

        Rendered first = Rendered.of(
                        routes.call("GET /reports/dossiers", behind("total").withQuery("field", "Hộ tịch")))
                .keepsTheRules();
        assertThat(first.document().select("tbody tr")).hasSize(50);
        String next = first.one("a[rel=next]").attr("href");
        String after = next.replaceAll(".*after=([^&]*).*", "$1").replace("%3A", ":");
        Rendered second = Rendered.of(routes.call(
                "GET /reports/dossiers",
                behind("total").withQuery("field", "Hộ tịch").withQuery("after", after)));

        assertThat(second.document().select("tbody tr")).hasSize(10);
        assertThat(second.has("a[rel=next]")).isFalse();
    }

    @Test
    void countsAllAgenciesOnlyForWhomMaySeeThem() {
        Rendered own = Rendered.of(routes.call(
                "GET /reports", get("/reports").withQuery("form", "06b").withQuery("scope", "all")));
        Actor office = new Actor("office", "Văn phòng", Set.of(ReportPermissions.REPORT.name()), Map.of());
        Rendered all = Rendered.of(routes.call(
                "GET /reports",
                get("/reports").by(office).withQuery("form", "06b").withQuery("scope", "all")));

        assertThat(own.texts("table:has(#numbers) tbody th")).containsExactly("STP2");
        assertThat(all.texts("table:has(#numbers) tbody th")).containsExactly("STP2", "SYT2");
    }

    @Test
    void saysWhichPeriodCannotBeRead() {
        Reply reply = routes.call(
                "GET /reports",
                get("/reports")
                        .withQuery("period", "free")
                        .withQuery("from", "31/12/2026")
                        .withQuery("to", "1/12/2026"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).texts(".kt-errors li"))
                .containsExactly("Đến ngày 01/12/2026 ở trước từ ngày 31/12/2026; nhập ngày sau đó");
    }

    @Test
    void cutsOffByQuarterAndFreeDays() {
        Rendered third = Rendered.of(routes.call(
                "GET /reports", get("/reports").withQuery("period", "q3").withQuery("year", "2026")));
        Rendered free = Rendered.of(routes.call(
                "GET /reports",
                get("/reports")
                        .withQuery("period", "free")
                        .withQuery("from", "2/11/2026")
                        .withQuery("to", "2026-11-02")));

        assertThat(third.has(".kt-empty")).isTrue();
        assertThat(free.texts("tfoot td").get(0)).isEqualTo("60");
    }

    @Test
    void givesTheReportAsAFileAndWritesThatDown() throws IOException {
        Reply.Download file = (Reply.Download) routes.call("GET /reports.csv", get("/reports.csv"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);

        assertThat(file.fileName()).isEqualTo("bao-cao-06a-STP2-2026-01-01-2026-12-31.csv");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(4)
                .last()
                .isEqualTo("Tổng cộng;61;1;60;0;60;60;0;0;1;0;1;0;0");
        assertThat(audit.entries()).extracting(AuditEntry::action).containsExactly("procedures.export");
    }

    @Test
    void printsTheReportOnPaper() throws IOException {
        Reply.Download file = (Reply.Download) routes.call("GET /reports.pdf", get("/reports.pdf"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);

        assertThat(file.fileName()).endsWith(".pdf");
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Đất đai & nhà ở",
                            "Tổng cộng",
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "ngày 30 tháng 11 năm 2026",
                            "THỦ TRƯỞNG CƠ QUAN");
        }
    }

    @Test
    void givesProgramsTheSameNumbers() {
        ReportJson report = (ReportJson) ((Reply.Json) api.call("GET /reports", get("/reports"))).value();

        assertThat(report.rows()).extracting(ReportJson.Line::name).containsExactly("Hộ tịch", "Đất đai & nhà ở");
        assertThat(report.sum().numbers()).containsEntry("total", 61L).containsEntry("settled", 60L);
        assertThat(report.onTimePercent()).isEqualByComparingTo("100");
        assertThatThrownBy(() -> api.call("GET /reports", get("/reports").withQuery("year", "x")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    @Test
    void knowsNoOtherColumns() {
        assertThatThrownBy(() -> routes.call("GET /reports/dossiers", behind("nonsense")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().title().vi()).isEqualTo("Báo cáo không có cột “nonsense”"));
    }

    private static FakeRequest behind(String measure) {
        return get("/reports/dossiers").withQuery("measure", measure);
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("procedures", path)
                .in("STP2")
                .may(ReportPermissions.REPORT)
                .at(CLOCK);
    }

    private static Step at(int day, DossierStatus status) {
        return new Step(LocalDateTime.of(2026, 11, day, 8, 0), status);
    }
}
