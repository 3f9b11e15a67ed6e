package vn.kientao.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An acknowledged write survives a power cut on the embedded database. Forty cuts while eight writers work;
 * {@code -Dcuts=1500} for a long run. PostgreSQL's own log is left to PostgreSQL.
 */
class PowerCutTest {
    private static final int CUTS = Integer.getInteger("cuts", 20);

    private final Random random = new Random();
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private Map<Integer, Long> before = Map.of();

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        PowerDisk.plugIn();
        Path live = folder.resolve("live");
        DataSettings settings = new DataSettings("jdbc:h2:file:power:" + live, "", "", 2, 10);
        Torture torture = new Torture(Settings.h2(folder));
        try (Engine engine = Engine.open(settings)) {
            FlywayMigrations.of(engine).expand("torture", Torture.SCRIPTS);
            List<Thread> writers = start(new TortureWriter(JdbiDatabase.of(engine)));
            for (int cut = 1; cut <= CUTS; cut++) {
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(10, 100)).toNanos());
                DataSettings left = cutPower(live, folder.resolve("cut" + cut));
                torture.checkAfterCut(left, before);
            }
            stop.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
        torture.report("H2 without power");
    }

    /** Mark and acknowledgements are read before the file, so the file holds at least what they promise. */
    private DataSettings cutPower(Path live, Path copy) throws Exception {
        H2Files from = H2Files.of("jdbc:h2:file:" + live);
        H2Files to = H2Files.of("jdbc:h2:file:" + copy.resolve("db"));
        byte[] mark = Files.readAllBytes(from.mark());
        before = Map.copyOf(acknowledged);
        byte[] left = PowerDisk.cut(random);
        to.createFolder();
        Files.write(to.mark(), mark);
        Files.copy(from.secret(), to.secret());
        Files.write(to.database(), left);
        return new DataSettings("jdbc:h2:file:" + copy.resolve("db"), "", "", 2, 2);
    }

    private List<Thread> start(TortureWriter writer) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < TortureWriter.WRITERS; i++) {
            int number = i;
            Thread thread = new Thread(() -> write(writer, number));
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void write(TortureWriter writer, int number) {
        long last = 0;
        while (!stop.get()) {
            last++;
            if (writer.write(number, last)) {
                acknowledged.put(number, last);
            }
        }
        assertThat(last).isPositive();
    }
}
