package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.store.PlanRows.Read;
import vn.kientao.reform.procedures.store.dossier.DossierLists;
import vn.kientao.reform.procedures.store.dossier.ListQuery;
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
    void aSearchIsNotReadOnceMoreToBeCounted() {
        for (String name : List.of("search by common words of a name", "search by procedure, running")) {
            assertThat(reads(name)).extracting(Read::sql).as(name).doesNotHaveDuplicates();
        }
    }

    @Test
    void severalWordsFindWhatHasThemAllHoweverShortThePages() {
        for (List<String> words : List.of(
                List.of("nguyen", "thi"),
                List.of("thi", "an"),
                List.of("linh", "tran", "van"),
                List.of("vo", "diem"))) {
            for (int size : List.of(3, 1_000)) {
                assertThat(paged(String.join(" ", words), size))
                        .as("%s by %s", words, size)
                        .isEqualTo(having(words));
            }
        }
    }

    private List<Long> paged(String words, int size) {
        DossierLists lists = new DossierLists();
        ListQuery query = new ListQuery(
                ManyDossiers.AGENCY,
                false,
                Long.MIN_VALUE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words));
        List<Long> keys = new ArrayList<>();
        List<DossierRow> page;
        do {
            ListQuery next = keys.isEmpty() ? query : query.after(keys.get(keys.size() - 1));
            page = database.read(handle -> lists.page(handle, next, size));
            page.forEach(row -> keys.add(row.listKey()));
        } while (page.size() == size);
        return keys;
    }

    private List<Long> having(List<String> words) {
        return database.read(handle -> handle.createQuery("""
                        SELECT list_key
                          FROM procedures.dossier_word
                         WHERE agency_code = :agency AND running = FALSE AND word IN (<words>)
                         GROUP BY list_key
                        HAVING COUNT(*) = :many
                         ORDER BY list_key
                        """)
                .bindList("words", words)
                .bind("agency", ManyDossiers.AGENCY)
                .bind("many", words.size())
                .mapTo(Long.class)
                .list());
    }

    @Test
    void aNameThatIsThereOnceIsFoundByItsWords() {
        List<Read> reads = reads("search by a name that is there once");

        assertThat(rows(reads, "procedures.dossier d")).isBetween(1L, 10L);
        assertThat(rows(reads, "OFFSET"))
                .as(
                        "a row of each of three words, those of the rarest once more; H2 counts each look at what it found, too")
                .isBetween(1L, 12L);
    }

    @Test
    void wordsThatNobodyHasAreLookedForInNoDossier() {
        List<Read> reads = reads("search by a name that is not there");

        assertThat(rows(reads, "procedures.dossier d")).isLessThanOrEqualTo(2);
        assertThat(rows(reads, "OFFSET"))
                .as("a row of each of three words; H2 counts each look at what it found, too")
                .isLessThanOrEqualTo(8);
    }

    private static long rows(List<Read> reads, String sql) {
        return reads.stream()
                .filter(read -> read.sql().contains(sql))
                .mapToLong(Read::rows)
                .sum();
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
