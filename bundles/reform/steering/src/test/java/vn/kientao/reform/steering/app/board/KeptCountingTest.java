package vn.kientao.reform.steering.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;
import vn.kientao.reform.steering.domain.board.MonthDone;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.store.board.BoardRows;

/** The kept numbers are those of the tasks, whatever happened to these and whoever wrote them. */
@OnEachDatabase("steering")
class KeptCountingTest {
    private static final List<String> LEADS = List.of("STP2", "SNV2", "STC2");
    private static final String AREA = "institutions";

    private final Database database;
    private final TaskFixture fixture;
    private final FixedClock clock = FixedClock.at("2026-09-01T09:00");
    private final KeptCounting counting;
    private final BoardRows rows = new BoardRows();

    KeptCountingTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new TaskFixture(database, migrations);
        counting = new KeptCounting(database, fixture.tables, clock, Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void areThoseOfTheTasksAfterAnySteps() {
        counting.run();
        Random chance = new Random(6);
        List<Task> given = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            clock.advance(Duration.ofDays(1));
            String today = LocalDate.now(clock).toString();
            given.add(fixture.give(
                    "VPUB2",
                    LEADS.get(chance.nextInt(LEADS.size())),
                    today,
                    LocalDate.now(clock).plusDays(chance.nextInt(30)).toString()));
            for (int step = 0; step < 3; step++) {
                Task task = fixture.again(given.get(chance.nextInt(given.size())));
                List<TaskAction> possible = Set.of(TaskAction.values()).stream()
                        .sorted()
                        .filter(action -> action.possible(task.state()))
                        .toList();
                if (!possible.isEmpty()) {
                    fixture.step(task, possible.get(chance.nextInt(possible.size())), today);
                }
            }
            if (day % 7 == 0) {
                assertThat(counting.run())
                        .as("rows that nothing had marked on day %d", day)
                        .isZero();
                assertThat(kept()).as("day %d", day).isEqualTo(counted(given));
            }
        }
        counting.run();

        assertThat(kept()).isEqualTo(counted(given));
        assertThat(counted(given).get("").overdue()).as("something was overdue").isPositive();
        assertThat(months()).isEqualTo(doneByMonth(given));
    }

    @Test
    void becomeOverdueWhenADayPassesThoughNobodyDoesAnything() {
        fixture.give("VPUB2", "STP2", "2026-09-01", "2026-09-02");
        counting.run();
        assertThat(kept().get("STP2").overdue()).isZero();

        clock.advance(Duration.ofDays(1));
        counting.run();
        assertThat(kept().get("STP2").overdue()).as("on its last day").isZero();

        clock.advance(Duration.ofDays(1));
        counting.run();
        assertThat(kept().get("STP2").overdue()).isEqualTo(1);
        assertThat(kept().get("").overdue()).isEqualTo(1);
    }

    @Test
    void followATaskToAnotherAgency() {
        Task task = fixture.give("VPUB2", "STP2", "2026-09-01", "2026-09-20");
        counting.run();
        Task other = fixture.again(task).ledBy("SNV2");
        database.write(transaction -> {
            fixture.tasks.follow(transaction, other, "HANDOVER", "Sáp nhập", TaskFixture.act("VPUB2", "2026-09-01"));
            return null;
        });

        assertThat(counting.run()).isZero();
        assertThat(kept()).doesNotContainKey("STP2");
        assertThat(kept().get("SNV2").withinTerm()).isEqualTo(1);
    }

    @Test
    void arePutRightAfterAReleaseThatKeepsNone() {
        Task task = fixture.give("VPUB2", "STP2", "2026-09-01", "2026-09-20");
        counting.run();
        database.write(handle -> handle.execute(
                "UPDATE steering.task SET version = version + 1, state = 'PAUSED' WHERE id = ?", task.id()));
        assertThat(counting.run()).as("looked at less than an hour ago").isZero();

        clock.advance(Duration.ofMinutes(61));

        assertThat(counting.run()).isEqualTo(1);
        assertThat(kept().get("STP2")).isEqualTo(new TaskFigures(0, 0, 0, 0, 1, 0));
    }

