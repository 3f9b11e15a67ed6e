package vn.kientao.reform.steering.web.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.report.ReportBench;
import vn.kientao.reform.steering.app.setting.SettingDesk;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.setting.Setting;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.setting.Settings;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Settings and periods of reports: changed from a day on, never before it. */
@OnEachDatabase("steering")
class SettingPagesTest {
    private static final FixedClock MONDAY = FixedClock.at("2026-11-23T09:00");
    private static final String REMEDY = "inspection.remedy-days";
    private static final String SEEN = "2022-01-01";

    private final Database database;
    private final ReportBench bench;
    private final SettingDesk desk;
    private final RecordedRoutes staff = new RecordedRoutes();

    SettingPagesTest(Database database, Migrations migrations) {
        this.database = database;
        bench = new ReportBench(database, migrations);
        desk = new SettingDesk(database, bench.audit, bench.tables);
        new SettingPages(desk).staff(staff);
    }

    @Test
    void theListSaysEverySettingWithItsUnitAndEveryPeriod() {
        Rendered list = page("GET /settings", request(FakeRequest.get("steering", "/settings")));

        assertThat(list.texts("tbody tr"))
                .hasSize(SettingName.values().length + ReportKind.values().length)
                .contains(
                        "Tỷ lệ cơ quan được kiểm tra trong năm 30% 01/01/2022 Tỉnh tự đặt: tỷ lệ cơ quan được kiểm tra"
                                + " trong năm, phần trăm",
                        "Được đề nghị gia hạn sau khi hết hạn Không 01/01/2022 Tỉnh tự đặt: đề nghị gia hạn trước khi"
                                + " hết hạn");
        assertThat(list.texts("td")).contains("7, 3, 1 ngày", "10 ngày làm việc");
        assertThat(list.texts("td"))
                .contains("15/12 năm trước – 14/3, hạn 20/3, hạn nội bộ sớm hơn 3 ngày")
                .contains("15/6 – 14/9, hạn 20/9, hạn nội bộ sớm hơn 3 ngày");
    }

    @Test
    void aNewValueHoldsFromItsDayOnAndTheDaysBeforeKeepTheOldOne() {
        done(rule(REMEDY, SEEN, "20", "01/01/2027", "Quyết định 12/QĐ-UBND"), "rules/{name}");

        assertThat(value(SettingName.REMEDY_DAYS, "2026-12-31")).isEqualTo("15");
        assertThat(value(SettingName.REMEDY_DAYS, "2027-01-01")).isEqualTo("20");
        assertThat(page("GET /settings", request(FakeRequest.get("steering", "/settings")))
                        .texts("td small"))
                .containsExactly("Từ 01/01/2027: 20 ngày");
        Rendered page = page("GET /settings/rules/{name}", named(FakeRequest.get("steering", "/x"), REMEDY));
        assertThat(page.texts("tbody tr"))
                .containsExactly(
                        "20 ngày Chưa đến ngày 01/01/2027 – Quyết định 12/QĐ-UBND",
                        "15 ngày Đang dùng 01/01/2022 31/12/2026 Tỉnh tự đặt: báo cáo khắc phục, tính bằng ngày từ"
                                + " thông báo kết luận");
        AuditEntry entry = bench.audit.entries().get(0);
        assertThat(entry.action()).isEqualTo("steering.change-rule");
        assertThat(entry.objectId()).isEqualTo(REMEDY);
        assertThat(entry.before()).contains("\"value\":\"15\"");
        assertThat(entry.after()).contains("\"value\":\"20\"", "\"validFrom\":\"2027-01-01\"");
        assertThat(entry.reason()).isEqualTo("Quyết định 12/QĐ-UBND");
    }

