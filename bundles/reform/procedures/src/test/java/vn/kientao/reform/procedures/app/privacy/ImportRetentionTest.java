package vn.kientao.reform.procedures.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossierimport.DossierImportFixture;
import vn.kientao.reform.procedures.app.dossierimport.OldFile;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class ImportRetentionTest {
    private final Database database;
    private final DossierImportFixture fixture;
    private final ImportRetention retention;

    ImportRetentionTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DossierImportFixture(database, migrations);
        retention = new ImportRetention(database, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @Test
    void rowsOfFilesGoWhenTheirTimeIsOverAndDossiersStay() {
        OldFile file = OldFile.of(3).but(4, ImportColumn.PHONE, "12");
        DossierImport taken = fixture.takenOver(fixture.tried(file, SheetFormat.CSV), true);
        DossierImport waiting = fixture.tried(new OldFile().but(9, ImportColumn.PHONE, ""), SheetFormat.CSV);
        Scope now = new Scope(DossierImportFixture.NOW, Set.of());
        Scope later = new Scope(DossierImportFixture.NOW.plus(Duration.ofDays(30)), Set.of());

        assertThat(retention.due(ImportRetention.REFUSED, now)).isZero();
        assertThat(retention.due(ImportRetention.REFUSED, later)).isEqualTo(2);
        int gone = database.write(handle -> retention.apply(handle, ImportRetention.REFUSED, later, 10));

        assertThat(gone).isEqualTo(2);
        assertThat(fixture.imports.refused(taken.id(), 0, 9)).isEmpty();
        assertThat(fixture.imports.errors(taken.id(), -1, 9)).isEmpty();
        assertThat(fixture.imports.dossiers(taken.id(), 0, 9)).hasSize(3);
        assertThat(fixture.again(waiting).state()).isEqualTo(DossierImportState.DISCARDED);
        assertThat(retention.due(ImportRetention.REFUSED, later)).isZero();
    }

    @Test
    void aFileThatWasNeverReadGoesToo() throws IOException {
        byte[] file = OldFile.of(3).bytes(SheetFormat.CSV);
        DossierImport stuck = fixture.imports.receive(
                new ByteArrayInputStream(file), "cu.csv", file.length, DeskFixture.AGENCY, "lan");
        Scope later = new Scope(DossierImportFixture.NOW.plus(Duration.ofDays(30)), Set.of());

        assertThat(retention.due(ImportRetention.REFUSED, later)).isEqualTo(1);
        database.write(handle -> retention.apply(handle, ImportRetention.REFUSED, later, 10));

        assertThat(fixture.again(stuck).state()).isEqualTo(DossierImportState.DISCARDED);
        assertThat(retention.due(ImportRetention.REFUSED, later)).isZero();
    }

    @Test
    void aLargeImportGoesInSeveralTransactions() {
        OldFile file = new OldFile();
        for (int number = 1; number <= 2_500; number++) {
            file.but(number, ImportColumn.PHONE, "12");
        }
        DossierImport refused = fixture.tried(file, SheetFormat.CSV);
        Scope later = new Scope(DossierImportFixture.NOW.plus(Duration.ofDays(30)), Set.of());
        int turns = 0;
        while (database.write(handle -> retention.apply(handle, ImportRetention.REFUSED, later, 10)) > 0) {
            turns++;
        }

        assertThat(turns).isEqualTo(3);
        assertThat(fixture.imports.refused(refused.id(), 0, 9)).isEmpty();
        assertThat(fixture.imports.errors(refused.id(), -1, 9)).isEmpty();
    }
}
