package vn.kientao.platform.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vn.kientao.platform.api.data.DatabaseException;

/** The process that is killed. Tells its parent of every write that was acknowledged, one line each, before the next. */
final class KillChild {
    private final TortureWriter writer;
    private final PrintStream out;

    private KillChild(TortureWriter writer, PrintStream out) {
        this.writer = writer;
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
        KillChild child = new KillChild(new TortureWriter(JdbiDatabase.of(engine)), out);
        for (int i = 0; i < TortureWriter.WRITERS; i++) {
            int number = i;
            new Thread(() -> child.write(number)).start();
        }
        commands.readLine();
        engine.close();
    }

    private void write(int number) {
        try {
            long last = writer.last(number);
            while (true) {
                last++;
                if (writer.write(number, last)) {
                    say(out, number + " " + last);
                }
            }
        } catch (DatabaseException e) {
            say(out, "ended " + number);
        }
    }

    private static void say(PrintStream out, String line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
