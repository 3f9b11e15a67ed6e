package vn.kientao.reform.steering.store.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.board.KeptCounting;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;
import vn.kientao.reform.steering.domain.task.TaskFigures;

/** The province is read from what is kept, by indexes. {@code BoardBenchmark} tells how long it takes. */
@OnEachDatabase("steering")
class BoardCostTest {
    private static final int AGENCIES = 1_000;
    private static final int EACH = 16;

    private final Database database;
    private final BoardRows rows = new BoardRows();

    BoardCostTest(Database database, Migrations migrations) {
        this.database = database;
        TaskFixture fixture = new TaskFixture(database, migrations);
        counting = new KeptCounting(
                database,
                fixture.tables,
                Clock.fixed(ManyTasks.NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE),
                Duration.ofDays(1));
    }

    private final KeptCounting counting;

    @BeforeEach
    void fill() {
        ManyTasks.fill(database, AGENCIES, EACH);
        counting.run();
        counting.close();
        ManyTasks.analyze(database);
    }

    @Test
    void thePageOfTheWorstAgenciesIsReadAlongTheIndexOfItsOrder() {
        for (BoardOrder order : BoardOrder.values()) {
            String plan = database.read(handle -> handle.createQuery("EXPLAIN " + BoardRows.first(order))
                    .bind("area", "")
                    .bind("most", 11)
                    .mapTo(String.class)
                    .list()
                    .toString()
                    .toLowerCase(Locale.ROOT));
            assertThat(plan).as("%s", order).contains(index(order)).doesNotContain("sort  (");
            assertThat(plan.contains("scan backward") || plan.contains("index scan") || plan.contains("index only scan") || plan.contains("index sorted"))
                    .as("%s: %s", order, plan)
                    .isTrue();
        }
    }

    private static String index(BoardOrder order) {
        return switch (order) {
            case OVERDUE -> "kept_standing_overdue_ix";
            case LATE -> "kept_standing_late_ix";
            case RATE -> "kept_standing_rate_ix";
        };
    }

    @Test
    void whatIsKeptOfManyIsWhatTheTasksAre() {
        TaskFigures all = database.read(rows::province).values().stream().reduce(TaskFigures.NONE, TaskFigures::plus);
        assertThat(all.all()).isEqualTo((long) AGENCIES * EACH);
        long overdue = database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM steering.task WHERE state = 'OPEN' AND due < ?")
                .bind(0, LocalDate.from(ManyTasks.NOW))
                .mapTo(Long.class)
                .one());
        assertThat(all.overdue()).isEqualTo(overdue).isPositive();
        for (BoardOrder order : BoardOrder.values()) {
            assertThat(everyAgency(order)).as("%s", order).doesNotHaveDuplicates().hasSize(AGENCIES);
        }
    }

    private List<String> everyAgency(BoardOrder order) {
        List<String> seen = new ArrayList<>();
        Optional<BoardOrder.Key> after = Optional.empty();
        List<AgencyLine> page;
        do {
            Optional<BoardOrder.Key> from = after;
            page = database.read(handle -> rows.worst(handle, Optional.empty(), order, from, 300));
            page.forEach(line -> seen.add(line.agency()));
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).key());
        } while (page.size() == 300);
        return seen;
    }
}
