package vn.kientao.reform.procedures.web.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.rule.RuleBook;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DueView;

/** The rule sets in force with their legal basis; a new one is a further row and moves no date that was promised. */
@OnEachDatabase("procedures")
class RulePagesTest {
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final DeskFixture fixture;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();

    RulePagesTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        RulePages pages = new RulePages(
                new RuleBook(database, fixture.audit, ProcedureTables.of(migrations, FolderScripts.ofModule())));
        pages.staff(routes);
        pages.api(programs);
    }

    @Test
    void showsTheRulesInForceWithTheirLegalBasisToEverybody() {
        Rendered page = show(may(FakeRequest.get("procedures", "/rules"), false));

        assertThat(page.texts("h2")).containsExactly("Bộ quy tắc A Đang áp dụng");
        assertThat(page.text("dl"))
                .contains("Nghị định 61/2018/NĐ-CP")
                .contains("từ 21/06/2018")
                .contains("15:00");
        assertThat(page.has("form")).isFalse();
    }

    @Test
    void addsARuleSetThatOnlyLaterDossiersKeep() {
        Dossier before = fixture.receive(RECEIVED);
        Reply reply = routes.call("POST /rules", form(Map.of()));
        assertThat(((Reply.Redirect) reply).flash()).contains("Đã thêm bộ quy tắc B, áp dụng từ 23/11/2026.");
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.rule-add");

        assertThat(fixture.again(before).rule().orElseThrow().code()).isEqualTo("A");
        Dossier after = fixture.receive(RECEIVED.plusDays(3));
        assertThat(after.rule().orElseThrow().code()).isEqualTo("B");
        assertThat(after.rule().orElseThrow().settings().noticeDays()).isEqualTo(2);
        assertThat(fixture.receive(RECEIVED.plusDays(2)).rule().orElseThrow().code())
                .isEqualTo("A");

        Rendered page = show(may(FakeRequest.get("procedures", "/rules"), true).inEnglish());
        assertThat(page.texts("h2").subList(0, 2)).containsExactly("Rule set B To come", "Rule set A In force");
        RulePages.Listing listing = (RulePages.Listing) ((Reply.Json)
                        programs.call("GET /rules", may(FakeRequest.get("procedures", "/rules"), false)))
                .value();
        assertThat(listing.items()).extracting(RulePages.Item::validTo).containsExactly(null, "2026-11-22");
    }

    @Test
    void refusesWhatIsPastOutOfOrderOrNoNumber() {
        Reply wrong = routes.call("POST /rules", form(Map.of("from", "1/1/2020", "notice", "ba", "cutOff", "25:00")));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);
        Rendered page = Rendered.of(wrong).keepsTheRules();
        assertThat(page.text("#from-error")).contains("01/01/2020").contains("20/11/2026");
        assertThat(page.text("#notice-error")).contains("“ba”");
        assertThat(page.text("#cutOff-error")).contains("“25:00”");
        assertThat(page.one("#code").val()).isEqualTo("B");

        routes.call("POST /rules", form(Map.of()));
        Reply again = routes.call("POST /rules", form(Map.of("from", "22/11/2026")));
        assertThat(((Reply.View) again).status()).isEqualTo(422);
    }

    @Test
    void saysOnEachDayOfTheWayWhereTheClockStoodStill() {
        Dossier dossier = fixture.receive(RECEIVED);
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        fixture.progress.take(
                fixture.again(dossier),
                new ClockSteps.Stop("Chờ giám định", "Điều 19"),
                DeskFixture.doer(RECEIVED.plusDays(3), ""));
        fixture.progress.take(
                fixture.again(dossier), new ClockSteps.Resume("", ""), DeskFixture.doer(RECEIVED.plusDays(6), ""));

        Dossier paused = fixture.again(dossier);
        DueView view = DueView.of(
                paused.appointment(),
                fixture.dossiers.history(paused).pauses(),
                may(FakeRequest.get("procedures", "/x"), false).page().texts());
        Map<String, String> reasons = new LinkedHashMap<>();
        view.days().forEach(line -> reasons.put(line.day(), line.reason()));
        assertThat(reasons.get("23/11/2026")).isEqualTo("Tạm dừng từ 08:15 23/11/2026: Chờ giám định");
        assertThat(reasons.get("24/11/2026")).contains("Ngày nghỉ thử").contains("Đang tạm dừng: Chờ giám định");
        assertThat(reasons.get("25/11/2026")).isEqualTo("Đang tạm dừng: Chờ giám định");
        assertThat(reasons.get("26/11/2026")).isEqualTo("Hết tạm dừng lúc 08:15 26/11/2026: Chờ giám định");
        assertThat(reasons.get("27/11/2026")).isEmpty();
        assertThat(view.days().get(view.days().size() - 1).day()).isEqualTo(Formats.date(LocalDate.of(2026, 12, 2)));
    }

    private Rendered show(FakeRequest request) {
        return Rendered.of(routes.call("GET /rules", request)).keepsTheRules();
    }

    private static FakeRequest form(Map<String, String> other) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "code", "B",
                "reading", "CIVIL_CODE",
                "from", "23/11/2026",
                "basis", "Nghị định 118/2025/NĐ-CP",
                "supplement", "PAUSE",
                "cutOff", "15:00",
                "notice", "2",
                "supplements", "1",
                "apology", "1",
                "reAppointments", "1"));
        values.put("review", "8");
        values.put("payment", "true");
        values.putAll(other);
        FakeRequest request = may(FakeRequest.post("procedures", "/rules"), true);
        values.forEach(request::withField);
        return request;
    }

    private static FakeRequest may(FakeRequest request, boolean adds) {
        FakeRequest there = request.in("STP2").at(CLOCK);
        return adds ? there.may(RulePages.READ, RulePages.RULES) : there.may(RulePages.READ);
    }
}
