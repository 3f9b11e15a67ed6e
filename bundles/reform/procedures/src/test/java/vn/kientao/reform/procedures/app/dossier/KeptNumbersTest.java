package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.dossier.DossierTally;

/** The numbers of the list's views are those of the dossiers, whoever wrote these. */
@OnEachDatabase("procedures")
class KeptNumbersTest {
    private static final int CLERKS = 4;
    private static final int EACH = 12;

    private final Database database;
    private final DeskFixture fixture;
    private final KeptNumbers kept;
    private final DossierTally tally = new DossierTally();

    KeptNumbersTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        kept = new KeptNumbers(
                database, Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void areRightAfterEveryStepAndStayTheSameWhenFolded() {
        Dossier first = fixture.receive(RECEIVED);
        fixture.receive(RECEIVED);
        fixture.finished(fixture.receive(RECEIVED), RECEIVED.plusHours(1));
        fixture.progress.forward(first, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));

        assertThat(count(DossierView.OPEN)).isEqualTo(2);
        assertThat(count(DossierView.FINISHED)).isEqualTo(1);
        assertThat(kept.run()).as("numbers that were wrong").isZero();
        assertThat(count(DossierView.OPEN)).isEqualTo(2);
        assertThat(count(DossierView.FINISHED)).isEqualTo(1);
        assertThat(rowsOfAll()).as("one for each number").isEqualTo(2);
    }

    @Test
    void countWhatIsDueTodayAsLateOnlyOnceItIs() {
        Dossier dossier = fixture.receive(RECEIVED);

        var due = dossier.appointment().due();
        assertThat(fixture.dossiers.counts(AGENCY, due.minusMinutes(1)))
                .containsEntry(DossierView.TODAY, 1)
                .containsEntry(DossierView.OVERDUE, 0);
        assertThat(fixture.dossiers.counts(AGENCY, due.plusMinutes(1)))
                .containsEntry(DossierView.TODAY, 0)
                .containsEntry(DossierView.OVERDUE, 1);
        assertThat(fixture.dossiers.counts(AGENCY, due.plusDays(1)))
                .containsEntry(DossierView.TODAY, 0)
                .containsEntry(DossierView.OVERDUE, 1);
    }

    @Test
    void followWhatAReleaseWritesThatKeepsNone() {
        Dossier dossier = fixture.receive(RECEIVED);
        fixture.receive(RECEIVED);
        kept.run();

        database.write(handle -> handle.execute("""
                UPDATE procedures.dossier
                   SET version = version + 1, status = ?, running = FALSE, list_key = -list_key, assignee = NULL,
                       changed_at = ?
                 WHERE id = ?
                """, DossierStatus.FINISHED.number(), RECEIVED, dossier.id()));

        assertThat(kept.run()).as("numbers that were wrong").isPositive();
        assertThat(count(DossierView.OPEN)).isEqualTo(1);
        assertThat(count(DossierView.FINISHED)).isEqualTo(1);
        assertThat(kept.run()).as("numbers that were wrong").isZero();
    }

    @Test
    void findByWordsWhatAReleaseWroteThatKnowsNone() {
        Dossier dossier = fixture.receive(RECEIVED);
        database.write(handle -> {
            handle.execute("DELETE FROM procedures.dossier_word");
            return handle.execute("UPDATE procedures.dossier SET kept_version = NULL");
        });

        assertThat(found("thi an")).as("looked through one by one").isEqualTo(1);
        kept.run();
        assertThat(found("an nguyen")).as("by its words").isEqualTo(1);
        assertThat(wordsOf(dossier)).contains("an", "nguyen", "thi");
    }

    @Test
    void followDossiersThroughTheListByWordsToo() {
        Dossier dossier = fixture.receive(RECEIVED);
        assertThat(found("nguyen")).isEqualTo(1);

        fixture.finished(dossier, RECEIVED.plusHours(1));

        assertThat(found("nguyen")).isZero();
        assertThat(fixture.dossiers.count(AGENCY, words(DossierView.FINISHED, "nguyen"), RECEIVED))
                .isEqualTo(1);
    }

    @Test
    void sweepWordsThatAReleaseLeftWhichKnowsNone() {
        Dossier dossier = fixture.receive(RECEIVED);
        database.write(handle -> {
            handle.execute(
                    "UPDATE procedures.dossier SET applicant_name = '', search_text = 'x' WHERE id = ?", dossier.id());
            return handle.execute("""
                    INSERT INTO procedures.dossier_word (dossier_id, word, agency_code, running, list_key)
                    VALUES (?, 'gone', ?, TRUE, 1)
                    """, dossier.id() + 1_000_000, AGENCY);
        });

        kept.run();

        assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT COUNT(*) FROM procedures.dossier_word")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    @Test
    void areRightWhenPutRightAndFoldedWhileDossiersAreWritten() throws Exception {
        ExecutorService office = Executors.newFixedThreadPool(CLERKS);
        List<Future<?>> clerks = new ArrayList<>();
        try {
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                clerks.add(office.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        fixture.finished(fixture.receive(RECEIVED), RECEIVED);
                        fixture.receive(RECEIVED);
                    }
                }));
            }
            while (clerks.stream().anyMatch(clerk -> !clerk.isDone())) {
                assertThat(database.<Integer>write(handle -> tally.correct(handle, RECEIVED)))
                        .as("numbers that were wrong")
                        .isZero();
                kept.run();
            }
            for (Future<?> clerk : clerks) {
                clerk.get();
            }
        } finally {
            office.shutdownNow();
        }

        assertThat(count(DossierView.OPEN)).isEqualTo(CLERKS * EACH);
        assertThat(count(DossierView.FINISHED)).isEqualTo(CLERKS * EACH);
    }

    @Test
    void countThoseOfAPersonAlone() {
        fixture.receive(RECEIVED);
        DossierFilter mine = new DossierFilter(
                DossierView.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("nobody"),
                false);

        assertThat(fixture.dossiers.counts(AGENCY, mine, RECEIVED)).containsEntry(DossierView.OPEN, 0);
    }

    private int count(DossierView view) {
        return fixture.dossiers.counts(AGENCY, RECEIVED).getOrDefault(view, -1);
    }

    private int found(String words) {
        return fixture.dossiers
                .page(AGENCY, words(DossierView.OPEN, words), RECEIVED, Optional.empty(), 10)
                .size();
    }

    private static DossierFilter words(DossierView view, String words) {
        return new DossierFilter(
                view, Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty(), Optional.empty());
    }

    private List<String> wordsOf(Dossier dossier) {
        return database.read(
                handle -> handle.createQuery("SELECT word FROM procedures.dossier_word WHERE dossier_id = ?")
                        .bind(0, dossier.id())
                        .mapTo(String.class)
                        .list());
    }

    private int rowsOfAll() {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT COUNT(*) FROM procedures.dossier_tally WHERE agency_code = ? AND scope = ''
                        """).bind(0, AGENCY).mapTo(Integer.class).one());
    }
}
