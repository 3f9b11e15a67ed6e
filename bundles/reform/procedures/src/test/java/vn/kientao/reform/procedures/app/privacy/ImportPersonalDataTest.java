package vn.kientao.reform.procedures.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossierimport.DossierImportFixture;
import vn.kientao.reform.procedures.app.dossierimport.OldFile;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportedDossier;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** Names and numbers in rows that wait are found by whoever's they are, and go when that person wants it. */
@OnEachDatabase("procedures")
class ImportPersonalDataTest {
    private static final String PHONE = "0913000111";
    private static final DataSubject BY_PHONE = new DataSubject("", "", PHONE, "");

    private final Database database;
    private final DossierImportFixture fixture;
    private final ImportPersonalData data;

    ImportPersonalDataTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DossierImportFixture(database, migrations);
        data = new ImportPersonalData(database, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @Test
    void aWaitingRowIsFoundByNameNumberPhoneOrMailInItsAgencyOnly() {
        DossierImport tried = fixture.tried(file(), SheetFormat.CSV);

        for (DataSubject known : List.of(
                new DataSubject("Nguyễn Thị An 4", "", "", ""),
                new DataSubject("", "096100000004", "", ""),
                BY_PHONE,
                new DataSubject("", "", "", "an@thu.example"))) {
            assertThat(data.find(DeskFixture.AGENCY, known, 10))
                    .as("%s", known)
                    .extracting(PersonalRecord::id)
                    .containsExactly(tried.id() + "-5");
        }
        PersonalRecord found = data.find(DeskFixture.AGENCY, BY_PHONE, 10).get(0);
        assertThat(found.values()).containsEntry("phone", PHONE).containsEntry("name", "Nguyễn Thị An 4");
        assertThat(found.title().vi()).contains("Dòng 5", "so-cu.csv", "27/11/2026");
        assertThat(found.values().keySet())
                .containsExactlyElementsOf(
                        data.fields().stream().map(field -> field.name()).toList());
        assertThat(data.find("SNV", BY_PHONE, 10)).isEmpty();
        assertThat(data.find(DeskFixture.AGENCY, new DataSubject("", "", "", ""), 10))
                .isEmpty();
    }

    @Test
    void anErasedRowIsNotTakenOverAndTheOthersAre() {
        DossierImport tried = fixture.tried(file(), SheetFormat.CSV);

        assertThat(erase(tried.id() + "-5")).isEqualTo(Treatment.done());

        assertThat(data.find(DeskFixture.AGENCY, BY_PHONE, 10)).isEmpty();
        assertThat(erase(tried.id() + "-5").outcome()).isEqualTo(Treatment.Outcome.KEPT);
        assertThat(fixture.again(tried).fresh()).isEqualTo(3);
        DossierImport done = fixture.takenOver(tried);
        assertThat(fixture.imports.dossiers(done.id(), 0, 10))
                .extracting(ImportedDossier::oldCode)
                .containsExactly("H12.1-1", "H12.1-2", "H12.1-3");
        assertThat(done.fresh()).isEqualTo(3);
    }

    @Test
    void theRowsBehindAChunkThatWasEmptiedAreTakenOver() {
        OldFile file = new OldFile();
        String longest = "x".repeat(2000);
        for (int number = 1; number <= 450; number++) {
            file.but(number, ImportColumn.CONTENT, longest);
        }
        DossierImport tried = fixture.tried(file, SheetFormat.CSV);
        int chunks = database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM procedures.dossier_import_chunk WHERE import_id = " + tried.id())
                .mapTo(Integer.class)
                .one());
        for (int line = 2; line <= 300; line++) {
            assertThat(erase(tried.id() + "-" + line)).isEqualTo(Treatment.done());
        }

        assertThat(chunks).isEqualTo(3);
        assertThat(fixture.takenOver(tried).fresh()).isEqualTo(151);
    }

    @Test
    void aRefusedRowIsFoundAsItWasTypedAndGoesWithItsReasons() {
        OldFile file = OldFile.of(2);
        Map<ImportColumn, String> row = OldFile.some(3);
        row.put(ImportColumn.PHONE, "+84 913.000.111");
        row.put(ImportColumn.EMAIL, "không có");
        DossierImport tried = fixture.tried(file.row(row), SheetFormat.CSV);

        assertThat(data.find(DeskFixture.AGENCY, BY_PHONE, 10))
                .extracting(PersonalRecord::id)
                .containsExactly(tried.id() + "-4");
        assertThat(erase(tried.id() + "-4")).isEqualTo(Treatment.done());

        assertThat(data.find(DeskFixture.AGENCY, BY_PHONE, 10)).isEmpty();
        assertThat(fixture.imports.refused(tried.id(), 0, 10)).isEmpty();
        assertThat(fixture.imports.errors(tried.id(), -1, 10)).isEmpty();
    }

    @Test
    void aRowThatIsBeingTakenOverStays() {
        DossierImport tried = fixture.tried(file(), SheetFormat.CSV);
        fixture.imports.claim(tried, false);

        Treatment treatment = erase(tried.id() + "-5");

        assertThat(treatment.outcome()).isEqualTo(Treatment.Outcome.KEPT);
        assertThat(treatment.why().vi()).contains("đang được nhập");
        assertThat(fixture.again(tried).state()).isEqualTo(DossierImportState.COMMITTING);
        assertThat(data.find(DeskFixture.AGENCY, BY_PHONE, 10)).hasSize(1);
    }

    @Test
    void aRowIsNotCorrectedHereAndNoOtherAgencyErasesIt() {
        DossierImport tried = fixture.tried(file(), SheetFormat.CSV);
        String record = tried.id() + "-5";

        assertThat(database.write(handle ->
                                data.rectify(handle, DeskFixture.AGENCY, record, Map.of("name", "Người khác")))
                        .outcome())
                .isEqualTo(Treatment.Outcome.KEPT);
        for (String other : List.of("", "-", "5", "x-5", tried.id() + "-", tried.id() + "-99")) {
            assertThat(erase(other).outcome()).as(other).isEqualTo(Treatment.Outcome.KEPT);
        }
        assertThat(database.write(handle -> data.erase(handle, "SNV", record)).outcome())
                .isEqualTo(Treatment.Outcome.KEPT);
        assertThat(data.find(DeskFixture.AGENCY, BY_PHONE, 10)).hasSize(1);
    }

    /** Four rows; the last one has a phone number in groups and an address for mail. */
    private static OldFile file() {
        Map<ImportColumn, String> row = OldFile.some(4);
        row.put(ImportColumn.PHONE, "0913 000 111");
        row.put(ImportColumn.EMAIL, "an@thu.example");
        return OldFile.of(3).row(row);
    }

    private Treatment erase(String record) {
        return database.write(handle -> data.erase(handle, DeskFixture.AGENCY, record));
    }
}
