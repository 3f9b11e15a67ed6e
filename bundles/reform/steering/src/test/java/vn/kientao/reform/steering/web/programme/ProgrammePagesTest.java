package vn.kientao.reform.steering.web.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.programme.ClauseTasks;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class ProgrammePagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes open = new RecordedRoutes();
    private final Programmes programmes;
    private final Tasks tasks;

    ProgrammePagesTest(Database database, Migrations migrations) {
        Province province = new Province();
        SteeringTables tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        programmes = new Programmes(database, province, tables);
        tasks = new Tasks(database, new RecordingAuditTrail(), province, province, tables);
        ProgrammePages pages = new ProgrammePages(programmes, new Targets(database, tables), province);
        pages.staff(staff);
        pages.open(open);
        new GivePages(programmes, new ClauseTasks(database, programmes, tasks), province).staff(staff);
    }

    @Test
    void givesATaskForEachClauseToWhoLeadsItsArea() {
        FakeRequest form = get("/programme/D/give").withPathValue("document", "D");
        Rendered page =
                Rendered.of(staff.call("GET /programme/{document}/give", form)).keepsTheRules();
        FakeRequest post = FakeRequest.post("steering", "/programme/D/give")
                .in("VPUB2")
                .may(SteeringPermissions.READ, SteeringPermissions.PROGRAMME)
                .at(CLOCK)
                .withPathValue("document", "D")
                .withField("_once", "k1")
                .withField("due", "14/12/2026")
                .withField("together", "1");
        page.document().select("input[type=checkbox][checked]").forEach(box -> post.withField(box.attr("name"), "1"));
        page.document()
                .select("option[selected]")
                .forEach(chosen -> post.withField(chosen.parent().attr("name"), chosen.attr("value")));

        staff.call("POST /programme/{document}/give", post);
        staff.call("POST /programme/{document}/give", post);

        Programmes.Course course =
                programmes.course("D", LocalDate.of(2026, 11, 30)).orElseThrow();
        assertThat(course.open()).isEmpty();
        assertThat(course.figures().values()).as("given once").allMatch(figures -> figures.withinTerm() == 1);
        assertThat(tasks.figures("STP2", LocalDate.of(2026, 11, 30)).withinTerm())
                .isEqualTo(3);
        assertThat(tasks.find("VPUB2-2026-0011").orElseThrow().parties())
                .filteredOn(party -> party.part() == Part.COOPERATE)
                .extracting(Party::agency)
                .containsExactly("SKHCN2", "SNV2", "VPUB2");
    }

    @Test
    void refusesAClauseWithoutALeadAndGivesNoneOfTheOthers() {
        FakeRequest post = FakeRequest.post("steering", "/programme/D/give")
                .in("VPUB2")
                .may(SteeringPermissions.PROGRAMME)
                .at(CLOCK)
                .withPathValue("document", "D");
        programmes
                .course("D", LocalDate.of(2026, 11, 30))
                .orElseThrow()
                .clauses()
                .forEach(clause -> post.withField("clause-" + clause.id(), "1")
                        .withField("lead-" + clause.id(), clause.code().equals("D6") ? "" : "SNV2"));

        Rendered page = Rendered.of(staff.call("POST /programme/{document}/give", post));

        assertThat(page.texts(".kt-errors li"))
                .containsExactly("Khoản D6: chọn cơ quan chủ trì đang hoạt động, không phải “”");
        assertThat(tasks.figures("SNV2", LocalDate.of(2026, 11, 30)).all()).isZero();
    }

    @Test
    void namesWhoLeadsEachAreaTodayWhateverTheDirectiveCalledThem() {
        Rendered page =
                Rendered.of(staff.call("GET /programme", get("/programme"))).keepsTheRules();

        assertThat(page.texts("div[aria-labelledby=areas] tbody td:nth-child(2)"))
                .containsExactly(
                        "Cơ quan VPUB2",
                        "Cơ quan STP2",
                        "Cơ quan VPUB2",
                        "Cơ quan SNV2",
                        "Cơ quan SNV2",
                        "Cơ quan STC2",
                        "Cơ quan SKHCN2",
                        "Cơ quan SKHCN2");
    }

    @Test
    void everyClauseOfTheDirectiveIsThereWithHowItsTasksStand() {
        Clause clause = programmes
                .course("D", LocalDate.of(2026, 11, 30))
                .orElseThrow()
                .clauses()
                .get(5);
        give(clause);

        Rendered page = Rendered.of(open.call(
                        "GET /programme/{document}", get("/programme/D").withPathValue("document", "D")))
                .keepsTheRules();

        assertThat(page.texts("tbody th"))
                .startsWith("D0", "D1", "D2.1", "D2.2", "D2.3", "D2.4", "D2.5", "D2.6", "D3", "D4")
                .endsWith("D6", "D7")
                .hasSize(28);
        assertThat(page.texts("tr#" + clause.code().replace(".", "\\.") + " td.kt-number"))
                .containsExactly("0", "1", "0");
        assertThat(page.text(".kt-count")).isEqualTo("1 trong 28 khoản đã có nhiệm vụ");
        assertThat(page.texts(".kt-tag-need")).hasSize(27);
        assertThat(page.text("tr#D7 td small")).as("who leads the area").isEqualTo("Cơ quan VPUB2");
    }

    private void give(Clause clause) {
        TaskOrder order = new TaskOrder(
                "Theo dõi kỷ luật, kỷ cương",
                "Báo cáo",
                clause.area(),
                Optional.of(clause.document()),
                Optional.of(clause.id()),
                Optional.empty(),
                "SNV2",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Term.DATED,
                Optional.of(LocalDate.of(2026, 12, 31)),
                Set.of(),
                Set.of(),
                Set.of());
        FakeRequest request = get("/tasks/new");
        tasks.give(
                order,
                Optional.empty(),
                new Tasks.Act(
                        "VPUB2",
                        "officer",
                        LocalDateTime.of(2026, 11, 30, 12, 0),
                        request.audit("steering.give-task", "task", "", "")));
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("steering", path)
                .in("VPUB2")
                .may(SteeringPermissions.READ, SteeringPermissions.GIVE)
                .at(CLOCK);
    }
}