    @Test
    void refusesWhatIsOutsideOfItsBoundsOrBeforeTodayAndSaysWhatWouldDo() {
        assertThat(mistakes(rule(REMEDY, SEEN, "366", "22/11/2026", ""), "rules/{name}"))
                .containsExactly(
                        "“366” không dùng được; cần số nguyên từ 1 đến 365",
                        "“22/11/2026” sớm quá; giá trị mới có hiệu lực sớm nhất từ ngày 23/11/2026",
                        "Chưa nhập; cần điền chỗ này");
        assertThat(mistakes(rule("task.remind-days", SEEN, "7, 91", "23/11/2026", "x"), "rules/{name}"))
                .containsExactly(
                        "“7, 91” không dùng được; cần nhiều nhất 10 số nguyên từ 1 đến 90, cách nhau bằng dấu phẩy");
        assertThat(mistakes(rule("task.extension-after-term", SEEN, "2", "23/11/2026", "x"), "rules/{name}"))
                .hasSize(1);
        assertThat(mistakes(rule("letter.place", SEEN, "a".repeat(61), "23/11/2026", "x"), "rules/{name}"))
                .hasSize(1);
        assertThat(bench.audit.entries()).isEmpty();
        assertThat(desk.settings(SettingName.REMEDY_DAYS)).hasSize(1);
    }

    @Test
    void severalNumbersAreKeptTheLargestFirst() {
        done(rule("task.remind-days", SEEN, "3, 10 ,1,3", "23/11/2026", "Tỉnh tự đặt"), "rules/{name}");

        assertThat(value(SettingName.REMIND_DAYS, "2026-11-23")).isEqualTo("10,3,1");
    }

    @Test
    void whoHasNotSeenTheLastValueLooksAgainFirst() {
        done(rule(REMEDY, SEEN, "20", "01/01/2027", "Quyết định 12"), "rules/{name}");

        assertThat(mistakes(rule(REMEDY, SEEN, "25", "01/02/2027", "Quyết định 13"), "rules/{name}"))
                .containsExactly("Người khác vừa thay đổi tham số này; xem lại các giá trị ở trên rồi gửi lại");
        Setting seen = desk.settings(SettingName.REMEDY_DAYS).get(1);
        Setting late = new Setting(SettingName.REMEDY_DAYS, "25", day("2027-02-01"), Optional.empty(), "Quyết định 13");
        assertThatThrownBy(() -> desk.change(seen, late, ReportBench.act("VPUB2", "2026-11-23")))
                .as("between look and write")
                .isInstanceOf(StaleRecordException.class);
        assertThat(value(SettingName.REMEDY_DAYS, "2027-02-01")).isEqualTo("20");
    }

