package vn.kientao.platform.privacy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.privacy.store.AccessRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.testing.OnEachDatabase;

/**
 * What noting a look costs whoever reads: a read alone, a read with a look for the queue, a read with a write transaction of
 * its own. The three take turns, so that a busy machine slows all of them. Not part of the default run: {@code mvn -pl
 * bundles/platform/privacy -am test -Dtest=AccessCostBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@OnEachDatabase("privacy")
class AccessCostBenchmark {
    private static final int READERS = 8;
    private static final int EACH = 100;
    private static final int ROUNDS = 5;

    private final Database database;
    private final PrivacyStore store;
    private final AccessJournal journal;
    private final AccessRepository entries = new AccessRepository();
    private int number;

    AccessCostBenchmark(Database database) {
        this.database = database;
        store = PrivacyStore.of(database);
        journal = new AccessJournal(store);
    }

    private enum How {
        BARE,
        QUEUED,
        AT_ONCE
    }

    @Test
    void comparesReadsWithAndWithoutALook() throws Exception {
        Map<How, Long> spent = new EnumMap<>(How.class);
        for (How how : How.values()) {
            round(how);
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (How how : How.values()) {
                spent.merge(how, round(how), Long::sum);
            }
        }
        long begin = System.nanoTime();
        int written = journal.flush();
        System.out.printf(
                "%s: %d reads by %d readers: bare %d ms, with a queued look %d ms, with a write at once %d ms; "
                        + "%d looks that still waited took %d ms%n",
                database.dialect(),
                READERS * EACH * ROUNDS,
                READERS,
                millis(spent.getOrDefault(How.BARE, 0L)),
                millis(spent.getOrDefault(How.QUEUED, 0L)),
                millis(spent.getOrDefault(How.AT_ONCE, 0L)),
                written,
                millis(System.nanoTime() - begin));
        journal.close();
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    private long round(How how) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(READERS);
        number++;
        long began = System.nanoTime();
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int r = 0; r < READERS; r++) {
                String reader = number + "-" + r;
                readers.add(pool.submit(() -> read(how, reader)));
            }
            for (Future<?> each : readers) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return System.nanoTime() - began;
    }

    private void read(How how, String reader) {
        for (int i = 0; i < EACH; i++) {
            PersonalDataAccess look = look(reader + "-" + i);
            if (how == How.QUEUED) {
                journal.shown(look);
            } else if (how == How.AT_ONCE) {
                store.write(handle -> {
                    entries.add(handle, List.of(look));
                    return look;
                });
            }
            database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM privacy.right_rule")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static PersonalDataAccess look(String object) {
        return new PersonalDataAccess(
                Instant.now(),
                "7",
                "",
                "STP",
                "192.0.2.1",
                "dossier",
                object,
                "GET /dossiers/{code}",
                new LocalText("Giải quyết hồ sơ", "Settle the dossier"),
                "r");
    }
}
