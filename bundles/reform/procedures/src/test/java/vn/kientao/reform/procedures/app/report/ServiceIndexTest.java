package vn.kientao.reform.procedures.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.index766.ServiceIndex;
import vn.kientao.reform.procedures.app.quality.SomePetitions;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexScore;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** What index 766 makes of little data: nothing is held against an agency that nobody can know yet. */
@OnEachDatabase("procedures")
class ServiceIndexTest {
    private static final Period OCTOBER = new Period(day(1), day(31));

    private final Database database;
    private final ProcedureTables tables;
    private final RecordingAuditTrail audit = new RecordingAuditTrail();

    ServiceIndexTest(Database database, Migrations migrations) {
        this.database = database;
        tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
    }

    /** Four of five in time: 16 of 20 points, 80 per cent. Too few dossiers, or too few points, give no grade. */
    @Test
    void gradesByWhatCanBeComputedAndNotBelowTheLeastDossiersAndPoints() {
        settled(19, 19, 20, 20, 21);
        least(6, 20);
        assertThat(grade()).as("five dossiers").isEmpty();

        least(5, 20);
        IndexScore score = index(day(31)).score("STP2", OCTOBER).orElseThrow();
        assertThat(score.settled()).isEqualTo(5);
        assertThat(score.total()).hasValue(new BigDecimal("16.00"));
        assertThat(score.computable()).isEqualByComparingTo("20");
        assertThat(score.percent()).hasValue(new BigDecimal("80.00"));
        assertThat(grade()).hasValue("Tốt");

        least(5, 21);
        assertThat(grade()).as("twenty points of a hundred").isEmpty();
        assertThat(index(day(31)).score("SYT2", OCTOBER).orElseThrow().percent())
                .as("nothing at all")
                .isEmpty();
    }

    /** As shipped, most sub-points have no points in any text at hand: nobody is graded weak for that. */
    @Test
    void gradesNobodyAsShipped() {
        settled(19, 19, 19, 19, 19, 19);
        assertThat(grade()).isEmpty();
    }

    /**
     * 5.1 gives 6 points: with one petition in time and one open until the 20th, it is 6.00 on the 12th (1 of 1), not 3.00, and
     * 3.00 from the day after (1 of 2). With none due, 5.1 is left open.
     */
    @Test
    void leavesPetitionsThatAreNotDueYetOutOfTheDenominator() {
        points("5.1", "6");
        database.write(handle -> {
            SomePetitions.open(handle, "STP2", "open", day(20));
            return handle;
        });
        assertThat(points("5.1", day(12))).as("none is due").isEmpty();

        database.write(handle -> {
            SomePetitions.ended(handle, "STP2", "answered", "ANSWERED", day(10), day(9));
            return handle;
        });
        assertThat(points("5.1", day(12))).hasValue(new BigDecimal("6.00"));
        assertThat(points("5.1", day(21))).hasValue(new BigDecimal("3.00"));
    }

    private Optional<BigDecimal> points(String code, LocalDate today) {
        IndexScore score = index(today).score("STP2", OCTOBER).orElseThrow();
        return score.version().items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .flatMap(score::points);
    }

    private Optional<String> grade() {
        ServiceIndex index = index(day(31));
        return index.grade(index.score("STP2", OCTOBER).orElseThrow(), day(31))
                .map(grade -> grade.name().vi());
    }

    private void points(String code, String points) {
        ServiceIndex index = index(day(1));
        IndexItem item = index.on(day(1)).orElseThrow().items().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        index.change(
                index.history().get(0).id(),
                index.on(day(1)).orElseThrow(),
                Map.of(code, item.with(Optional.of(new BigDecimal(points)), item.fullAt())),
                day(1),
                "Công văn 12",
                "an",
                day(1).atStartOfDay(),
                new AuditEntry(
                        "an", Optional.of("STP2"), "procedures", "procedures.index-change", "i", "766", "", "r"));
    }

    private void least(int dossiers, int points) {
        database.write(handle -> handle.execute(
                "UPDATE procedures.quality_setting SET setting_value = CASE name WHEN 'class-least-dossiers'"
                        + " THEN ? ELSE ? END WHERE name IN ('class-least-dossiers', 'index-least-points')",
                "" + dossiers,
                "" + points));
    }

    private void settled(int... days) {
        database.write(handle -> {
            Histories lives = new Histories(handle);
            for (int day : days) {
                lives.live(
                        "STP2",
                        "Hộ tịch",
                        1,
                        day(20).atTime(17, 0),
                        List.of(
                                new Step(day(2).atTime(8, 0), DossierStatus.RECEIVED),
                                new Step(day(day).atTime(8, 0), DossierStatus.FINISHED)));
            }
            return lives;
        });
    }

    private ServiceIndex index(LocalDate today) {
        LocalDateTime now = today.atTime(9, 0);
        Clock clock = Clock.fixed(now.atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        return new ServiceIndex(
                database, audit, new ProcedureIndicators(new Reports(database, audit, tables), clock), tables);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }
}
