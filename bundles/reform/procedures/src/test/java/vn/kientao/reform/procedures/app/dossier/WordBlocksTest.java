package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossierimport.DossierImportFixture;
import vn.kientao.reform.procedures.app.dossierimport.OldFile;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.store.privacy.PersonalDossiers;

/** What has come from a file is found by its words, whatever becomes of it. */
@OnEachDatabase("procedures")
class WordBlocksTest {
    /** More than the keys that a block holds. */
    private static final int ROWS = 1_500;

    private static final String BLOCKS = "SELECT COUNT(*) FROM procedures.dossier_word_block";

    private final Database database;
    private final DossierImportFixture fixture;
    private final KeptNumbers kept;

    WordBlocksTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DossierImportFixture(database, migrations);
        kept = new KeptNumbers(
                database, Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void arePagedInTheOrderOfTheListBeforeAndAfterTheyArePutTogether() {
        takenOver(1, ROWS);
        assertThat(many("SELECT COUNT(*) FROM procedures.dossier_word")).isZero();
        List<String> open = all(DossierView.OPEN, "nguyen an");
        List<String> ended = all(DossierView.FINISHED, "an thi nguyen");

        assertThat(open).isEqualTo(codes("running = TRUE", "list_key"));
        assertThat(ended).isEqualTo(codes("running = FALSE", "list_key"));
        assertThat(open.size() + ended.size()).isEqualTo(ROWS);
        assertThat(all(DossierView.FINISHED, "nguyen 1017")).hasSize(1);
        assertThat(all(DossierView.FINISHED, "nguyen nobody")).isEmpty();

        long before = many(BLOCKS + " WHERE word = 'nguyen'");
        kept.run();

        assertThat(many(BLOCKS + " WHERE word = 'nguyen'")).isLessThan(before).isEqualTo(2);
        assertThat(all(DossierView.OPEN, "nguyen an")).isEqualTo(open);
        assertThat(all(DossierView.FINISHED, "an thi nguyen")).isEqualTo(ended);
    }

    @Test
    void followADossierThatMovesAndLeaveNothingBehind() {
        takenOver(1, 30);
        Dossier dossier = byWords(DossierView.OPEN, "an 11");

        fixture.desk.finished(dossier, RECEIVED.plusYears(3));

        assertThat(all(DossierView.OPEN, "an 11")).isEmpty();
        assertThat(all(DossierView.FINISHED, "an 11"))
                .containsExactly(dossier.code().toString());
        kept.run();
        assertThat(many(BLOCKS + " WHERE word = '11'")).isZero();
        assertThat(many("SELECT COUNT(*) FROM procedures.dossier_word_gone")).isZero();
        assertThat(all(DossierView.FINISHED, "an 11"))
                .containsExactly(dossier.code().toString());
        assertThat(all(DossierView.OPEN, "an"))
                .hasSize(8)
                .doesNotContain(dossier.code().toString());
    }

    @Test
    void forgetANameThatIsCorrected() {
        takenOver(1, 30);
        Dossier dossier = byWords(DossierView.OPEN, "an 11");
        PersonalDossiers personal = new PersonalDossiers();

        database.write(transaction -> {
            personal.change(
                    transaction,
                    personal.one(transaction, AGENCY, dossier.code().toString()).orElseThrow(),
                    Map.of("name", "Lê Văn Tám", "content", "Việc khác"));
            return dossier;
        });

        assertThat(all(DossierView.OPEN, "an 11")).isEmpty();
        assertThat(all(DossierView.OPEN, "tam")).containsExactly(dossier.code().toString());
        kept.run();
        assertThat(many(BLOCKS + " WHERE word = '11'")).isZero();
        assertThat(all(DossierView.OPEN, "tam")).hasSize(1);
    }

    @Test
    void areGoneWithAnImportThatIsUndone() {
        DossierImport done = takenOver(1, 600);

        fixture.imports.undo(done, "lan");
        fixture.jobs.run(fixture.job);

        assertThat(all(DossierView.FINISHED, "nguyen")).isEmpty();
        kept.run();
        assertThat(many(BLOCKS)).isZero();
    }

    @Test
    void areFoundWhileTheyArePutTogether() throws Exception {
        for (int batch = 0; batch < 12; batch++) {
            takenOver(1 + batch * 40, 40);
        }
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<List<Integer>> found = beside.submit(() -> {
                List<Integer> sizes = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    sizes.add(all(DossierView.FINISHED, "nguyen thi an").size());
                }
                return sizes;
            });
            kept.run();
            assertThat(found.get()).containsOnly(336);
        } finally {
            beside.shutdownNow();
        }
        assertThat(many(BLOCKS + " WHERE word = 'nguyen'")).isEqualTo(1);
    }

    private DossierImport takenOver(int first, int rows) {
        OldFile file = new OldFile();
        for (int number = first; number < first + rows; number++) {
            file.row(OldFile.some(number));
        }
        DossierImport done = fixture.takenOver(fixture.tried(file, SheetFormat.CSV));
        assertThat(done.fresh()).isEqualTo(rows);
        return done;
    }

    private Dossier byWords(DossierView view, String words) {
        assertThat(all(view, words)).hasSize(1);
        return fixture.desk.dossiers.find(AGENCY, all(view, words).get(0)).orElseThrow();
    }

    private List<String> all(DossierView view, String words) {
        List<String> codes = new ArrayList<>();
        Optional<Long> after = Optional.empty();
        List<DossierRow> page;
        do {
            page = fixture.desk.dossiers.page(AGENCY, filter(view, words), RECEIVED, after, 100);
            page.forEach(row -> codes.add(row.code().toString()));
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).listKey());
        } while (!page.isEmpty());
        return codes;
    }

    private static DossierFilter filter(DossierView view, String words) {
        return new DossierFilter(
                view, Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty(), Optional.empty());
    }

    private List<String> codes(String which, String order) {
        return database.read(handle -> handle.createQuery(
                        "SELECT code FROM procedures.dossier WHERE " + which + " ORDER BY " + order)
                .mapTo(String.class)
                .list());
    }

    private long many(String count) {
        return database.read(
                handle -> handle.createQuery(count).mapTo(Long.class).one());
    }
}
