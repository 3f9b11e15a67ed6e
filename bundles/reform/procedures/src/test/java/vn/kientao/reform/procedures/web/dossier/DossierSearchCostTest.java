package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.store.PlanRows.Read;
import vn.kientao.reform.procedures.store.dossier.ManyDossiers;

/** What a search by words reads where many more dossiers have them than a page shows. */
@OnEachDatabase("procedures")
class DossierSearchCostTest {
    private static final int DOSSIERS = 4_000;
    /** Of fewer dossiers PostgreSQL rather reads all that have a word than goes to them one by one. */
    private static final int PLANNED = 30_000;
    /** And the one that tells that another page follows. */
    private static final int PAGE = 26;
    /** Of how many of them a look for the rarest of several words looks through each. */
    private static final int DEPTH = 4;
    /** H2 counts a dossier that is found by its key twice, and where it finds that there is nothing further. */
    private static final int H2_MORE = 3;

    private final boolean h2;
    private final ManyPages pages;

    DossierSearchCostTest(Database database, Migrations migrations) {
        h2 = database.dialect() == Dialect.H2;
        ManyDossiers.fill(database, h2 ? DOSSIERS : PLANNED);
        pages = new ManyPages(database, migrations);
    }

    @Test
    void readsAPageHoweverManyDossiersHaveTheWords() {
        long page = h2 ? H2_MORE * (PAGE + 1) : 2 * PAGE;
        assertThat(listed("search by a common word of a name")).isBetween((long) PAGE, page);
        assertThat(listed("search by procedure")).isBetween((long) PAGE, page);
        // PostgreSQL takes those that run for a few only and reads them all.
        assertThat(listed("search by procedure, running"))
                .isBetween((long) PAGE, h2 ? page : ManyDossiers.running(PLANNED));
        // Two words: each as far as its depth, and at most so many of the rarer with their dossiers and their other
        // word.
        assertThat(listed("search by common words of a name"))
                .isBetween((long) PAGE, 2L * DEPTH * PAGE + 3L * DEPTH * PAGE);
    }

    private long listed(String name) {
        return pages
                .reads(pages.all().stream()
                        .filter(page -> page.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .stream()
                .filter(Read::ofList)
                .mapToLong(Read::rows)
                .sum();
    }
}
