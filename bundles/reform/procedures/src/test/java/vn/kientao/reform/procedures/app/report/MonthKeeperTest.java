package vn.kientao.reform.procedures.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.store.PlanRows;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.competence.Crossings;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/** Reports that take the sums of kept months say what reports say that count, whatever happens to the dossiers. */
@OnEachDatabase("procedures")
class MonthKeeperTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 12, 0);
    private static final Period YEAR = new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 30));

    private final Database database;
    private final ProcedureTables tables;
    private final Reports reports;
    private final MonthKeeper keeper;
    private final Random random = new Random(1_2020);

    MonthKeeperTest(Database database, Migrations migrations) {
        this.database = database;
        tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        reports = new Reports(database, new RecordingAuditTrail(), tables);
        keeper = new MonthKeeper(database, Clock.fixed(NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void takesForEveryPeriodTheSumsThatCountingWouldFind() {
        live(300);
        keep();
        assertThat(months("STP2")).isGreaterThan(10);

        sameAsCounted(25);
    }

    @Test
    void staysRightWhateverHappensLate() {
        List<Long> dossiers = live(150);
        keep();
        for (int turn = 0; turn < 12; turn++) {
            somethingLate(dossiers);
            sameAsCounted(2);
            if (turn % 3 == 2) {
                keep();
                sameAsCounted(2);
            }
        }
        keep();
        assertThat(months("STP2")).isGreaterThan(10);
        assertThat(database.<Long>read(handle -> handle.createQuery("SELECT COUNT(*) FROM procedures.report_stale")
                        .mapTo(Long.class)
                        .one()))
                .as("marks left")
                .isZero();
    }

    @Test
    void countsWhatAnotherReleaseHasWrittenOnceItStarts() {
        live(60);
        keep();
        database.write(handle -> handle.execute(
                "UPDATE procedures.dossier_span SET channel = 3 - channel WHERE channel < 3 AND entry = TRUE"));

        MonthKeeper next =
                new MonthKeeper(database, Clock.fixed(NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
        try {
            assertThat(next.run()).as("months with wrong sums").isPositive();
            assertThat(next.run()).isZero();
        } finally {
            next.close();
        }
        sameAsCounted(3);
    }

    @Test
    void readsTheSumsOfTheMonthsAndNoDossierForAPeriodThatIsOver() {
        live(300);
        keep();
        PlanRows watched = new PlanRows(database);
        Reports asked = new Reports(watched, new RecordingAuditTrail(), tables);
        Period over = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 31));

        List<PlanRows.Read> reads = watched.of(() -> {
            ReportQuery query = query(Optional.of("STP2"), over);
            assertThat(asked.report(query, RowBy.FIELD).shares()).isNotEmpty();
        });

        assertThat(reads).extracting(PlanRows.Read::sql).noneMatch(sql -> sql.contains("dossier_span"));
        // Four fields, three slices; of each and month at most three channels and as many states and timings as there
        // are.
        assertThat(reads).filteredOn(read -> read.sql().contains("report_sum")).hasSize(4);
        // Each sum once for the table and the shares together; H2 counts where it finds that there is nothing further,
        // too.
        List<PlanRows.Read> ofSums =
                reads.stream().filter(read -> read.sql().contains("report_sum")).toList();
        // PostgreSQL reads a table of so few rows as it likes.
        if (database.dialect() == Database.Dialect.H2) {
            assertThat(ofSums.stream().mapToLong(PlanRows.Read::rows).sum())
                    .isBetween(sums(over), sums(over) + ofSums.size());
        }
    }

    /** Of what came in and ended in the months of the period, and of what stood open before it and at its end. */
    private long sums(Period period) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(*)
                          FROM procedures.report_sum
                         WHERE agency_code = 'STP2'
                           AND (slice IN ('ENTERED', 'ENDED') AND month_from BETWEEN :from AND :to
                                OR slice = 'OPEN' AND month_from IN (:before, :last))
                        """)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("before", period.from().minusMonths(1))
                .bind("last", period.to().withDayOfMonth(1))
                .mapTo(Long.class)
                .one());
    }

    @Test
    void marksNothingForWhatHappensInTheMonthThatRuns() {
        List<Long> dossiers = live(40);
        keep();
        database.write(handle -> {
            event(handle, dossiers.get(0), NOW, DossierStatus.PROCESSING);
            event(handle, dossiers.get(1), NOW, DossierStatus.FINISHED);
            return new Histories(handle, 500)
                    .live("STP2", "Lĩnh vực 9", 1, NOW, List.of(new Step(NOW, DossierStatus.RECEIVED)));
        });

        assertThat(database.<Long>read(handle -> handle.createQuery("SELECT COUNT(*) FROM procedures.report_stale")
                        .mapTo(Long.class)
                        .one()))
                .isZero();
    }

    /** Claimed in one run, counted in the next. */
    private void keep() {
        keeper.run();
        keeper.run();
    }

    private List<Long> live(int many) {
        return database.write(handle -> {
            Histories lives = new Histories(handle);
            List<Long> ids = new ArrayList<>();
            for (int number = 0; number < many; number++) {
                ids.add(lives.live(
                        agency(),
                        "Lĩnh vực " + random.nextInt(4),
                        1 + random.nextInt(3),
                        NOW.minusDays(random.nextInt(360)).plusDays(20),
                        Histories.random(random, NOW)));
            }
            handle.execute("INSERT INTO procedures.dossier_field (agency_code, field)"
                    + " SELECT DISTINCT agency_code, field FROM procedures.dossier");
            return ids;
        });
    }

    private String agency() {
        return random.nextInt(3) == 0 ? "SYT2" : "STP2";
    }

    private void somethingLate(List<Long> dossiers) {
        long dossier = dossiers.get(random.nextInt(dossiers.size()));
        LocalDateTime late = NOW.minusDays(random.nextInt(300));
        database.write(handle -> {
            switch (random.nextInt(6)) {
                case 0 ->
                    dossiers.add(new Histories(handle, 1_000 + dossiers.size())
                            .live(agency(), "Lĩnh vực 5", 1, late, Histories.random(random, late)));
                case 1 -> event(handle, dossier, late, DossierStatus.FINISHED);
                case 2 -> cross(handle, dossier);
                case 3 -> dueMoves(handle, dossier, late);
                case 4 -> {
                    handle.execute(
                            "INSERT INTO procedures.dossier_paper (dossier_id, place, name, originals, certified,"
                                    + " copies, received, digital) SELECT ?, COUNT(*) + 1, 'Tờ khai', 1, 0, 0, TRUE, 2"
                                    + " FROM procedures.dossier_paper WHERE dossier_id = ?",
                            dossier,
                            dossier);
                    new DossierSpans().papersChanged(handle, dossier);
                }
                default -> {
                    handle.execute("DELETE FROM procedures.dossier_paper WHERE dossier_id = ?", dossier);
                    new ImportedDossiers().delete(handle, List.of(dossier));
                    dossiers.remove(dossier);
                }
            }
            return dossier;
        });
    }

    private static void event(Handle handle, long dossier, LocalDateTime at, DossierStatus status) {
        handle.execute(
                "INSERT INTO procedures.dossier_event (dossier_id, version, happened, action, status, account, who,"
                        + " place, note) SELECT ?, MAX(version) + 1, ?, 'FINISH', ?, 'lan', 'Lan', '', ''"
                        + " FROM procedures.dossier_event WHERE dossier_id = ?",
                dossier,
                at,
                status.number(),
                dossier);
        new DossierSpans().follow(handle, dossier);
    }

    private static void cross(Handle handle, long dossier) {
        String to = handle.createQuery("SELECT agency_code FROM procedures.dossier WHERE id = ?")
                        .bind(0, dossier)
                        .mapTo(String.class)
                        .one()
                        .equals("STP2")
                ? "SYT2"
                : "STP2";
        handle.execute("UPDATE procedures.dossier SET bound_for = ? WHERE id = ?", to, dossier);
        assertThat(new Crossings().move(handle, new Crossings.Move(dossier, to, "SYT2", to, NOW)))
                .isTrue();
    }

    private static void dueMoves(Handle handle, long dossier, LocalDateTime due) {
        handle.execute("UPDATE procedures.dossier SET due_at = ? WHERE id = ?", due, dossier);
        new DossierSpans().dueMoved(handle, dossier);
    }

    /** In random periods and over the year, for one agency and for all. */
    private void sameAsCounted(int trials) {
        List<ReportQuery> asked = new ArrayList<>();
        for (Optional<String> agency : List.of(Optional.of("STP2"), Optional.of("SYT2"), Optional.<String>empty())) {
            asked.add(query(agency, YEAR));
            for (int trial = 0; trial < trials; trial++) {
                LocalDate from = NOW.toLocalDate().minusDays(random.nextInt(420));
                LocalDate begin = random.nextBoolean() ? from : from.withDayOfMonth(1);
                asked.add(query(agency, new Period(begin, begin.plusDays(random.nextInt(200)))));
            }
        }
        List<Said> kept = asked.stream().map(this::said).toList();
        List<Said> counted = withoutSums(() -> asked.stream().map(this::said).toList());
        for (int i = 0; i < asked.size(); i++) {
            assertThat(kept.get(i)).as("%s", asked.get(i)).isEqualTo(counted.get(i));
            assertThat(kept.get(i).addsUp()).as("%s adds up", asked.get(i)).isTrue();
        }
    }

    /** What there is to read when no months are kept; they are again afterwards. */
    private <T> T withoutSums(Supplier<T> work) {
        database.write(handle -> handle.execute("UPDATE procedures.report_month SET month_from = month_from - 100000"));
        try {
            return work.get();
        } finally {
            database.write(
                    handle -> handle.execute("UPDATE procedures.report_month SET month_from = month_from + 100000"));
        }
    }

    private Said said(ReportQuery query) {
        ReportTable fields = reports.table(query, RowBy.FIELD);
        ReportTable agencies = reports.table(query, RowBy.AGENCY);
        return new Said(
                numbers(fields),
                numbers(agencies),
                reports.shares(query),
                fields.rows().stream().allMatch(Row::addsUp) && fields.sum().addsUp());
    }

    private static List<String> numbers(ReportTable table) {
        List<String> numbers = new ArrayList<>();
        for (Row row : table.rows()) {
            for (Measure measure : Measure.values()) {
                numbers.add(row.name() + " " + measure + " " + row.number(measure));
            }
        }
        return numbers;
    }

    private record Said(List<String> fields, List<String> agencies, Map<ShareKind, Share> shares, boolean addsUp) {}

    private long months(String agency) {
        return database.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM procedures.report_month WHERE agency_code = ?")
                        .bind(0, agency)
                        .mapTo(Long.class)
                        .one());
    }

    private static ReportQuery query(Optional<String> agency, Period period) {
        return new ReportQuery(agency, Optional.empty(), period, NOW);
    }
}
