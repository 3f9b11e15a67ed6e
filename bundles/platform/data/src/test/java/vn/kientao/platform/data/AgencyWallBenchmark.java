package vn.kientao.platform.data;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;

/**
 * What the wall between agencies costs a small read on PostgreSQL, as a ratio to the same read without it; both take turns.
 * Not part of the default run: {@code mvn -pl bundles/platform/data -am test -Dtest=AgencyWallBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AgencyWallBenchmark {
    private static final int ROUNDS = 10;
    private static final int READS = 200;

    @Test
    void comparesASmallReadBehindTheWallAndBeforeIt() {
        try (Engine engine = Engine.open(PostgresServer.shared().freshDatabase())) {
            AgencyWallTest.fill(engine);
            Database database = JdbiDatabase.of(engine);
            Runnable behind = () -> AgencyWallTest.within("A", () -> database.read(AgencyWallTest::papers));
            Runnable open = () -> database.read(AgencyWallTest::papers);
            nanos(behind);
            nanos(open);
            long costly = 0;
            long plain = 0;
            for (int round = 0; round < ROUNDS; round++) {
                costly += nanos(behind);
                plain += nanos(open);
            }
            System.out.printf(
                    Locale.ROOT, "A small read behind the wall takes %.2f times as long%n", (double) costly / plain);
        }
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        for (int turn = 0; turn < READS; turn++) {
            work.run();
        }
        return System.nanoTime() - start;
    }
}
