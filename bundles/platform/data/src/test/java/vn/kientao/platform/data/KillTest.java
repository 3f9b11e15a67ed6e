package vn.kientao.platform.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An acknowledged write survives {@code kill -9}. Fifteen kills on each engine; {@code -Dkills=1000} for a long run. Run
 * the long one before H2 or its settings change.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 8);
    private final Random random = new Random();

    @TempDir
    Path folder;

    @Test
    void losesNothingOnH2() throws Exception {
        DataSettings settings = Settings.h2(folder);
        migrate(settings);
        Torture torture = new Torture(settings);
        Torture.Child next = torture.new Child();
        for (int round = 1; round <= KILLS; round++) {
            Torture.Child child = next;
            child.begin();
            pause(1, 300);
            if (round % 5 == 0) {
                child.say();
                pause(0, 60);
            }
            next = round < KILLS ? torture.new Child() : child;
            child.kill();
            torture.check();
        }
        torture.report("H2");
    }

    @Test
    void losesNothingOnPostgres() throws Exception {
        DataSettings settings = PostgresServer.shared().freshDatabase();
        migrate(settings);
        Torture torture = new Torture(settings);
        Torture.Child next = torture.new Child();
        for (int round = 1; round <= KILLS; round++) {
            Torture.Child child = next;
            child.begin();
            pause(1, 300);
            if (round % 5 == 0) {
                crashServer(settings);
            }
            next = round < KILLS ? torture.new Child() : child;
            child.kill();
            torture.check();
        }
        torture.report("PostgreSQL");
    }

    private static void migrate(DataSettings settings) {
        try (Engine engine = Engine.open(settings)) {
            FlywayMigrations.of(engine).expand("torture", Torture.SCRIPTS);
        }
    }

    /** Kills a server process in the middle of its work; PostgreSQL then drops all of them and recovers from its log. */
    private static void crashServer(DataSettings settings) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT pid
                          FROM pg_stat_activity
                         WHERE application_name = 'kientao' AND query LIKE '%INSERT%'
                         FETCH FIRST 1 ROWS ONLY
                        """)) {
            if (rows.next()) {
                ProcessHandle.of(rows.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private void pause(int least, int most) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(least, most)).toNanos());
    }
}
