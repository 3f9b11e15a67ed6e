package vn.kientao.platform.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.privacy.domain.AccessQuery;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;

@OnEachDatabase("privacy")
class AccessJournalTest {
    private static final Instant NINE = Instant.parse("2026-11-30T02:00:00Z");

    private final PrivacyStore store;
    private final AccessJournal journal;
    private final Accesses accesses;

    AccessJournalTest(Database database) {
        store = PrivacyStore.of(database);
        journal = new AccessJournal(store, 3);
        accesses = new Accesses(store, new RecordingAuditTrail());
    }

    @Test
    void aLookIsWrittenDownWithWhoWhenWhereFromAndWhatFor() {
        PersonalDataAccess look = look("7", "H1", NINE);
        journal.shown(look);
        assertThat(journal.flush()).isEqualTo(1);

        assertThat(accesses.older(AccessQuery.of(Optional.of("STP")), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.access()).isEqualTo(look));
        assertThat(accesses.older(AccessQuery.of(Optional.of("SNV")), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void theSameLookAgainLeavesOneEntryAnHour() {
        journal.shown(look("7", "H1", NINE));
        journal.shown(look("7", "H1", NINE.plusSeconds(60)));
        journal.shown(look("8", "H1", NINE.plusSeconds(61)));
        assertThat(journal.flush()).isEqualTo(2);

        journal.shown(look("7", "H1", NINE.plus(RecentLooks.ONE_ENTRY_IN)));
        assertThat(journal.flush()).isEqualTo(1);
    }

    @Test
    void whatCannotBeNotedIsNotShown() {
        journal.shown(look("7", "H1", NINE));
        journal.shown(look("7", "H2", NINE));
        journal.shown(look("7", "H3", NINE));
        store.write(handle -> handle.execute("ALTER TABLE privacy.access_entry RENAME TO away"));
        for (String dossier : List.of("H4", "H5", "H6")) {
            // What is being written has left the queue, so that a few more fit in.
            shownIfThereIsRoom(dossier);
        }
        assertThatThrownBy(() -> journal.shown(look("7", "H7", NINE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(503));

        store.write(handle -> handle.execute("ALTER TABLE privacy.away RENAME TO access_entry"));
        journal.shown(look("7", "H7", NINE));
        journal.flush();
        assertThat(accesses.older(AccessQuery.of(Optional.empty()), Long.MAX_VALUE, 10))
                .extracting(entry -> entry.access().objectId())
                .contains("H1", "H2", "H3", "H7");
    }

    private void shownIfThereIsRoom(String dossier) {
        try {
            journal.shown(look("7", dossier, NINE));
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(503);
        }
    }

    @Test
    void whoeverFillsThePileEmptiesIt() {
        for (int i = 0; i < 20; i++) {
            journal.shown(look("7", "H" + i, NINE));
        }
        journal.flush();
        assertThat(accesses.older(AccessQuery.of(Optional.empty()), Long.MAX_VALUE, 100))
                .hasSize(20);
    }

    @Test
    void whatTheDatabaseRefusesWaitsForTheNextTime() {
        journal.shown(look("7", "H1", NINE));
        store.write(handle -> handle.execute("ALTER TABLE privacy.access_entry RENAME TO away"));
        assertThatThrownBy(journal::flush).isInstanceOf(RuntimeException.class);

        store.write(handle -> handle.execute("ALTER TABLE privacy.away RENAME TO access_entry"));
        assertThat(journal.flush()).isEqualTo(1);
    }

    @Test
    void aNameThatIsTooLongIsCutAndKeepsNobodyOut() {
        journal.shown(look("7".repeat(101), "H".repeat(500), NINE));
        assertThat(journal.flush()).isEqualTo(1);
    }

    @Test
    void looksAreFoundByObjectAccountAndTimeNewestFirst() {
        journal.shown(look("7", "H1", NINE));
        journal.shown(look("8", "H2", NINE.plusSeconds(1)));
        journal.shown(look("8", "H1", NINE.plusSeconds(2)));
        journal.flush();

        AccessQuery all = AccessQuery.of(Optional.empty());
        AccessQuery object = new AccessQuery(
                Optional.of("STP"), Optional.of("8"), Optional.of("H1"), Optional.empty(), Optional.empty());
        AccessQuery time = new AccessQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NINE.plusSeconds(1)),
                Optional.of(NINE.plusSeconds(2)));
        assertThat(accesses.older(all, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.access().account() + entry.access().objectId())
                .containsExactly("8H1", "8H2", "7H1");
        assertThat(accesses.older(object, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(accesses.older(time, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.access().objectId()).isEqualTo("H2"));
    }

    @Test
    void oldLooksAreDeletedTheOldestFirst() {
        journal.shown(look("7", "H1", NINE.minus(Duration.ofDays(800))));
        journal.shown(look("7", "H2", NINE.minus(Duration.ofDays(740))));
        journal.shown(look("7", "H3", NINE));
        journal.flush();
        AccessRetention retention = new AccessRetention(store);
        RetentionSource.Scope scope = new RetentionSource.Scope(NINE.minus(Duration.ofDays(730)), Set.of());

        assertThat(retention.due("privacy.access-log", scope)).isEqualTo(2);
        assertThat(store.<Integer>write(handle -> retention.apply(handle, "privacy.access-log", scope, 1)))
                .isEqualTo(1);
        assertThat(accesses.older(AccessQuery.of(Optional.empty()), Long.MAX_VALUE, 10))
                .extracting(entry -> entry.access().objectId())
                .containsExactly("H3", "H2");
    }

    private static PersonalDataAccess look(String account, String dossier, Instant at) {
        return new PersonalDataAccess(
                at,
                account,
                "",
                "STP",
                "192.0.2.1",
                "dossier",
                dossier,
                "GET /dossiers/{code}",
                new LocalText("Giải quyết hồ sơ", "Handle the dossier"),
                "r1");
    }
}
