package vn.kientao.reform.procedures.app.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.store.PlanRows;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers;

/** A page of what an import brought, refused or is, and the look for known codes, cost what they show. */
@OnEachDatabase("procedures")
class DossierImportPlanTest {
    private static final int PAGE = 25;
    private static final int ROWS = 3_000;
    private static final int REFUSED = 600;
    private static final int IMPORTS = 2_000;

    private final PlanRows database;
    private final DossierImportFixture fixture;
    private final DossierImport done;

    DossierImportPlanTest(Database real, Migrations migrations) {
        database = new PlanRows(real);
        fixture = new DossierImportFixture(database, real, migrations);
        OldFile file = OldFile.of(ROWS);
        for (int number = ROWS + 1; number <= ROWS + REFUSED; number++) {
            file.but(number, ImportColumn.PHONE, "12");
        }
        done = fixture.takenOver(fixture.tried(file, SheetFormat.CSV), true);
        real.write(handle -> {
            DossierImportStore imports = new DossierImportStore();
            for (int number = 0; number < IMPORTS; number++) {
                String agency = number % 2 == 0 ? DeskFixture.AGENCY : "P-AX";
                imports.insert(handle, "lan", agency, "so.csv", 1, DossierImportFixture.NOW);
            }
            return IMPORTS;
        });
        if (real.dialect() == Database.Dialect.POSTGRESQL) {
            for (String table : List.of("", "_row", "_refused", "_error")) {
                real.write(handle -> handle.execute("ANALYZE procedures.dossier_import" + table));
            }
            real.write(handle -> handle.execute("ANALYZE procedures.dossier"));
        }
    }

    @Test
    void pagesReadNoMoreThanWhatTheyShow() {
        long newest = done.id() + IMPORTS / 2;
        Map<String, Supplier<List<?>>> pages = Map.of(
                "imports", () -> fixture.imports.page(DeskFixture.AGENCY, Long.MAX_VALUE, PAGE),
                "older imports", () -> fixture.imports.page(DeskFixture.AGENCY, newest, PAGE),
                "reasons", () -> fixture.imports.errors(done.id(), -1, PAGE),
                "further reasons", () -> fixture.imports.errors(done.id(), REFUSED / 2, PAGE),
                "refused rows", () -> fixture.imports.refused(done.id(), 0, PAGE),
                "further refused rows", () -> fixture.imports.refused(done.id(), ROWS + REFUSED / 2, PAGE));
        pages.forEach((what, page) -> assertThat(rows(page)).as(what).isLessThanOrEqualTo(2 * PAGE));
    }

    /** Each of them stands in two tables. */
    @Test
    void aPageOfDossiersReadsNoMoreThanWhatItShows() {
        assertThat(rows(() -> fixture.imports.dossiers(done.id(), 0, PAGE))).isLessThanOrEqualTo(4 * PAGE);
        assertThat(rows(() -> fixture.imports.dossiers(done.id(), ROWS / 2, PAGE)))
                .isLessThanOrEqualTo(4 * PAGE);
    }

    @Test
    void lookingForKnownCodesReadsThoseThatAreKnown() {
        ImportedDossiers imported = new ImportedDossiers();
        Set<String> codes = Set.of("H12.1-7", "H12.1-1400", "H12.1-2999", "moi-1", "moi-2");

        List<PlanRows.Read> reads = database.of(() -> {
            Map<String, Long> known = database.read(handle -> imported.known(handle, DeskFixture.AGENCY, codes));
            assertThat(known).hasSize(3);
        });
        long rows = reads.stream().mapToLong(PlanRows.Read::rows).sum();

        assertThat(rows).isPositive().isLessThanOrEqualTo(2L * codes.size());
    }

    private long rows(Supplier<List<?>> page) {
        List<PlanRows.Read> reads = database.of(() -> assertThat(page.get()).hasSize(PAGE));
        assertThat(reads).isNotEmpty();
        return reads.stream().mapToLong(PlanRows.Read::rows).sum();
    }
}
