package vn.kientao.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;

/**
 * Kills a process that writes and looks at what is left, again and again on one database. The log of acknowledgements is
 * kept here, outside the process that dies.
 */
final class Torture {
    static final Scripts SCRIPTS = Scripts.expand("V001__torture.sql", """
            CREATE TABLE torture.entry (
                writer   INTEGER NOT NULL,
                number   BIGINT NOT NULL,
                word     VARCHAR NOT NULL,
                content  VARCHAR NOT NULL,
                CONSTRAINT entry_pk PRIMARY KEY (writer, number)
            );
            CREATE INDEX entry_word_ix ON torture.entry (word, number);
            CREATE TABLE torture.total (
                writer   INTEGER NOT NULL CONSTRAINT total_pk PRIMARY KEY,
                entries  BIGINT NOT NULL
            );
            INSERT INTO torture.total (writer, entries)
            VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0);
            """);

    private static final int ENOUGH = 100;

    private final DataSettings settings;
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private int kills;
    private long lost;
    private long halves;
    private long strayIndex;

    Torture(DataSettings settings) {
        this.settings = settings;
    }

    /** A child that has started and waits for its word. */
    final class Child {
        private final Process process;
        private final CountDownLatch writing = new CountDownLatch(ENOUGH);
        private final Thread reader;

        Child() throws IOException {
            process = new ProcessBuilder(List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            KillChild.class.getName(),
                            settings.url(),
                            settings.user(),
                            settings.password()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            reader = new Thread(this::read, "acknowledgements");
            reader.start();
        }

        /** Lets it begin and returns when it is well on its way. */
        void begin() throws IOException, InterruptedException {
            say();
            assertThat(writing.await(60, TimeUnit.SECONDS))
                    .as("the child writes")
                    .isTrue();
        }

        /** Tells it to close the database. */
        void say() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        /** Ends it as {@code kill -9} does and reads the last of what it had said. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
            reader.join();
            kills++;
        }

        private void read() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    note(line);
                }
            } catch (IOException e) {
                // The pipe ends with the process.
                process.destroyForcibly();
            }
        }

        private void note(String line) {
            if (Character.isDigit(line.charAt(0))) {
                writing.countDown();
                int space = line.indexOf(' ');
                acknowledged.merge(
                        Integer.valueOf(line.substring(0, space)), Long.valueOf(line.substring(space + 1)), Math::max);
            }
        }
    }

    /** Looks at what a power cut left of the database, when so much had been acknowledged. */
    void checkAfterCut(DataSettings left, Map<Integer, Long> before) {
        kills++;
        acknowledged.putAll(before);
        check(left);
    }

    /** Opens the database as after a crash and counts what is wrong. */
    void check() {
        check(settings);
    }

    private void check(DataSettings where) {
        try (Engine engine = Engine.open(where)) {
            Database database = JdbiDatabase.of(engine);
            for (int writer = 0; writer < TortureWriter.WRITERS; writer++) {
                check(database, writer);
            }
            strayIndex += byIndex(database).equals(byTable(database)) ? 0 : 1;
        }
    }

    /** One statement sees one moment: a server may still be committing what its killed client had sent. */
    private void check(Database database, int writer) {
        List<Long> numbers = database.read(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(entry.number), 0) AS last, COUNT(entry.number) AS many,
                               (SELECT total.entries FROM torture.total WHERE total.writer = ?) AS total
                          FROM torture.entry
                         WHERE entry.writer = ?
                        """)
                .bind(0, writer)
                .bind(1, writer)
                .map((row, context) -> List.of(row.getLong("last"), row.getLong("many"), row.getLong("total")))
                .one());
        long last = numbers.get(0);
        long rows = numbers.get(1);
        lost += Math.max(0, acknowledged.getOrDefault(writer, 0L) - last) + (last - rows);
        halves += Math.abs(rows - numbers.get(2));
        acknowledged.put(writer, last);
    }

    private static List<Long> byIndex(Database database) {
        return database.dialect() == Dialect.H2
                ? sums(database, "", "torture.entry USE INDEX (entry_word_ix)", "word >= ''")
                : sums(database, "SET LOCAL enable_seqscan = off", "torture.entry", "word >= ''");
    }

    private static List<Long> byTable(Database database) {
        return sums(database, "", "torture.entry", "content >= ''");
    }

    private static List<Long> sums(Database database, String before, String from, String where) {
        return database.read(handle -> {
            if (!before.isEmpty()) {
                handle.execute(before);
            }
            return handle.createQuery("SELECT COUNT(*), COALESCE(SUM(number), 0) FROM " + from + " WHERE " + where)
                    .map((row, context) -> List.of(row.getLong(1), row.getLong(2)))
                    .one();
        });
    }

    /** Prints the figures and asserts that they are what was promised. */
    void report(String engine) {
        long writes = acknowledged.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "%s: %d times killed, %d writes, %d lost, %d half transactions, %d indexes that differ from their table%n",
                engine, kills, writes, lost, halves, strayIndex);
        assertThat(lost).as("acknowledged writes lost").isZero();
        assertThat(halves).as("half transactions").isZero();
        assertThat(strayIndex).as("indexes that differ from their table").isZero();
        assertThat(writes).as("writes").isGreaterThan(kills);
    }
}
