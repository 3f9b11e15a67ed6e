package vn.kientao.reform.steering.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;

/** What tasks tell the rest of the platform: figures of a period, cards, findings. */
@OnEachDatabase("steering")
class TaskSourcesTest {
    private static final Period FIRST_HALF = Period.firstMonths(2026, 6);

    private final TaskFixture fixture;
    private final Database database;

    TaskSourcesTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new TaskFixture(database, migrations);
    }

    @Test
    void figuresAreThoseOfTheEndOfThePeriodWhateverHappenedLater() {
        Task onTime = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-03-31");
        done(onTime, "2026-03-20", "2026-04-10");
        Task late = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-03-31");
        done(late, "2026-04-02", "2026-04-03");
        Task doneAfterwards = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-05-31");
        done(doneAfterwards, "2026-07-05", "2026-07-06");
        Task running = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-12-31");
        fixture.step(running, TaskAction.PROGRESS, "2026-02-01");
        Task paused = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-05-31");
        fixture.step(paused, TaskAction.PAUSE, "2026-05-01");
        Task cancelled = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-05-31");
        fixture.step(cancelled, TaskAction.CANCEL, "2026-05-01");
        fixture.give("VPUB2", "STP2", "2026-07-10", "2026-07-11");

        assertThat(values(FIRST_HALF))
                .containsEntry("steering.tasks-given", Optional.of(BigDecimal.valueOf(5)))
                .containsEntry("steering.tasks-done", Optional.of(BigDecimal.valueOf(2)))
                .containsEntry("steering.tasks-done-late", Optional.of(BigDecimal.valueOf(1)))
                .containsEntry("steering.tasks-open", Optional.of(BigDecimal.valueOf(3)))
                .containsEntry("steering.tasks-overdue", Optional.of(BigDecimal.valueOf(1)))
                .containsEntry("steering.tasks-completion", Optional.of(new BigDecimal("66.67")))
                .containsEntry("steering.tasks-on-time", Optional.of(new BigDecimal("50.00")));
        assertThat(values(Period.year(2025)))
                .containsEntry("steering.tasks-completion", Optional.empty())
                .containsEntry("steering.tasks-given", Optional.of(BigDecimal.ZERO));
    }

    private void done(Task task, String reported, String confirmed) {
        fixture.step(task, TaskAction.REPORT, reported);
        fixture.step(task, TaskAction.CONFIRM, confirmed);
    }

    private Map<String, Optional<BigDecimal>> values(Period period) {
        TaskIndicators source = new TaskIndicators(database, fixture.tasks);
        List<String> codes = source.indicators().stream().map(Indicator::code).toList();
        return source.values(codes, "STP2", period).stream()
                .collect(Collectors.toMap(IndicatorValue::code, IndicatorValue::value));
    }

    @Test
    void cardsTellWhatNeedsTheReaderAndOnlyThat() {
        TaskCards source = new TaskCards(database, fixture.tasks);
        Task overdue = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-03-31");
        fixture.give("VPUB2", "STP2", "2026-01-10", "2026-04-05");
        fixture.give("VPUB2", "STP2", "2026-01-10", "2026-12-31");
        Task reported = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-12-31");
        fixture.step(reported, TaskAction.REPORT, "2026-03-01");
        new Extensions(database, fixture.tasks)
                .ask(
                        fixture.again(overdue),
                        LocalDate.parse("2026-05-31"),
                        "Chờ",
                        TaskFixture.act("STP2", "2026-03-01"));
        LocalDateTime now = LocalDateTime.parse("2026-04-01T08:00");

        assertThat(source.cards(may("STP2", "steering.read", "steering.give"), "STP2", now))
                .extracting(card -> card.figure() + " " + card.words().vi() + " " + card.address())
                .containsExactly(
                        "1 nhiệm vụ quá hạn /STP2/steering/tasks?standing=OVERDUE",
                        "1 nhiệm vụ đến hạn trong 7 ngày"
                                + " /STP2/steering/tasks?state=OPEN&dueFrom=2026-04-01&dueTo=2026-04-08");
        assertThat(source.cards(may("VPUB2", "steering.read", "steering.give"), "VPUB2", now))
                .extracting(Card::figure)
                .containsExactly("1", "1");
        assertThat(source.cards(may("VPUB2", "steering.read"), "VPUB2", now)).isEmpty();
        assertThat(source.cards(may("VPUB2"), "STP2", now)).isEmpty();
    }

    @Test
    void anAgencyFindsTheTasksInWhichItTakesPart() {
        TaskSearch source = new TaskSearch(database, FixedClock.at("2026-04-01T08:00"));
        Task task = fixture.give("VPUB2", "STP2", "2026-01-10", "2026-03-31");
        fixture.give("VPUB2", "SNV2", "2026-01-10", "2026-03-31");

        assertThat(source.search(may("STP2"), "STP2", new SearchWords("nhiem vu cua", Optional.empty(), 10))
                        .findings())
                .extracting(one -> one.code() + " " + one.note().vi() + " " + one.address())
                .containsExactly(task.code() + " STP2, Quá hạn, hạn 31/03/2026 /STP2/steering/tasks/" + task.code());
        SearchFindings first = source.search(may("VPUB2"), "VPUB2", new SearchWords("nhiem", Optional.empty(), 1));
        assertThat(first.next()).isPresent();
        assertThat(source.search(may("VPUB2"), "VPUB2", new SearchWords("nhiem", first.next(), 1))
                        .findings())
                .extracting(SearchFindings.Finding::code)
                .containsExactly(task.code());
    }

    private static Actor may(String agency, String... permissions) {
        return new Actor("7", "An", Set.of(), Map.of(agency, Set.of(permissions)));
    }
}
