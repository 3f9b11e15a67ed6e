package vn.kientao.reform.steering.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.handover.HandOvers;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskState;

/** The plans of agencies that ended with the merger of 1 July 2025, and of those that do their work since. */
@OnEachDatabase("steering")
class PlanSuccessionTest {
    private static final String BEFORE = "2025-02-01";
    private static final String AFTER = "2025-07-02";

    private final TaskFixture fixture;
    private final Plans plans;
    private final HandOvers handOvers;
    private final Programmes programmes;

    PlanSuccessionTest(Database database, Migrations migrations) {
        fixture = new TaskFixture(database, migrations);
        plans = new Plans(
                database,
                fixture.audit,
                fixture.province,
                fixture.province,
                fixture.province,
                fixture.tasks,
                fixture.tables);
        handOvers = new HandOvers(database, fixture.tasks, fixture.province);
        programmes = new Programmes(database, fixture.province, fixture.tables);
    }

    @Test
    void theOldPlanStaysReadableAndWhatIsLeftOfItGoesOnInThatOfTheSuccessor() {
        Plan old = inForce("STP", "Rà soát văn bản", "Tập huấn pháp chế");
        Task done = task(old, "Tập huấn pháp chế");
        fixture.step(done, TaskAction.REPORT, BEFORE);
        fixture.step(done, TaskAction.CONFIRM, BEFORE);

        assertThat(handOvers.ended(LocalDate.parse(AFTER))).as("the dry run").isNotEmpty();
        assertThat(plans.find(old.id()).orElseThrow().plan()).isEqualTo(old);
        assertThatThrownBy(() -> plans.takeOver(2025, doer("STP2", AFTER)))
                .as("before the tasks are handed over")
                .isInstanceOf(PlanRefusedException.class);
        assertThat(plans.ofAgency("STP2")).extracting(Plan::agency).containsExactly("STP");
        assertThat(handOvers.merge("Sáp nhập", TaskFixture.act("VPUB2", AFTER))).isPresent();

        Plan begun = plans.takeOver(2025, doer("STP2", AFTER));
        List<PlanItem> left = plans.find(begun.id()).orElseThrow().items();
        assertThat(left).extracting(item -> item.words().title()).containsExactly("Rà soát văn bản");
        assertThat(left.get(0).words().lead()).isEqualTo("STP2");
        assertThat(left.get(0).words().cooperating()).containsExactly("SNV2");
        assertThat(plans.find(begun.id()).orElseThrow().events())
                .extracting(Happening::action, Happening::note)
                .containsExactly(tuple("TAKE_OVER", "STP"));
        approve(begun, "STP2", AFTER);

        Task goesOn = task(old, "Rà soát văn bản");
        assertThat(task(begun, "Rà soát văn bản")).isEqualTo(goesOn);
        assertThat(goesOn.state()).isEqualTo(TaskState.OPEN);
        assertThat(goesOn.lead()).isEqualTo("STP2");
        assertThat(task(old, "Tập huấn pháp chế").state()).isEqualTo(TaskState.DONE);
        assertThat(plans.find(old.id()).orElseThrow().plan().state()).isEqualTo(PlanState.APPROVED);
        assertThat(plans.ofAgency("STP2")).extracting(Plan::agency).containsExactly("STP", "STP2");
    }

    @Test
    void aHandOverThatIsTakenBackLeavesThePlanAsItWas() {
        Plan old = inForce("STP", "Rà soát văn bản");
        long run = handOvers.merge("Sáp nhập", TaskFixture.act("VPUB2", AFTER)).orElseThrow();
        handOvers.undo(handOvers.find("VPUB2", run).orElseThrow(), TaskFixture.act("VPUB2", AFTER));

        assertThat(plans.find(old.id()).orElseThrow().plan()).isEqualTo(old);
        assertThat(task(old, "Rà soát văn bản").lead()).isEqualTo("STP");
        assertThat(task(old, "Rà soát văn bản").giver()).isEqualTo("STP");
    }

