package vn.kientao.reform.procedures.web.index766;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.index766.ServiceIndex;
import vn.kientao.reform.procedures.app.report.Histories;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.app.report.ProcedureIndicators;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class IndexPagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);
    private static final Permission RULES = new Permission("procedures.rules");

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private ProcedureIndicators indicators;

    @BeforeEach
    void settle() {
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        indicators = new ProcedureIndicators(new Reports(store.database(), audit, tables));
        new IndexPages(
                        new ServiceIndex(store.database(), audit, indicators, tables),
                        accounts -> Map.of("officer", "Nguyễn Văn An"),
                        SomeFiles.on(store.database(), audit, tables))
                .staff(routes);
        store.database().write(handle -> {
            LocalDateTime due = LocalDateTime.of(2026, 10, 20, 17, 0);
            Histories lives = new Histories(handle);
            for (int day : List.of(19, 20, 20, 21)) {
                lives.live(
                        "STP2",
                        "Hộ tịch",
                        1,
                        due,
                        List.of(at(2, DossierStatus.RECEIVED), at(day, DossierStatus.FINISHED)));
            }
            return lives;
        });
    }

    @Test
    void givesTheIndexAsASheetAndOnPaper() {
        assertThat(SomeFiles.text(routes.call(
                                "GET /service-index.csv",
                                get("/service-index.csv").withQuery("year", "2026")))
                        .lines())
                .anyMatch(line -> line.matches(".*Tiến độ.*;20"))
                .last()
                .asString()
                .startsWith("Tổng điểm");
        assertThat(SomeFiles.printed(routes.call(
                        "GET /service-index.pdf", get("/service-index.pdf").withQuery("year", "2026"))))
                .contains("STP2", "75 %", "THỦ TRƯỞNG CƠ QUAN");
    }

    @Test
    void computesWhatIsKnownAndLeavesTheRestOpen() {
        Rendered page = Rendered.of(
                        routes.call("GET /service-index", get("/service-index").withQuery("year", "2026")))
                .keepsTheRules();

        // Three of four on time: 75 % of 20 points; nothing else has both points and data.
        assertThat(page.texts(".kt-tile b")).startsWith("15,00");
        assertThat(page.texts(".kt-tile span")).first().isEqualTo("Tổng điểm, trên 20,00 điểm tính được");
        assertThat(page.texts(".kt-tile").get(1))
                .isEqualTo("Chưa đủ dữ liệuXếp loại. Xếp loại khi đã giải quyết từ 5 hồ sơ và tính được từ 50 điểm");
        assertThat(page.texts("tbody tr"))
                .contains("2. Tiến độ, kết quả giải quyết 15,00 20,00", "3. Số hóa hồ sơ Chưa có số liệu 22,00")
                .anyMatch(row -> row.startsWith("3.1 ") && row.contains("chưa có trong văn bản có được"));
        assertThat(page.texts("tbody tr th:not(.fw-normal)")).hasSize(5);
    }

    @Test
    void gradesByTheShareOfWhatCanBeComputed() {
        store.database()
                .write(handle -> handle.execute("UPDATE procedures.quality_setting SET setting_value = CASE name WHEN"
                        + " 'class-least-dossiers' THEN '4' ELSE '20' END"
                        + " WHERE name IN ('class-least-dossiers', 'index-least-points')"));
        Rendered page = Rendered.of(
                        routes.call("GET /service-index", get("/service-index").withQuery("year", "2026")))
                .keepsTheRules();
        assertThat(page.texts(".kt-tile").get(1)).isEqualTo("KháXếp loại. Theo tỷ lệ 75,00 % số điểm tính được");
    }

    @Test
    void keepsEveryChangeAsAVersion() {
        routes.call(
                "POST /service-index/edit", change().withField("most-4.1", "12").withField("full-4.1", "50"));

        Rendered page =
                Rendered.of(routes.call("GET /service-index/edit", edit())).keepsTheRules();
        assertThat(page.one("#most-4\\.1").attr("value")).isEqualTo("12,00");
        assertThat(page.document().select(".kt-event")).hasSize(2);
        assertThat(page.text(".kt-event")).contains("Từ 30/11/2026: Công văn 12", "Nguyễn Văn An");
        assertThat(audit.entries()).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("procedures.index-change");
            assertThat(entry.detail()).isEqualTo("{\"from\":\"2026-11-30\",\"points\":{\"4.1\":12}}");
        });
        Rendered before = Rendered.of(routes.call(
                "GET /service-index",
                get("/service-index").withQuery("period", "m10").withQuery("year", "2026")));
        assertThat(before.texts("tbody tr")).anyMatch(row -> row.startsWith("4.1 ") && row.endsWith("Chưa có"));
    }

    @Test
    void refusesSubPointsThatExceedTheGroupAndStaleForms() {
        Reply tooMuch = routes.call(
                "POST /service-index/edit", change().withField("most-4.1", "12").withField("most-4.2", "11"));
        assertThat(((Reply.View) tooMuch).status()).isEqualTo(422);
        assertThat(Rendered.of(tooMuch).texts(".kt-errors li"))
                .containsExactly("Tổng điểm thành phần 23,00 lớn hơn 22,00 điểm của nhóm; giảm điểm thành phần");

        routes.call("POST /service-index/edit", change().withField("most-4.1", "12"));
        Reply stale = routes.call("POST /service-index/edit", change().withField("most-4.1", "10"));
        assertThat(((Reply.View) stale).status()).isEqualTo(409);
    }

    @Test
    void givesTheSameFiguresToOtherModules() {
        Period october = new Period(
                LocalDateTime.of(2026, 10, 1, 0, 0).toLocalDate(),
                LocalDateTime.of(2026, 10, 31, 0, 0).toLocalDate());
        List<IndicatorValue> values = indicators.values(
                List.of("procedures.on-time", "procedures.dossiers.overdue", "steering.unknown"), "STP2", october);

        assertThat(values)
                .extracting(IndicatorValue::code)
                .containsExactly("procedures.on-time", "procedures.dossiers.overdue");
        assertThat(values.get(0).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("75"));
        assertThat(values.get(0).denominator()).hasValue(4);
        assertThat(values.get(1).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1"));
        assertThat(values.get(1).address())
                .contains(
                        "/STP2/procedures/reports/dossiers?period=free&from=2026-10-01&to=2026-10-31&measure=overdue");
        assertThat(indicators.indicators())
                .extracting(indicator -> indicator.code())
                .contains("procedures.on-time", "procedures.online", "procedures.dossiers.carried")
                .doesNotHaveDuplicates();
    }

    /** A form as it is shown, where only what differs is typed. */
    private FakeRequest change() {
        FakeRequest request = FakeRequest.post("procedures", "/service-index/edit")
                .in("STP2")
                .may(RULES)
                .at(CLOCK)
                .withField("seen", "1")
                .withField("from", "30/11/2026")
                .withField("reason", "Công văn 12");
        Rendered form = Rendered.of(routes.call("GET /service-index/edit", edit()));
        form.document().select("input[name^=most-], input[name^=full-]").stream()
                .filter(input -> !input.attr("value").isEmpty())
                .forEach(input -> request.withField(input.attr("name"), input.attr("value")));
        return request;
    }

    private static FakeRequest edit() {
        return FakeRequest.get("procedures", "/service-index/edit")
                .in("STP2")
                .may(RULES)
                .at(CLOCK);
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("procedures", path)
                .in("STP2")
                .may(ReportPermissions.REPORT)
                .at(CLOCK);
    }

    private static Step at(int day, DossierStatus status) {
        return new Step(LocalDateTime.of(2026, 10, day, 8, 0), status);
    }
}
