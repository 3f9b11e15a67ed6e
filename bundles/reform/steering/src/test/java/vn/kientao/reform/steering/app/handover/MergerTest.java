package vn.kientao.reform.steering.app.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Move;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskFilter;

/** The open tasks of agencies that have ended follow to their successors, and come back when that is taken back. */
@OnEachDatabase("steering")
class MergerTest {
    private static final String BEFORE = "2025-06-20";
    private static final String AFTER = "2025-07-02";

    private final TaskFixture fixture;
    private final HandOvers handOvers;
    private final Task open;
    private final Task done;

    MergerTest(Database database, Migrations migrations) {
        fixture = new TaskFixture(database, migrations);
        handOvers = new HandOvers(database, fixture.tasks, fixture.province);
        open = fixture.tasks.give(
                TaskFixture.order("Kế hoạch", "STP", "2025-12-31", Set.of("SNV", "STC")),
                Optional.empty(),
                TaskFixture.act("VPUB", BEFORE));
        fixture.step(open, TaskAction.ASSIGN, BEFORE);
        done = fixture.give("VPUB", "STP", BEFORE, "2025-06-30");
        fixture.step(done, TaskAction.REPORT, BEFORE);
        fixture.step(done, TaskAction.CONFIRM, BEFORE);
    }

    @Test
    void theDryRunShowsWhatWouldMoveAndChangesNothing() {
        assertThat(handOvers.ended(LocalDate.parse(BEFORE))).isEmpty();
        assertThat(handOvers.ended(LocalDate.parse(AFTER)))
                .extracting(one -> one.part() + " " + one.agency() + " → " + one.successors())
                .containsExactlyInAnyOrder(
                        "GIVE VPUB → [VPUB2]", "LEAD STP → [STP2]", "COOPERATE SNV → [SNV2]", "COOPERATE STC → [STC2]");
        assertThat(fixture.again(open).lead()).isEqualTo("STP");
    }

    @Test
    void openTasksFollowAndWhatIsDoneStaysWhereItWasDone() {
        Run run = merge();

        Task moved = fixture.again(open);
        assertThat(moved.lead()).isEqualTo("STP2");
        assertThat(moved.giver()).isEqualTo("VPUB2");
        assertThat(moved.account()).as("nobody there answers for it yet").isEmpty();
        assertThat(run.moved()).isEqualTo(4);
        assertThat(fixture.again(done).lead()).isEqualTo("STP");
        Tasks.View view = fixture.tasks.find(open.code()).orElseThrow();
        assertThat(view.concerns("STP")).as("the old agency still reads it").isTrue();
        assertThat(view.parties())
                .filteredOn(Party::present)
                .extracting(Party::agency)
                .containsExactlyInAnyOrder("VPUB2", "STP2", "SNV2", "STC2");
        assertThat(view.events())
                .extracting(event -> event.action() + " " + event.note())
                .contains("HANDOVER LEAD: STP → STP2");
        assertThat(listed("STP2")).containsExactly(open.code());
        assertThat(listed("STP")).isEmpty();
        assertThat(fixture.province.told())
                .extracting(one -> one.account() + " " + one.link())
                .contains("head.STP2 /STP2/steering/tasks/" + open.code());

        assertThat(handOvers.merge("Sáp nhập", TaskFixture.act("VPUB2", AFTER)))
                .as("nothing is left to move")
                .isEmpty();
        fixture.step(open, TaskAction.ASSIGN, AFTER);
        fixture.step(open, TaskAction.REPORT, AFTER);
        fixture.step(open, TaskAction.CONFIRM, AFTER);
    }

    @Test
    void aRunIsTakenBackAsItWas() {
        Run run = merge();

        assertThat(handOvers.undo(run, TaskFixture.act("VPUB2", "2025-07-03"))).isEqualTo(4);

        Task back = fixture.again(open);
        assertThat(back.lead()).isEqualTo("STP");
        assertThat(back.giver()).isEqualTo("VPUB");
        assertThat(back.account()).contains("clerk.STP");
        assertThat(back.division()).isEqualTo("Phòng Tổng hợp");
        assertThat(listed("STP")).containsExactly(open.code());
        assertThatThrownBy(() -> handOvers.undo(run, TaskFixture.act("VPUB2", "2025-07-03")))
                .isInstanceOf(StaleRecordException.class);
        assertThat(merge().moved()).as("and may go again").isEqualTo(4);
    }

    @Test
    void whatHasGoneOnSinceIsNotTakenBack() {
        Run run = merge();
        handOvers.toAgency(fixture.again(open), "X-VL", "Đổi cơ quan chủ trì", TaskFixture.act("VPUB2", AFTER));

        assertThat(handOvers.undo(run, TaskFixture.act("VPUB2", "2025-07-03"))).isEqualTo(3);
        assertThat(fixture.again(open).lead()).isEqualTo("X-VL");
    }

    @Test
    void aSplitIsDecidedByHand() {
        fixture.province.split("STC", List.of("STC2", "SNV2"));
        assertThat(handOvers.ended(LocalDate.parse(AFTER)).stream().filter(one -> !one.clear()))
                .extracting(Holding::agency, Holding::successors)
                .containsExactly(tuple("STC", Set.of("STC2", "SNV2")));
        assertThat(merge().moved()).isEqualTo(3);

        long run = handOvers.decide(
                open.code(), Part.COOPERATE, "STC", "SNV2", "Theo chức năng", TaskFixture.act("VPUB2", AFTER));

        List<Move> moves = handOvers.moves(handOvers.find("VPUB2", run).orElseThrow());
        assertThat(moves).extracting(Move::added).as("it helped already").containsExactly(false);
        handOvers.undo(handOvers.find("VPUB2", run).orElseThrow(), TaskFixture.act("VPUB2", AFTER));
        assertThat(fixture.tasks.find(open.code()).orElseThrow().has("SNV2", Part.COOPERATE))
                .isTrue();
    }

    @Test
    void whoLeavesHandsAllOpenTasksOverInOneStep() {
        Task second = fixture.give("VPUB", "STP", BEFORE, "2025-11-30");
        fixture.step(second, TaskAction.ASSIGN, BEFORE);
        assertThat(handOvers.ofPerson("clerk.STP", "STP"))
                .extracting(Task::code)
                .containsExactly(second.code(), open.code());

        long run = handOvers
                .toPerson("clerk.STP", "head.STP", "Lê Thị Thủ Trưởng", "Nghỉ hưu", TaskFixture.act("STP", BEFORE))
                .orElseThrow();

        assertThat(fixture.again(open).account()).contains("head.STP");
        assertThat(handOvers.ofPerson("clerk.STP", "STP")).isEmpty();
        assertThat(handOvers.undo(handOvers.find("STP", run).orElseThrow(), TaskFixture.act("STP", BEFORE)))
                .isEqualTo(2);
        assertThat(fixture.again(second).account()).contains("clerk.STP");
    }

    private Run merge() {
        long run = handOvers
                .merge("Sáp nhập theo Nghị quyết 202/2025/QH15", TaskFixture.act("VPUB2", AFTER))
                .orElseThrow();
        return handOvers.find("VPUB2", run).orElseThrow();
    }

    private List<String> listed(String agency) {
        TaskFilter filter = new TaskFilter(
                Optional.of(agency),
                Part.LEAD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                LocalDate.parse(AFTER));
        return fixture.tasks.page(filter, Optional.empty(), 10).stream()
                .map(Task::code)
                .toList();
    }
}
