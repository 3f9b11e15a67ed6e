package vn.kientao.platform.audit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("audit")
class TrailTest {
    private static final Optional<String> NONE = Optional.empty();

    private final TestTrail trail;

    TrailTest(Database database) {
        trail = new TestTrail(database);
    }

    @Test
    void pagesLeadToTheOldestEntryAndBack() {
        trail.write(7);
        TrailQuery all = TrailQuery.of(NONE);

        TrailPage first = trail.search.older(all, Optional.empty(), 3);
        assertThat(sequences(first)).containsExactly(7L, 6L, 5L);
        assertThat(first.newer()).isEmpty();
        TrailPage second = trail.search.older(all, first.older(), 3);
        TrailPage third = trail.search.older(all, second.older(), 3);
        assertThat(sequences(third)).containsExactly(1L);
        assertThat(third.older()).isEmpty();
        TrailPage back = trail.search.newer(all, third.newer().orElseThrow(), 3);
        assertThat(sequences(back)).containsExactly(4L, 3L, 2L);
        assertThat(sequences(trail.search.newer(all, back.newer().orElseThrow(), 3)))
                .containsExactly(7L, 6L, 5L);
    }

    @Test
    void whatWasJustCommittedIsFoundAtOnce() {
        trail.record(TestTrail.entry("H1"));
        assertThat(sequences(trail.search.older(TrailQuery.of(Optional.of("STP")), Optional.empty(), 5)))
                .containsExactly(1L);
        assertThat(sequences(trail.search.older(TrailQuery.of(Optional.of("SNV")), Optional.empty(), 5)))
                .isEmpty();
    }

    @Test
    void wordsAreFoundWithoutMarksAndPeriodsByTheirDays() {
        trail.record(TestTrail.entry("H1").because("Đính chính họ tên 100%"));
        trail.clock.advance(Duration.ofDays(2));
        Instant later = trail.clock.instant();
        trail.record(TestTrail.entry("H2"));

        assertThat(sequences(words("dinh chinh"))).containsExactly(1L);
        assertThat(sequences(words("100%"))).containsExactly(1L);
        assertThat(sequences(words("1_0"))).isEmpty();
        assertThat(sequences(period(Optional.of(later), Optional.empty()))).containsExactly(2L);
        assertThat(sequences(period(Optional.empty(), Optional.of(later)))).containsExactly(1L);
        assertThat(sequences(period(Optional.of(later.plusSeconds(1)), Optional.empty())))
                .isEmpty();
    }

    @Test
    void peopleActionsAndObjectsNarrowTheSearch() {
        trail.write(3);
        trail.record(new AuditEntry("9", NONE, "kernel", "kernel.enable", "module", "procedures", "", "r"));

        TrailQuery object = new TrailQuery(
                Optional.of("7"),
                NONE,
                Optional.of("procedures"),
                Optional.of("procedures.receive"),
                Optional.of("dossier"),
                Optional.of("H2"),
                Optional.empty(),
                Optional.empty(),
                NONE);
        assertThat(sequences(trail.search.older(object, Optional.empty(), 9))).containsExactly(2L);
    }

    private TrailPage words(String words) {
        return trail.search.older(
                new TrailQuery(
                        NONE, NONE, NONE, NONE, NONE, NONE, Optional.empty(), Optional.empty(), Optional.of(words)),
                Optional.empty(),
                9);
    }

    private TrailPage period(Optional<Instant> from, Optional<Instant> until) {
        return trail.search.older(
                new TrailQuery(NONE, NONE, NONE, NONE, NONE, NONE, from, until, NONE), Optional.empty(), 9);
    }

    private static List<Long> sequences(TrailPage page) {
        return page.links().stream().map(link -> link.sequence()).toList();
    }
}
