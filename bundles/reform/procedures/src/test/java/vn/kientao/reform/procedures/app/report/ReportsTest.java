package vn.kientao.reform.procedures.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class ReportsTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 12, 0);
    private static final Period NOVEMBER = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    private final Database database;
    private final Migrations migrations;
    private final Reports reports;

    ReportsTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
        this.reports = new Reports(
                database, new RecordingAuditTrail(), ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @Test
    void countsEachDossierUnderItsHeading() {
        database.write(handle -> {
            Histories lives = new Histories(handle);
            LocalDateTime due = day(20).atTime(17, 0);
            lives.live(
                    "STP2", "Hộ tịch", 1, due, List.of(at(2, DossierStatus.RECEIVED), at(19, DossierStatus.FINISHED)));
            lives.live(
                    "STP2", "Hộ tịch", 2, due, List.of(at(2, DossierStatus.RECEIVED), at(20, DossierStatus.FINISHED)));
            lives.live(
                    "STP2", "Hộ tịch", 3, due, List.of(at(2, DossierStatus.RECEIVED), at(21, DossierStatus.FINISHED)));
            lives.live("STP2", "Đất đai", 1, due, List.of(at(3, DossierStatus.RECEIVED)));
            lives.live(
                    "STP2",
                    "Đất đai",
                    1,
                    day(30).atTime(17, 0),
                    List.of(new Step(LocalDateTime.of(2026, 9, 1, 8, 0), DossierStatus.RECEIVED)));
            lives.live(
                    "STP2", "Đất đai", 2, due, List.of(at(3, DossierStatus.REGISTERED), at(4, DossierStatus.REFUSED)));
            lives.live("STP2", "Đất đai", 2, due, List.of(at(3, DossierStatus.REGISTERED)));
            lives.live(
                    "STP2",
                    "Đất đai",
                    1,
                    due,
                    List.of(at(5, DossierStatus.RECEIVED), at(6, DossierStatus.SUPPLEMENT_ASKED)));
            return lives;
        });

        ReportTable table = reports.table(query(NOVEMBER, Optional.empty()), RowBy.FIELD);

        assertThat(table.rows()).extracting(Row::name).containsExactly("Hộ tịch", "Đất đai");
        Row civil = table.rows().get(0);
        assertThat(numbers(civil, Measure.SETTLED, Measure.EARLY, Measure.ON_TIME, Measure.OVERDUE))
                .containsExactly(3L, 1L, 1L, 1L);
        assertThat(numbers(civil, Measure.ONLINE_RECEIVED, Measure.DIRECT)).containsExactly(1L, 2L);
        Row land = table.rows().get(1);
        assertThat(numbers(land, Measure.CARRIED, Measure.ONLINE_RECEIVED, Measure.DIRECT, Measure.TOTAL))
                .containsExactly(1L, 1L, 2L, 4L);
        assertThat(numbers(land, Measure.PROCESS, Measure.IN_TIME, Measure.LATE, Measure.PAUSED, Measure.REJECTED))
                .containsExactly(2L, 1L, 1L, 1L, 1L);
        assertThat(table.sum().onTime().percent().orElseThrow()).isEqualByComparingTo("66.67");
        assertThat(table.sum().online().percent().orElseThrow()).isEqualByComparingTo("33.33");
    }

    @Test
    void addsUpInEveryPeriodWhateverHappened() {
        Random random = new Random(766);
        database.write(handle -> {
            Histories lives = new Histories(handle);
            for (int number = 0; number < 400; number++) {
                LocalDateTime due = NOW.minusDays(random.nextInt(360)).plusDays(20);
                lives.live(
                        number % 3 == 0 ? "SYT2" : "STP2",
                        "Lĩnh vực " + random.nextInt(4),
                        1 + random.nextInt(3),
                        due,
                        Histories.random(random, NOW));
            }
            return lives;
        });
        for (int trial = 0; trial < 30; trial++) {
            LocalDate from = NOW.toLocalDate().minusDays(random.nextInt(400));
            Period period = new Period(from, from.plusDays(random.nextInt(120)));
            ReportQuery query = query(period, Optional.empty());
            ReportTable table = reports.table(query, RowBy.FIELD);

            assertThat(table.rows()).as("%s", period).allMatch(Row::addsUp);
            assertThat(table.sum().addsUp()).isTrue();
            // What stands open at the end of a period is what the next one begins with.
            long left = table.sum().number(Measure.TOTAL) - ended(query);
            Period next = new Period(period.end(), period.end());
            if (!next.to().isAfter(NOW.toLocalDate())) {
                assertThat(reports.table(query(next, Optional.empty()), RowBy.FIELD)
                                .sum()
                                .number(Measure.CARRIED))
                        .as("carried over into %s", next)
                        .isEqualTo(left);
            }
        }
    }

    @Test
    void listsBehindEachNumberExactlyTheDossiersThatItCounts() {
        Random random = new Random(61);
        database.write(handle -> {
            Histories lives = new Histories(handle);
            for (int number = 0; number < 150; number++) {
                LocalDateTime due = NOW.minusDays(random.nextInt(360)).plusDays(20);
                lives.live(
                        "STP2",
                        "Lĩnh vực " + random.nextInt(2),
                        1 + random.nextInt(3),
                        due,
                        Histories.random(random, NOW));
            }
            return lives;
        });
        for (Period period : List.of(Period.year(2026), Period.quarter(2026, 3), NOVEMBER)) {
            ReportQuery query = query(period, Optional.of("Lĩnh vực 1"));
            Row row = reports.table(query, RowBy.FIELD).sum();
            for (Measure measure : Measure.values()) {
                List<ReportedDossier> listed = all(query, measure);
                assertThat(listed).as("%s in %s", measure, period).hasSize((int) row.number(measure));
                assertThat(listed).extracting(ReportedDossier::code).doesNotHaveDuplicates();
            }
            Set<String> there = codes(query, Measure.TOTAL);
            Set<String> accounted = new HashSet<>();
            for (Measure measure : List.of(Measure.SETTLED, Measure.PROCESS, Measure.PAUSED, Measure.REJECTED)) {
                accounted.addAll(codes(query, measure));
            }
            assertThat(accounted).isEqualTo(there);
        }
    }

    @Test
    void keepsTheFirstEndWhenAnErrorIsCorrected() {
        database.write(handle -> new Histories(handle)
                .live(
                        "STP2",
                        "Hộ tịch",
                        1,
                        day(20).atTime(17, 0),
                        List.of(
                                new Step(LocalDateTime.of(2026, 10, 1, 8, 0), DossierStatus.RECEIVED),
                                new Step(LocalDateTime.of(2026, 10, 5, 8, 0), DossierStatus.FINISHED),
                                new Step(LocalDateTime.of(2026, 10, 6, 8, 0), DossierStatus.HANDED_OVER),
                                at(3, DossierStatus.PROCESSING),
                                at(4, DossierStatus.FINISHED))));

        assertThat(reports.table(query(NOVEMBER, Optional.empty()), RowBy.FIELD).rows())
                .isEmpty();
        Row october = reports.table(
                        query(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)), Optional.empty()),
                        RowBy.FIELD)
                .sum();
        assertThat(october.number(Measure.SETTLED)).isEqualTo(1);
    }

    @Test
    void countsAWithdrawnDossierAsTheRuleOfThePeriodSays() {
        database.write(handle -> {
            new Histories(handle)
                    .live(
                            "STP2",
                            "Hộ tịch",
                            1,
                            day(20).atTime(17, 0),
                            List.of(at(2, DossierStatus.RECEIVED), at(3, DossierStatus.WITHDRAWN)));
            return handle.execute("INSERT INTO procedures.report_end (status, heading, valid_from, legal_basis)"
                    + " VALUES (7, 'REJECTED', DATE '2026-11-01', 'Quyết định của UBND tỉnh')");
        });

        Row sum = reports.table(query(NOVEMBER, Optional.empty()), RowBy.FIELD).sum();

        assertThat(numbers(sum, Measure.SETTLED, Measure.REJECTED)).containsExactly(0L, 1L);
        assertThat(sum.addsUp()).isTrue();
    }

    @Test
    void followsTheDeskInTheSameTransaction() {
        DeskFixture desk = new DeskFixture(database, migrations);
        var dossier = desk.receive(DeskFixture.RECEIVED);
        desk.finished(dossier, DeskFixture.RECEIVED.plusDays(3));

        Row sum = reports.table(query(NOVEMBER, Optional.empty()), RowBy.FIELD).sum();

        assertThat(numbers(sum, Measure.DIRECT, Measure.SETTLED, Measure.EARLY)).containsExactly(1L, 1L, 1L);
        assertThat(all(query(NOVEMBER, Optional.empty()), Measure.EARLY))
                .extracting(ReportedDossier::code)
                .containsExactly("STP2-261120-0001");
    }

    @Test
    void takesInOnceWhatWasThereBefore() {
        DeskFixture desk = new DeskFixture(database, migrations);
        desk.finished(desk.receive(DeskFixture.RECEIVED), DeskFixture.RECEIVED.plusDays(3));
        database.write(handle -> handle.execute("DELETE FROM procedures.dossier_span"));

        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        new SpanCatchUp(database, tables);
        new SpanCatchUp(database, tables);

        Row sum = reports.table(query(NOVEMBER, Optional.empty()), RowBy.FIELD).sum();
        assertThat(numbers(sum, Measure.TOTAL, Measure.SETTLED)).containsExactly(1L, 1L);
    }

    @Test
    void whatCameInIsListedAsItStoodAtTheEndOfThePeriod() {
        DeskFixture desk = new DeskFixture(database, migrations);
        desk.finished(desk.receive(DeskFixture.RECEIVED), DeskFixture.RECEIVED.plusDays(3));

        ReportedDossier listed =
                all(query(NOVEMBER, Optional.empty()), Measure.DIRECT).get(0);

        assertThat(listed.status()).isEqualTo(DossierStatus.FINISHED);
        assertThat(listed.endedAt()).contains(DeskFixture.RECEIVED.plusDays(3));
    }

    @Test
    void hasTheFourFormsWithTheirColumns() {
        assertThat(reports.forms(NOW.toLocalDate()))
                .extracting(form -> form.code() + " " + form.columns().size())
                .containsExactly("06a 13", "06b 13", "07a 5", "07b 5");
    }

    private long ended(ReportQuery query) {
        Row sum = reports.table(query, RowBy.FIELD).sum();
        long open = sum.number(Measure.PROCESS)
                + all(query, Measure.PAUSED).stream()
                        .filter(dossier -> dossier.endedAt().isEmpty())
                        .count();
        return sum.number(Measure.TOTAL) - open;
    }

    private Set<String> codes(ReportQuery query, Measure measure) {
        return new HashSet<>(
                all(query, measure).stream().map(ReportedDossier::code).toList());
    }

    private List<ReportedDossier> all(ReportQuery query, Measure measure) {
        List<ReportedDossier> all = new ArrayList<>();
        Optional<ReportedDossier.Key> after = Optional.empty();
        List<ReportedDossier> page;
        do {
            page = reports.dossiers(query, measure, after, 7);
            all.addAll(page);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).key());
        } while (page.size() == 7);
        return all;
    }

    private static List<Long> numbers(Row row, Measure... measures) {
        return List.of(measures).stream().map(row::number).toList();
    }

    private static ReportQuery query(Period period, Optional<String> field) {
        return new ReportQuery(Optional.of("STP2"), field, period, NOW);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private static Step at(int day, DossierStatus status) {
        return new Step(day(day).atTime(8, 0), status);
    }
}
