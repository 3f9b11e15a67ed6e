package vn.kientao.reform.steering.app.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;

/** A task is told of before and after its term, each once. */
@OnEachDatabase("steering")
class RemindersTest {
    private final TaskFixture fixture;
    private final FixedClock clock = FixedClock.at("2026-11-01T09:00");
    private final Reminders reminders;

    RemindersTest(Database database, Migrations migrations) {
        fixture = new TaskFixture(database, migrations);
        reminders = new Reminders(database, fixture.tasks, fixture.province, fixture, fixture.audit, clock);
    }

    @AfterEach
    void close() {
        reminders.close();
    }

    @Test
    void remindsSevenThreeAndOneDayBeforeTheTermAndEscalatesAfterIt() {
        Task task = fixture.give("VPUB2", "STP2", "2026-11-01", "2026-11-20");
        fixture.step(task, TaskAction.ASSIGN, "2026-11-01");
        int before = fixture.province.told().size();

        assertThat(until("2026-11-12")).isZero();
        assertThat(until("2026-11-13")).isEqualTo(1);
        assertThat(until("2026-11-16")).as("told once").isZero();
        assertThat(until("2026-11-17")).isEqualTo(1);
        assertThat(until("2026-11-20")).isEqualTo(1);
        assertThat(fixture.province.told().stream().skip(before))
                .extracting(one -> one.account() + ": " + one.text().vi())
                .containsExactly(
                        "clerk.STP2: Nhiệm vụ " + task.code() + " còn 7 ngày là hết hạn",
                        "clerk.STP2: Nhiệm vụ " + task.code() + " còn 3 ngày là hết hạn",
                        "clerk.STP2: Nhiệm vụ " + task.code() + " còn 1 ngày là hết hạn");

        assertThat(until("2026-11-21")).isEqualTo(1);
        assertThat(fixture.published)
                .extracting(ModuleEvent::type, ModuleEvent::subject)
                .containsExactly(tuple("steering.task-overdue", task.code()));
        int overdue = fixture.province.told().size();
        assertThat(until("2026-11-23")).as("the head").isEqualTo(1);
        assertThat(until("2026-12-05")).as("the chairman").isEqualTo(1);
        assertThat(until("2026-12-31")).as("never again").isZero();
        assertThat(fixture.province.told().stream().skip(overdue))
                .extracting(Notice::account)
                .contains("head.STP2", "head.");
        assertThat(fixture.audit.actions())
                .filteredOn("steering.task-told"::equals)
                .hasSize(6);
    }

    @Test
    void anewTermIsToldOfAnewAndWhatRestsOrIsDoneIsLeftAlone() {
        Task task = fixture.give("VPUB2", "STP2", "2026-11-01", "2026-11-08");
        assertThat(until("2026-11-02")).isEqualTo(1);
        fixture.step(task, TaskAction.PAUSE, "2026-11-02");
        assertThat(until("2026-11-09")).as("paused").isZero();
        fixture.step(task, TaskAction.RESUME, "2026-11-09");
        assertThat(until("2026-11-10")).as("overdue").isEqualTo(1);

        fixture.step(task, TaskAction.REPORT, "2026-11-10");
        assertThat(until("2026-11-20")).as("reported").isZero();
        fixture.step(task, TaskAction.CONFIRM, "2026-11-20");
        assertThat(until("2026-11-21")).isEqualTo(1);
        assertThat(until("2026-11-22")).isZero();
        ModuleEvent done = fixture.published.get(fixture.published.size() - 1);
        assertThat(done.type()).isEqualTo("steering.task-done");
        assertThat(done.detail()).isEqualTo("{\"due\":\"2026-11-08\",\"giver\":\"VPUB2\",\"late\":true}");
    }

    /** Lets the days pass, telling on each of them, and returns what was told. */
    private int until(String day) {
        int told = 0;
        while (LocalDate.now(clock).isBefore(LocalDate.parse(day))) {
            clock.advance(Duration.ofDays(1));
            told += reminders.tell();
            assertThat(reminders.tell()).as("the same minute once more").isZero();
        }
        return told;
    }
}
