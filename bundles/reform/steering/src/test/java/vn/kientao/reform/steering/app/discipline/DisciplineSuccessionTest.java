package vn.kientao.reform.steering.app.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.app.obstacle.ObstacleBench;
import vn.kientao.reform.steering.domain.discipline.Accountability;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachFilter;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.discipline.NewBreach;

/** What an agency that was merged had recorded, seen by the head of the agency that does its work since. */
@OnEachDatabase("steering")
class DisciplineSuccessionTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 15, 9, 0);
    private static final BreachFilter OF_SUCCESSOR = new BreachFilter(
            Optional.of("STP2"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");

    private final Discipline discipline;

    DisciplineSuccessionTest(Database database, Migrations migrations) {
        ObstacleBench bench = new ObstacleBench(database, migrations);
        discipline = new Discipline(database, bench.audit, bench.province, bench.tables);
    }

    @Test
    void theSuccessorsHeadSeesThemInTheListAndOneByOneAndClosesThem() {
        Breach old = record("STP");
        Breach own = record("STP2");
        record("SNV");

        try (Circumstances.Scope here = headOf("STP2").enter()) {
            assertThat(discipline.page(OF_SUCCESSOR, Long.MAX_VALUE, 10))
                    .extracting(Breach::code)
                    .containsExactly(own.code(), old.code());
            assertThat(discipline.page(OF_SUCCESSOR, own.id(), 10))
                    .extracting(Breach::code)
                    .containsExactly(old.code());
            assertThat(discipline.page(OF_SUCCESSOR, Long.MAX_VALUE, 1))
                    .extracting(Breach::code)
                    .containsExactly(own.code());
            Breach found = discipline.find("STP2", old.code()).orElseThrow().breach();

            Breach closed = discipline.act(
                    found,
                    new Discipline.Step(
                            BreachAction.CLOSE,
                            "",
                            new Breach.Outcome(Followed.REMINDER, Optional.of(NOW.toLocalDate()), "", "Đã nhắc nhở")),
                    ObstacleBench.act("STP2", NOW));
            assertThat(closed.state()).isEqualTo(BreachState.CLOSED);
            assertThat(discipline
                            .find("STP2", old.code())
                            .orElseThrow()
                            .breach()
                            .state())
                    .isEqualTo(BreachState.CLOSED);
        }
    }

    @Test
    void nobodyElseSeesThem() {
        Breach old = record("STP");

        try (Circumstances.Scope here = headOf("SNV2").enter()) {
            assertThat(discipline.find("SNV2", old.code())).isEmpty();
            assertThat(discipline.page(OF_SUCCESSOR.of("SNV2"), Long.MAX_VALUE, 10))
                    .isEmpty();
        }
    }

    @Test
    void theyAreCountedBehindTheSuccessorsOwn() {
        record("STP");
        record("STP2");

        try (Circumstances.Scope here = headOf("STP2").enter()) {
            List<Accountability> lines =
                    discipline.of("STP2", new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), NOW);
            assertThat(lines)
                    .extracting(Accountability::agency, line -> line.breaches(Followed.NOTHING_YET))
                    .containsExactly(tuple("STP2", 1L), tuple("STP", 1L));
        }
    }

    private static Circumstances headOf(String agency) {
        Actor head = new Actor("head", "Thủ trưởng", Set.of(), Map.of(agency, Set.of()));
        return new Circumstances(head, "r1", "", Optional.of(agency), Optional.empty());
    }

    private Breach record(String agency) {
        return discipline.record(
                new NewBreach(
                        agency,
                        BreachKind.LATE_REPORT,
                        "",
                        "Báo cáo quý",
                        LocalDate.of(2026, 12, 10),
                        5,
                        "Trần Văn An"),
                Optional.empty(),
                ObstacleBench.act(agency, NOW));
    }
}
