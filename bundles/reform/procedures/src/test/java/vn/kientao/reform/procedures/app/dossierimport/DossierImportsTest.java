package vn.kientao.reform.procedures.app.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportedDossier;
import vn.kientao.reform.procedures.domain.quality.SettledLike;
import vn.kientao.reform.procedures.store.dossier.DossierTally;
import vn.kientao.reform.procedures.store.quality.QualityFacts;
import vn.kientao.reform.procedures.store.report.DossierSpans;

@OnEachDatabase("procedures")
class DossierImportsTest {
    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 11, 27, 10, 0);
    private static final String SPANS = """
            SELECT dossier_id, place, version, agency_code, field, procedure_code, channel, status, entry, ended, lasting,
                   from_at, to_at, due_at, account, received_by, supplements, forwarded
              FROM procedures.dossier_span
             ORDER BY dossier_id, place
            """;

    private final Database database;
    private final DossierImportFixture fixture;

    DossierImportsTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DossierImportFixture(database, migrations);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void takesOverWhatTheDryRunPromised(SheetFormat format) {
        DossierImport tried = fixture.tried(OldFile.of(30), format);

        assertThat(tried.state()).isEqualTo(DossierImportState.CHECKED);
        assertThat(List.of(tried.fresh(), tried.same(), tried.refused())).containsExactly(30L, 0L, 0L);
        assertThat(fixture.imports.dossiers(tried.id(), 0, 100)).isEmpty();

        DossierImport done = fixture.takenOver(tried);

        assertThat(done.state()).isEqualTo(DossierImportState.COMMITTED);
        assertThat(fixture.imports.dossiers(tried.id(), 0, 100)).hasSize(30);
        assertThat(fixture.desk.audit.actions()).containsExactly("procedures.import-dossiers");
        Dossier settled = dossier(tried, 7);
        assertThat(settled.status()).isEqualTo(DossierStatus.HANDED_OVER);
        assertThat(settled.submission().applicant().name()).isEqualTo("Nguyễn Thị An 7");
        assertThat(settled.result().orElseThrow().number()).isEqualTo("07/TLHT");
        assertThat(settled.events().get(0).note()).contains(format.fileName("so-cu"), "dòng 8", "H12.1-7");
        assertThat(settled.events().get(0).who()).isEqualTo("Trần Văn Bình");
        assertThat(settled.code().day()).isEqualTo(LocalDate.of(2025, 1, 13));
    }

    @Test
    void countsTheDueDateByTheRuleOfTheDayOfReceipt() {
        Map<ImportColumn, String> row = OldFile.some(1);
        row.put(ImportColumn.RECEIVED, "20/11/2026 08:15");
        DossierImport done = fixture.takenOver(fixture.tried(new OldFile().row(row), SheetFormat.CSV));

        Dossier dossier = dossier(done, 1);

        assertThat(dossier.appointment()).isEqualTo(fixture.desk.appointment(LocalDateTime.of(2026, 11, 20, 8, 15)));
        assertThat(dossier.standing().rule()).isPresent();
    }

    @Test
    void keepsADueDateThatWasPromisedBefore() {
        DossierImport done =
                fixture.takenOver(fixture.tried(new OldFile().but(1, ImportColumn.DUE, "15/1/2025"), SheetFormat.CSV));

        Appointment promised = dossier(done, 1).appointment();

        assertThat(promised.due()).isEqualTo(LocalDateTime.of(2025, 1, 15, 17, 0));
        assertThat(promised).isInstanceOf(Appointment.SetByHand.class);
    }

    @Test
    void refusedRowsStopTheCommitUntilThePersonLeavesThemOut() {
        OldFile file = OldFile.of(3).but(4, ImportColumn.PHONE, "123").but(2, ImportColumn.NAME, "Khác");
        DossierImport tried = fixture.tried(file, SheetFormat.CSV);

        DossierImport stopped = fixture.takenOver(tried, false);

        assertThat(tried.refused()).isEqualTo(2);
        assertThat(fixture.imports.errors(tried.id(), -1, 10))
                .extracting(ImportErrorLine::reason)
                .containsExactly("NOT_A_PHONE", "CODE_TWICE");
        assertThat(stopped.state()).isEqualTo(DossierImportState.CHECKED);
        assertThat(fixture.imports.job(stopped).map(JobStatus::state)).contains(JobStatus.State.FAILED);
        assertThat(count()).isZero();
        assertThat(fixture.takenOver(stopped, true).state()).isEqualTo(DossierImportState.COMMITTED);
        assertThat(count()).isEqualTo(3);
        assertThat(fixture.imports.refused(tried.id(), 0, 10))
                .extracting(row -> row.cell(ImportColumn.PHONE))
                .containsExactly("123", "0900000002");
    }

    /** What {@code DossierImportBenchmark} measures with more rows. */
    @Test
    void fiveThousandRowsArriveBesideRefusedOnesAndGoAgain() {
        OldFile file = OldFile.of(5_000);
        for (int number = 5_001; number <= 5_050; number++) {
            file.but(number, ImportColumn.ID_NUMBER, "12");
        }
        Dossier before = fixture.desk.receive(TODAY);

        DossierImport done = fixture.takenOver(fixture.tried(file, SheetFormat.XLSX), true);

        assertThat(List.of(done.fresh(), done.refused(), done.errors())).containsExactly(5_000L, 50L, 50L);
        assertThat(fixture.imports.dossiers(done.id(), 0, 6_000))
                .extracting(ImportedDossier::oldCode)
                .doesNotHaveDuplicates()
                .hasSize(5_000);
        assertThat(fixture.imports.errors(done.id(), -1, 100))
                .extracting(ImportErrorLine::line)
                .hasSize(50)
                .startsWith(5_002L);
        assertThat(count()).isEqualTo(5_001);
        assertThat(rows("dossier_import_chunk") + rows("dossier_import_file")).isZero();
        fixture.imports.undo(done, "lan");
        fixture.jobs.run(fixture.job);
        assertThat(fixture.again(done).state()).isEqualTo(DossierImportState.UNDONE);
        assertThat(count()).isEqualTo(1);
        assertThat(fixture.desk.dossiers.find(DeskFixture.AGENCY, before.code().toString()))
                .isPresent();
    }

    @Test
    void theSameFileAgainBringsNothing() {
        fixture.takenOver(fixture.tried(OldFile.of(12), SheetFormat.CSV));

        DossierImport again = fixture.tried(OldFile.of(14), SheetFormat.XLSX);

        assertThat(List.of(again.fresh(), again.same(), again.refused())).containsExactly(2L, 12L, 0L);
        fixture.takenOver(again);
        assertThat(count()).isEqualTo(14);
    }

    @Test
    void twoImportsOfOneFileTriedTogetherTakeEachDossierOverOnce() {
        DossierImport one = fixture.tried(OldFile.of(12), SheetFormat.CSV);
        DossierImport other = fixture.tried(OldFile.of(12), SheetFormat.CSV);

        fixture.takenOver(one);
        DossierImport second = fixture.takenOver(other);

        assertThat(second.same()).isEqualTo(12);
        assertThat(second.fresh()).isZero();
        assertThat(count()).isEqualTo(12);
    }

    @Test
    void aCommitThatWasCutOffGoesOnWhereItWas() {
        DossierImport tried = fixture.tried(OldFile.of(600), SheetFormat.CSV);
        String chunk = database.read(
                handle -> handle.createQuery("SELECT content FROM procedures.dossier_import_chunk WHERE place = 0")
                        .mapTo(String.class)
                        .one());
        fixture.takenOver(tried);
        database.write(handle -> {
            handle.execute("INSERT INTO procedures.dossier_import_chunk VALUES (?, 0, ?)", tried.id(), chunk);
            return handle.execute(
                    "UPDATE procedures.dossier_import SET state = 'COMMITTING', ended_at = NULL WHERE id = ?",
                    tried.id());
        });

        fixture.importer.commit(fixture.again(tried), "lan", "r2", Progress.UNWATCHED);

        assertThat(count()).isEqualTo(600);
        assertThat(fixture.again(tried).fresh()).isEqualTo(500);
        assertThat(fixture.again(tried).state()).isEqualTo(DossierImportState.COMMITTED);
    }

    @Test
    void aCommitThatFailsHalfwayLeavesNothingBehind() {
        DossierImport tried = fixture.tried(OldFile.of(600), SheetFormat.CSV);
        DossierImport claimed = fixture.imports.claim(tried, false);

        assertThatThrownBy(() -> fixture.importer.commit(claimed, "lan", "r2", (done, total, rows) -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");

        assertThat(count()).isZero();
        assertThat(fixture.again(tried).state()).isEqualTo(DossierImportState.CHECKED);
        assertThat(fixture.desk.audit.actions()).isEmpty();
        fixture.takenOver(tried);
        assertThat(count()).isEqualTo(600);
    }

    @Test
    void anUndoneImportLeavesNothingBehind() {
        DossierImport done = fixture.takenOver(fixture.tried(OldFile.of(1200), SheetFormat.CSV));

        assertThat(wrongNumbers()).isZero();
        fixture.imports.undo(done, "lan");
        fixture.jobs.run(fixture.job);

        assertThat(wrongNumbers()).isZero();
        assertThat(fixture.again(done).state()).isEqualTo(DossierImportState.UNDONE);
        assertThat(count()).isZero();
        assertThat(rows("dossier_event") + rows("dossier_span") + rows("dossier_import_row"))
                .isZero();
        assertThat(fixture.desk.audit.actions())
                .containsExactly("procedures.import-dossiers", "procedures.undo-import");
        assertThat(fixture.tried(OldFile.of(3), SheetFormat.CSV).fresh()).isEqualTo(3);
    }

    /** Fails for a new table that hangs on dossiers: does a row in it mean that the dossier has moved on, or does it go too? */
    @Test
    void undoingKnowsEveryTableThatHangsOnADossier() throws IOException {
        Pattern table = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?procedures\\.(\\w+) \\(([^;]*)\\);");
        Set<String> hanging = new TreeSet<>();
        for (var script : FolderScripts.ofModule().in("db/expand")) {
            table.matcher(script.sql())
                    .results()
                    .filter(one -> one.group(2).contains("REFERENCES procedures.dossier (id)"))
                    .forEach(one -> hanging.add(one.group(1)));
        }

        Set<String> gone =
                Set.of("dossier_overdue_told", "dossier_news", "dossier_span", "dossier_event", "dossier_import_row");
        Set<String> movedOn = Set.of("issued_paper", "rating", "dossier_subscription", "dossier_file");
        Set<String> onlyByAStep = Set.of(
                "dossier_paper",
                "dossier_pause",
                "dossier_due",
                "dossier_supplement",
                "dossier_supplement_item",
                "dossier_duty",
                "dossier_opinion",
                "dossier_leg",
                "dossier_handover",
                "dossier_correction",
                "dossier_escalation",
                "dossier_sent",
                "dossier_errand",
                "opinion_request");
        hanging.removeAll(gone);
        hanging.removeAll(movedOn);
        assertThat(hanging).isEqualTo(new TreeSet<>(onlyByAStep));
    }

    @Test
    void anImportIsNotUndoneOnceADossierHasMovedOn() {
        DossierImport done = fixture.takenOver(fixture.tried(OldFile.of(12), SheetFormat.CSV));
        Dossier moved = fixture.desk.finished(dossier(done, 2), TODAY);

        assertThatThrownBy(() -> fixture.imports.undo(done, "lan"))
                .isInstanceOfSatisfying(
                        MovedOnException.class,
                        e -> assertThat(e.codes()).containsExactly(moved.code().toString()));

        assertThat(count()).isEqualTo(12);
        assertThat(fixture.again(done).state()).isEqualTo(DossierImportState.COMMITTED);
    }

    @Test
    void aDossierThatMovesOnWhileTheImportIsUndoneStaysAndIsNamed() {
        DossierImport done = fixture.takenOver(fixture.tried(OldFile.of(12), SheetFormat.CSV));
        fixture.imports.undo(done, "lan");
        Dossier moved = fixture.desk.finished(dossier(done, 2), TODAY);

        fixture.jobs.run(fixture.job);

        DossierImport left = fixture.again(done);
        assertThat(left.state()).isEqualTo(DossierImportState.COMMITTED);
        assertThat(left.fresh()).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
        assertThat(fixture.imports
                        .job(left)
                        .orElseThrow()
                        .reason()
                        .orElseThrow()
                        .vi())
                .contains(moved.code().toString());
    }

    @Test
    void writesTheFactsOfReportsAsIfEachStepHadBeenTakenHere() {
        fixture.takenOver(fixture.tried(OldFile.of(60), SheetFormat.CSV));
        List<Map<String, Object>> atOnce = facts();

        List<Map<String, Object>> oneByOne = database.write(handle -> {
            handle.execute("DELETE FROM procedures.dossier_span");
            DossierSpans spans = new DossierSpans();
            handle.createQuery("SELECT id FROM procedures.dossier ORDER BY id")
                    .mapTo(Long.class)
                    .list()
                    .forEach(id -> spans.follow(handle, id));
            return handle.createQuery(SPANS).mapToMap().list();
        });

        assertThat(atOnce).isEqualTo(oneByOne);
        assertThat(atOnce.size()).isGreaterThan(100);
    }

    @Test
    void tellsNobodyOfWhatEndedBeforeAndRatesNobodyByIt() {
        DossierImport done = fixture.takenOver(fixture.tried(OldFile.of(60), SheetFormat.CSV));
        LocalDateTime begin = LocalDate.of(2025, 1, 1).atStartOfDay();
        QualityFacts quality = new QualityFacts();

        assertThat(rows("dossier_news")).isZero();
        List<SettledLike> before =
                database.read(handle -> quality.ofBody(handle, DeskFixture.AGENCY, begin, TODAY.plusDays(1)));
        assertThat(before).isEmpty();
        fixture.desk.finished(dossier(done, 2), TODAY);
        List<SettledLike> after =
                database.read(handle -> quality.ofOfficers(handle, DeskFixture.AGENCY, begin, TODAY.plusDays(1)));
        assertThat(after).extracting(SettledLike::account).containsExactly("lan");
    }

    @Test
    void theDossiersAreInTheListsAndFoundByWords() {
        DossierImport done = fixture.takenOver(fixture.tried(OldFile.of(30), SheetFormat.CSV));
        DossierFilter words = new DossierFilter(
                DossierView.OVERDUE,
                Optional.empty(),
                Optional.empty(),
                Optional.of("thi an 22"),
                Optional.empty(),
                Optional.empty());

        assertThat(fixture.desk.dossiers.page(DeskFixture.AGENCY, words, TODAY, Optional.empty(), 10))
                .extracting(row -> row.code().toString())
                .containsExactly(dossier(done, 22).code().toString());
        assertThat(fixture.desk.dossiers.count(DeskFixture.AGENCY, DossierFilter.of(DossierView.FINISHED), TODAY))
                .isEqualTo(21);
    }

    private Dossier dossier(DossierImport done, int number) {
        List<ImportedDossier> dossiers = fixture.imports.dossiers(done.id(), 0, 2000);
        ImportedDossier wanted = number == 0
                ? dossiers.get(0)
                : dossiers.stream()
                        .filter(one -> one.oldCode().equals("H12.1-" + number))
                        .findFirst()
                        .orElseThrow();
        return fixture.desk.dossiers.find(DeskFixture.AGENCY, wanted.code()).orElseThrow();
    }

    private long count() {
        return rows("dossier");
    }

    /** How many kept numbers of views differ from what the dossiers say. */
    private int wrongNumbers() {
        return database.write(handle -> new DossierTally().correct(handle, TODAY));
    }

    private long rows(String table) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM procedures." + table)
                .mapTo(Long.class)
                .one());
    }

    private List<Map<String, Object>> facts() {
        return database.read(handle -> handle.createQuery(SPANS).mapToMap().list());
    }
}
