package vn.kientao.platform.audit.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.OnEachDatabase;

/**
 * What an entry costs the change it tells of, as a ratio; both kinds take turns, so that a busy machine slows both. Not part
 * of the default run: {@code mvn -pl bundles/platform/audit -am test -Dtest=EntryCostBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@OnEachDatabase("audit")
class EntryCostBenchmark {
    private static final int WRITERS = 8;
    private static final int EACH = 50;
    private static final int ROUNDS = 6;

    private final Database database;
    private final TestTrail trail;

    EntryCostBenchmark(Database database) {
        this.database = database;
        trail = new TestTrail(database);
    }

    @Test
    void comparesTheSmallestChangeWithAndWithoutItsEntry() throws Exception {
        database.write(h -> h.execute("CREATE TABLE audit.changed (id INTEGER NOT NULL, what VARCHAR(100) NOT NULL)"));
        round(true);
        round(false);
        long with = 0;
        long without = 0;
        for (int i = 0; i < ROUNDS; i++) {
            without += round(false);
            with += round(true);
        }
        double ratio = (double) with / without;
        System.out.printf(
                "%s: %d changes by %d writers take %d ms without entries, %d ms with, chained meanwhile: %.2f times%n",
                database.dialect(),
                ROUNDS * WRITERS * EACH,
                WRITERS,
                Duration.ofNanos(without).toMillis(),
                Duration.ofNanos(with).toMillis(),
                ratio);
    }

    private long round(boolean entries) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        long began = System.nanoTime();
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                writers.add(pool.submit(() -> write(entries)));
            }
            trail.sealer.seal();
            for (Future<?> each : writers) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        trail.sealer.seal();
        return System.nanoTime() - began;
    }

    private void write(boolean entries) {
        for (int i = 0; i < EACH; i++) {
            int number = i;
            database.write(h -> {
                h.execute("INSERT INTO audit.changed (id, what) VALUES (?, 'nhận hồ sơ')", number);
                if (entries) {
                    trail.log.record(h, TestTrail.entry("H" + number));
                }
                return number;
            });
        }
    }
}