    @Test
    void areRightWhenCountedWhileTasksAreWritten() throws Exception {
        ExecutorService office = Executors.newFixedThreadPool(LEADS.size());
        List<Future<List<Task>>> clerks = new ArrayList<>();
        try {
            for (String lead : LEADS) {
                clerks.add(office.submit(() -> {
                    List<Task> mine = new ArrayList<>();
                    for (int i = 0; i < 15; i++) {
                        Task task = fixture.give(lead, lead, "2026-09-01", "2026-09-20");
                        mine.add(task);
                        fixture.step(task, TaskAction.REPORT, "2026-09-01");
                        if (i % 2 == 0) {
                            fixture.step(task, TaskAction.CONFIRM, "2026-09-01");
                        }
                    }
                    return mine;
                }));
            }
            while (clerks.stream().anyMatch(clerk -> !clerk.isDone())) {
                counting.run();
            }
            List<Task> given = new ArrayList<>();
            for (Future<List<Task>> clerk : clerks) {
                given.addAll(clerk.get());
            }
            counting.run();
            assertThat(kept()).isEqualTo(counted(given));
        } finally {
            office.shutdownNow();
        }
    }

    @Test
    void listTheWorstAgenciesPageByPage() {
        overdue("STP2", 1);
        overdue("SNV2", 3);
        overdue("STC2", 2);
        counting.run();

        List<AgencyLine> first = worst(Optional.empty());
        assertThat(first).extracting(AgencyLine::agency).containsExactly("SNV2", "STC2");
        assertThat(worst(Optional.of(first.get(1).key())))
                .extracting(AgencyLine::agency)
                .containsExactly("STP2");
    }

    private void overdue(String lead, int tasks) {
        for (int i = 0; i < tasks; i++) {
            fixture.give("VPUB2", lead, "2026-08-01", "2026-08-20");
        }
    }

    private List<AgencyLine> worst(Optional<BoardOrder.Key> after) {
        return database.read(handle -> rows.worst(handle, Optional.empty(), BoardOrder.OVERDUE, after, 2));
    }

    /** By agency; the whole province under "". */
    private Map<String, TaskFigures> kept() {
        Map<String, TaskFigures> kept = new HashMap<>();
        database.read(handle -> rows.worst(handle, Optional.empty(), BoardOrder.RATE, Optional.empty(), 100))
                .forEach(line -> {
                    assertThat(line.of(AREA)).isEqualTo(line.all());
                    kept.put(line.agency(), line.all());
                });
        kept.put("", database.read(rows::province).getOrDefault(AREA, TaskFigures.NONE));
        return kept;
    }

    private Map<String, TaskFigures> counted(List<Task> tasks) {
        Map<String, TaskFigures> counted = new HashMap<>();
        for (Task each : tasks) {
            Task task = fixture.again(each);
            TaskFigures one = one(task.standing(LocalDate.now(clock)));
            counted.merge(task.lead(), one, TaskFigures::plus);
            counted.merge("", one, TaskFigures::plus);
        }
        return counted;
    }

    private static TaskFigures one(Standing standing) {
        return new TaskFigures(
                standing == Standing.DONE_ON_TIME ? 1 : 0,
                standing == Standing.DONE_LATE ? 1 : 0,
                standing == Standing.WITHIN_TERM ? 1 : 0,
                standing == Standing.OVERDUE ? 1 : 0,
                standing == Standing.PAUSED ? 1 : 0,
                standing == Standing.NO_TERM ? 1 : 0);
    }

    private Map<YearMonth, Long> months() {
        Map<YearMonth, Long> months = new HashMap<>();
        List<MonthDone> found =
                database.read(handle -> rows.months(handle, "", List.of(AREA), LocalDate.of(2026, 1, 1)));
        found.forEach(month -> months.put(month.month(), month.onTime() + month.late()));
        return months;
    }

    private Map<YearMonth, Long> doneByMonth(List<Task> tasks) {
        Map<YearMonth, Long> months = new HashMap<>();
        tasks.stream()
                .flatMap(task -> fixture.again(task).doneOn().stream())
                .forEach(day -> months.merge(YearMonth.from(day), 1L, Long::sum));
        return months;
    }
}
