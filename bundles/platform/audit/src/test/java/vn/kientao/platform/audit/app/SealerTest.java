package vn.kientao.platform.audit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.audit.chain.Chain;
import vn.kientao.platform.audit.chain.EntryRows;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("audit")
class SealerTest {
    private static final int WRITERS = 8;
    private static final int EACH = 60;

    private final Database database;
    private final TestTrail trail;
    private final Path folder;

    SealerTest(Database database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
        trail = new TestTrail(database, folder);
    }

    @Test
    void manyWritersAndTwoNodesThatChainMakeOneChainWithoutForkOrGap() throws Exception {
        Sealer other = new TestTrail(database, folder).sealer;
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                writers.add(pool.submit(this::writeAndSometimesFail));
            }
            List<Future<?>> sealers = List.of(
                    pool.submit(() -> keepSealing(trail.sealer, writers)),
                    pool.submit(() -> keepSealing(other, writers)));
            for (Future<?> each : writers) {
                each.get();
            }
            for (Future<?> each : sealers) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        trail.sealer.seal();

        assertThat(trail.count("audit.arrival")).isZero();
        assertThat(wholeLength()).isEqualTo(WRITERS * (EACH - EACH / 10));
    }

    @Test
    void theEndIsAnchoredInEveryFolderAndOnlyWhenItHasMoved() throws Exception {
        Path second = Files.createDirectory(folder.resolve("second"));
        TestTrail both = new TestTrail(database, folder, second);
        both.write(3);
        both.anchor();
        both.anchor();
        both.write(1);
        both.anchor();

        for (Path each : List.of(folder, second)) {
            assertThat(Files.readAllLines(each.resolve("audit-anchors.log")))
                    .hasSize(2)
                    .satisfies(lines -> assertThat(lines.get(1)).contains(" grown 4 "));
        }
    }

    private void writeAndSometimesFail() {
        for (int i = 0; i < EACH; i++) {
            int number = i;
            try {
                database.write(h -> {
                    trail.log.record(h, TestTrail.entry("H" + number));
                    if (number % 10 == 9) {
                        throw new IllegalStateException("the change fails");
                    }
                    return number;
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("the change fails");
            }
        }
    }

    private static void keepSealing(Sealer sealer, List<Future<?>> writers) {
        while (!writers.stream().allMatch(Future::isDone)) {
            sealer.seal();
        }
    }

    /** Walks along the chain; returns how many entries hang together. */
    private long wholeLength() {
        return database.read(h -> {
            long[] length = {0};
            String[] hash = {Chain.BEGINNING};
            h.createQuery("SELECT * FROM audit.entry ORDER BY sequence")
                    .map((row, context) -> {
                        length[0]++;
                        assertThat(row.getLong("sequence")).isEqualTo(length[0]);
                        hash[0] = Chain.hash(length[0], hash[0], EntryRows.entry(row));
                        assertThat(row.getString("hash")).isEqualTo(hash[0]);
                        return length[0];
                    })
                    .list();
            return length[0];
        });
    }
}
