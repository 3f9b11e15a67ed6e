package vn.kientao.platform.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * The process that is killed: eight writers, each transaction touching two tables and their indexes. Tells its parent of
 * every write that was acknowledged, one line each, before it makes the next one.
 */
final class KillChild {
    static final int WRITERS = 8;

    private final Database database;
    private final PrintStream out;

    private KillChild(Database database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** @param arguments address, user and password of the database */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        Class<?>[] warm = {JdbiDatabase.class, H2Engine.class, PostgresEngine.class, Committer.class};
        say(out, "waiting " + warm.length);
        commands.readLine();
        Engine engine = Engine.open(new DataSettings(arguments[0], arguments[1], arguments[2], 2, 10));
        KillChild child = new KillChild(new JdbiDatabase(engine), out);
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            new Thread(() -> child.write(number)).start();
        }
        commands.readLine();
        engine.close();
    }

    private void write(int writer) {
        long number = database.read(
                handle -> handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM torture.entry WHERE writer = ?")
                        .bind(0, writer)
                        .mapTo(Long.class)
                        .one());
        try {
            while (true) {
                number++;
                writeOne(writer, number);
                say(out, writer + " " + number);
            }
        } catch (DatabaseException e) {
            say(out, "ended " + writer);
        }
    }

    private void writeOne(int writer, long number) {
        database.write(handle -> {
            handle.createUpdate("INSERT INTO torture.entry (writer, number, word, content) VALUES (?, ?, ?, ?)")
                    .bind(0, writer)
                    .bind(1, number)
                    .bind(2, word(writer, number))
                    .bind(3, "x".repeat((int) (number % 400)))
                    .execute();
            return handle.createUpdate("UPDATE torture.total SET entries = entries + 1 WHERE writer = ?")
                    .bind(0, writer)
                    .execute();
        });
    }

    /** Spread over the index. */
    static String word(int writer, long number) {
        return Long.toHexString(Long.reverse(number * 31 + writer));
    }

    private static void say(PrintStream out, String line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