    @Test
    void theFirstPlanAfterTheMergerCopiesThoseOfTheYearBeforeWithTheAgenciesOfToday() {
        inForce("STP", "Rà soát văn bản");
        fixture.province.split("STC", List.of("STP2"));
        inForce("STC", "Giao dự toán");

        Plan next = plans.begin(2026, true, doer("STP2", "2025-12-01"));

        assertThat(plans.find(next.id()).orElseThrow().items())
                .allSatisfy(item -> {
                    assertThat(item.words().lead()).isEqualTo("STP2");
                    assertThat(item.words().cooperating()).containsExactly("SNV2");
                    assertThat(item.words().due()).contains(LocalDate.parse("2026-10-31"));
                    assertThat(item.task()).isEmpty();
                })
                .extracting(item -> item.words().title())
                .containsExactlyInAnyOrder("Rà soát văn bản", "Giao dự toán");
    }

    @Test
    void ofAPlanOfAnAgencyThatWasSplitEachTakesOverWhatItGivesNow() {
        fixture.province.split("STP", List.of("STP2", "STC2"));
        Plan old = inForce("STP", "Rà soát văn bản", "Giao dự toán");
        handOvers.merge("Sáp nhập", TaskFixture.act("VPUB2", AFTER));
        for (String part : List.of("GIVE", "LEAD")) {
            decide(old, "Rà soát văn bản", part, "STP2");
            decide(old, "Giao dự toán", part, "STC2");
        }

        for (Map.Entry<String, String> one :
                Map.of("STP2", "Rà soát văn bản", "STC2", "Giao dự toán").entrySet()) {
            Plan begun = plans.takeOver(2025, doer(one.getKey(), AFTER));
            assertThat(plans.find(begun.id()).orElseThrow().items())
                    .extracting(item -> item.words().title())
                    .containsExactly(one.getValue());
        }
    }

    private void decide(Plan plan, String title, String part, String to) {
        handOvers.decide(
                task(plan, title).code(),
                Part.valueOf(part),
                "STP",
                to,
                "Theo chức năng",
                TaskFixture.act("VPUB2", AFTER));
    }

    /** A plan of 2025 that was approved in February. */
    private Plan inForce(String agency, String... titles) {
        Plan plan = plans.begin(2025, false, doer(agency, BEFORE));
        for (String title : titles) {
            plans.add(plan, List.of(words(title, agency)), doer(agency, BEFORE));
        }
        approve(plan, agency, BEFORE);
        return plans.find(plan.id()).orElseThrow().plan();
    }

    private void approve(Plan plan, String agency, String day) {
        for (PlanAction action : List.of(PlanAction.SUBMIT, PlanAction.APPRAISE, PlanAction.APPROVE)) {
            plans.act(
                    plans.find(plan.id()).orElseThrow().plan(),
                    new Plans.Step(action, "", action == PlanAction.APPROVE ? "12/QĐ-UBND" : "", Map.of()),
                    doer(agency, day));
        }
    }

    private ItemWords words(String title, String lead) {
        return new ItemWords(
                programmes.areas(LocalDate.parse(BEFORE)).get(1).code(),
                title,
                "Báo cáo",
                "Nguyễn Văn Tám",
                "Văn phòng",
                lead,
                List.of("SNV"),
                Optional.of(LocalDate.parse("2025-10-31")),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private Task task(Plan plan, String title) {
        long id = plans.find(plan.id()).orElseThrow().items().stream()
                .filter(item -> item.words().title().equals(title))
                .findFirst()
                .flatMap(PlanItem::task)
                .orElseThrow();
        return fixture.tasks
                .find(fixture.tasks.codes(List.of(id)).get(id))
                .orElseThrow()
                .task();
    }

    private static PlanDoer doer(String agency, String day) {
        return new PlanDoer(
                agency,
                "officer." + agency,
                LocalDate.parse(day).atTime(9, 0),
                (action, type, id, detail) -> new AuditEntry(
                        "officer." + agency, Optional.of(agency), "steering", action, type, id, detail, ""));
    }
}