    @Test
    void onlyWhatHasNotBegunIsTakenBack() {
        FakeRequest begun = named(FakeRequest.post("steering", "/x"), REMEDY).withField("seen", SEEN);
        assertThatThrownBy(() -> staff.call("POST /settings/rules/{name}/take-back", begun))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));

        done(rule(REMEDY, SEEN, "20", "01/01/2027", "Quyết định 12"), "rules/{name}");
        done(
                named(FakeRequest.post("steering", "/x"), REMEDY).withField("seen", "2027-01-01"),
                "rules/{name}/take-back");

        assertThat(value(SettingName.REMEDY_DAYS, "2027-01-01")).isEqualTo("15");
        assertThat(desk.settings(SettingName.REMEDY_DAYS))
                .as("the one before has no end again, and may be followed by another")
                .singleElement()
                .satisfies(row -> assertThat(row.validTo()).isEmpty());
        assertThat(bench.audit.actions()).containsExactly("steering.change-rule", "steering.take-back-rule");
    }

    @Test
    void aPeriodChangesFromAYearOnAndReportsOfYearsBeforeKeepTheirs() {
        done(period("half-year", "31/5", "10/6", "01/01/2027"), "periods/{kind}");

        assertThat(bench.reports.term(ReportKind.HALF_YEAR, 2026).orElseThrow().due())
                .isEqualTo(day("2026-06-20"));
        assertThat(bench.reports.terms(2027))
                .filteredOn(term -> term.kind() == ReportKind.HALF_YEAR)
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.period().to()).isEqualTo(day("2027-05-31"));
                    assertThat(term.internalDue()).isEqualTo(day("2027-06-07"));
                });

        done(
                request(FakeRequest.post("steering", "/x"))
                        .withPathValue("kind", "half-year")
                        .withField("seen", "2027-01-01"),
                "periods/{kind}/take-back");
        assertThat(bench.reports.term(ReportKind.HALF_YEAR, 2027).orElseThrow().due())
                .isEqualTo(day("2027-06-20"));
    }

    @Test
    void aPeriodThatWouldLeaveAYearWithoutItsReportIsRefused() {
        assertThat(mistakes(period("half-year", "31/5", "10/6", "10/06/2027"), "periods/{kind}"))
                .as("no report of 2027")
                .containsExactly("Bắt đầu từ 10/06/2027 thì năm 2027 có hai báo cáo loại này hoặc không có báo cáo nào;"
                        + " chọn ngày không muộn hơn 31/05/2027, hoặc sau 14/06/2027");
        assertThat(mistakes(period("half-year", "30/6", "10/7", "20/06/2027"), "periods/{kind}"))
                .as("two reports of 2027")
                .hasSize(1);
        assertThat(bench.reports.terms(2027)).hasSize(4);
    }

    @Test
    void aPeriodIsInOrder() {
        assertThat(mistakes(period("half-year", "31/5", "31/5", "01/01/2027"), "periods/{kind}"))
                .containsExactly("Hạn gửi 31/5 không sau ngày cuối kỳ 31/5; cần một ngày sau đó trong cùng năm");
        assertThat(mistakes(period("half-year", "31/5", "3/6", "01/01/2027"), "periods/{kind}"))
                .containsExactly("Sớm hơn 3 ngày thì hạn nội bộ không sau ngày cuối kỳ 31/5; giảm số ngày");
        assertThat(mistakes(period("half-year", "16/12", "20/12", "01/01/2027"), "periods/{kind}"))
                .anyMatch(text -> text.startsWith("Từ 15/12 năm trước đến 16/12 dài hơn một năm"));
        assertThat(mistakes(period("half-year", "31/2", "10/6", "01/01/2027"), "periods/{kind}"))
                .containsExactly("“31/2” không phải ngày trong năm; nhập ngày/tháng, ví dụ 14/3");
        Rendered form = page(
                "GET /settings/periods/{kind}",
                request(FakeRequest.get("steering", "/x")).withPathValue("kind", "half-year"));
        assertThat(form.one("#firstDay").attr("value")).isEqualTo("15/12");
        assertThat(form.has("#yearBefore[checked]")).isTrue();
    }

    @Test
    void aRuleThatNobodyKnowsIsNotThere() {
        assertThatThrownBy(() ->
                        staff.call("GET /settings/rules/{name}", named(FakeRequest.get("steering", "/x"), "no.such")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private static FakeRequest request(FakeRequest request) {
        return request.in("VPUB2").may(SteeringPermissions.SETTING).at(MONDAY);
    }

    private static FakeRequest named(FakeRequest request, String name) {
        return request(request).withPathValue("name", name);
    }

    private static FakeRequest rule(String name, String seen, String value, String from, String basis) {
        return with(
                named(FakeRequest.post("steering", "/x"), name),
                Map.of("seen", seen, "value", value, "validFrom", from, "basis", basis));
    }

    private static FakeRequest period(String kind, String to, String due, String from) {
        return with(
                request(FakeRequest.post("steering", "/x")).withPathValue("kind", kind),
                Map.of(
                        "seen", "2022-02-21",
                        "firstDay", "15/12",
                        "yearBefore", "1",
                        "lastDay", to,
                        "due", due,
                        "internalDays", "3",
                        "validFrom", from,
                        "basis", "Công văn mới"));
    }

    private static FakeRequest with(FakeRequest request, Map<String, String> fields) {
        FakeRequest all = request;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!field.getValue().isEmpty()) {
                all = all.withField(field.getKey(), field.getValue());
            }
        }
        return all;
    }

    private Rendered page(String route, FakeRequest request) {
        return Rendered.of(staff.call(route, request)).keepsTheRules();
    }

    private List<String> mistakes(FakeRequest request, String route) {
        return page("POST /settings/" + route, request).texts(".kt-errors li");
    }

    private void done(FakeRequest request, String route) {
        Reply reply = staff.call("POST /settings/" + route, request);
        assertThat(reply)
                .as(() -> Rendered.of(reply).texts(".kt-errors li").toString())
                .isInstanceOf(Reply.Redirect.class);
    }

    private String value(SettingName name, String day) {
        return database.read(handle -> new Settings().on(handle, name, day(day)))
                .value();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
