package vn.kientao.reform.procedures.app.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;

/** Rows cost the database by the turn and not by the row. */
@OnEachDatabase("procedures")
class DossierImportCostTest {
    private static final int ROWS = 2_000;
    private static final int CHUNKS = ROWS / Trying.CHUNK;

    private final CountedDatabase database;
    private final DossierImportFixture fixture;

    DossierImportCostTest(Database real, Migrations migrations) {
        database = new CountedDatabase(real);
        fixture = new DossierImportFixture(database, real, migrations);
    }

    @Test
    void triesAndTakesOverTwoThousandRowsWithTensOfStatements() {
        DossierImport tried = fixture.tried(OldFile.of(ROWS), SheetFormat.CSV);
        int trying = database.statements();
        int turns = database.writes();

        DossierImport done = fixture.takenOver(tried);

        assertThat(done.fresh()).isEqualTo(ROWS);
        assertThat(trying).as("statements of the dry run").isLessThanOrEqualTo(30 + 3 * CHUNKS);
        turns = database.writes() - turns;
        assertThat(turns).as("turns of the commit").isLessThanOrEqualTo(10 + CHUNKS + ROWS / Turn.LEAST);
        assertThat(database.statements() - trying)
                .as("statements of the commit")
                .isLessThanOrEqualTo(30 + 10 * turns);
        int undoing = database.statements();
        int before = database.writes();
        fixture.imports.undo(done, "lan");
        fixture.jobs.run(fixture.job);
        assertThat(database.statements() - undoing)
                .as("statements of undoing")
                .isLessThanOrEqualTo(30 + 16 * (database.writes() - before));
    }
}
