package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.store.PlanRows.Read;
import vn.kientao.reform.procedures.store.dossier.ManyDossiers;

/** What the whole page of the list reads, with all its statements. {@link DossierPagesBenchmark} tells how long it takes. */
@OnEachDatabase("procedures")
class DossierListCostTest {
    private static final int DOSSIERS = 4_000;
    /** Of what is due today, how much is late by now. */
    private static final int LATE_TODAY = 1;

    private final Database database;
    private final Migrations migrations;
    private ManyPages pages;

    DossierListCostTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @BeforeEach
    void fill() {
        ManyDossiers.fill(database, DOSSIERS);
        pages = new ManyPages(database, migrations);
    }

    @Test
    void aWholeCodeOrNumberIsFoundByItsIndex() {
        for (String name : List.of("search by code", "search by telephone number")) {
            assertThat(reads(name).stream()
                            .filter(Read::ofList)
                            .mapToLong(Read::rows)
                            .sum())
                    .as(name)
                    .isBetween(1L, 10L);
        }
    }

    @Test
    void nothingIsCountedButWhatAFilterNarrows() {
        assertThat(counts("list, as it opens")).isEqualTo(LATE_TODAY);
        assertThat(counts("my work")).isEqualTo(LATE_TODAY);
        assertThat(counts("search by a name that is there once"))
                .as("what fits on the page")
                .isEqualTo(LATE_TODAY);
    }

    @Test
    void theNumbersOfTheViewsReadARowForEachDay() {
        long rows = reads("list, as it opens").stream()
                .filter(read ->
                        read.sql().contains("dossier_tally") || read.sql().contains("COUNT(*)"))
                .mapToLong(Read::rows)
                .sum();

        assertThat(rows).isBetween(3L, 50L);
    }

    @Test
    void aNameThatIsThereOnceIsFoundByItsWords() {
        long rows = reads("search by a name that is there once").stream()
                .filter(Read::ofList)
                .mapToLong(Read::rows)
                .sum();

        assertThat(rows).isBetween(1L, 10L);
    }

    @Test
    void wordsThatNobodyHasAreLookedForInNoDossier() {
        long rows = reads("search by a name that is not there").stream()
                .filter(read -> read.sql().contains("procedures.dossier d"))
                .mapToLong(Read::rows)
                .sum();

        assertThat(rows).isLessThanOrEqualTo(2);
    }

    private long counts(String name) {
        return reads(name).stream()
                .filter(read -> read.sql().contains("COUNT(*)") && !read.sql().contains("dossier_word"))
                .count();
    }

    private List<Read> reads(String name) {
        return pages.reads(pages.all().stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow());
    }
}
