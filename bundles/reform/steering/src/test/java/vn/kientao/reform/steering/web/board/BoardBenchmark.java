package vn.kientao.reform.steering.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.app.board.KeptCounting;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.store.board.ManyTasks;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.TaskWeb;

/**
 * How long the province's dashboard takes with 10, 100 and 1,000 agencies of 200 tasks each, on each database, called through
 * its route by one person, warm, written out whole: median and 99th percentile in ms, and the ratio of the largest number's to
 * the smallest's. All numbers take turns, call by call, so that a busy machine slows them alike. Not part of the default run:
 * {@code mvn -pl bundles/reform/steering test -Dtest=BoardBenchmark}; {@code -Dkientao.board.calls=200} makes it shorter.
 */
@OnEachDatabase("steering")
class BoardBenchmark {
    private static final List<Integer> AGENCIES = List.of(10, 100, 1_000);
    private static final int EACH = 200;
    private static final int CALLS = Integer.getInteger("kientao.board.calls", 1_000);
    private static final int WARM_UPS = 300;
    private static final double MOST_MILLIS = 200;
    private static final Clock CLOCK =
            Clock.fixed(ManyTasks.NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final Database.Dialect dialect;

    BoardBenchmark(Database database) {
        dialect = database.dialect();
    }

    @Test
    void staysAsFastHoweverManyAgenciesThereAre() {
        List<TestDatabase> stores = new ArrayList<>();
        List<Runnable> boards = new ArrayList<>();
        try {
            for (int agencies : AGENCIES) {
                TestDatabase store = TestDatabase.of(dialect).with("steering");
                stores.add(store);
                boards.add(board(store, agencies));
            }
            compare(times(boards));
        } finally {
            stores.forEach(TestDatabase::restart);
        }
    }

    private Runnable board(TestDatabase store, int agencies) {
        TaskWeb web = new TaskWeb(store.database(), store.migrations());
        web.fixture.province.become(IntStream.range(0, agencies)
                .mapToObj(number -> new Agency(
                        "A" + number,
                        new LocalText("Cơ quan số " + number, "Agency number " + number),
                        "department",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .toList());
        ManyTasks.fill(store.database(), agencies, EACH);
        KeptCounting counting = new KeptCounting(store.database(), web.fixture.tables, CLOCK, Duration.ofDays(1));
        long began = System.nanoTime();
        counting.run();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d tasks of %,d agencies counted in %.0f ms%n",
                dialect,
                agencies * EACH,
                agencies,
                (System.nanoTime() - began) / 1e6);
        counting.close();
        ManyTasks.analyze(store.database());
        new BoardPages(
                        new Boards(store.database(), web.fixture.tables),
                        web.programmes,
                        new Targets(store.database(), web.fixture.tables),
                        web.fixture.province,
                        web.files)
                .staff(web.routes);
        return () -> show(web);
    }

    private static void show(TaskWeb web) {
        StringWriter out = new StringWriter();
        Reply reply = web.routes.call(
                "GET /board/province",
                web.get("A0", "/board/province")
                        .may(SteeringPermissions.READ, SteeringPermissions.PROVINCE)
                        .at(CLOCK));
        try {
            ((Reply.View) reply).body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(out.toString()).contains("Cơ quan số");
    }

    /** Milliseconds of each, in order. */
    private static List<double[]> times(List<Runnable> boards) {
        for (int i = 0; i < WARM_UPS; i++) {
            boards.forEach(Runnable::run);
        }
        List<double[]> times = boards.stream().map(one -> new double[CALLS]).toList();
        for (int call = 0; call < CALLS; call++) {
            for (int turn = 0; turn < boards.size(); turn++) {
                int which = (turn + call) % boards.size();
                long began = System.nanoTime();
                boards.get(which).run();
                times.get(which)[call] = (System.nanoTime() - began) / 1e6;
            }
        }
        times.forEach(Arrays::sort);
        return times;
    }

    private void compare(List<double[]> times) {
        double[] few = times.get(0);
        double[] many = times.get(times.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "%s: p50, p99 of %s agencies: %s; ratio p50 %.2f, p99 %.2f%n",
                dialect,
                AGENCIES,
                times.stream()
                        .map(one -> "%.2f, %.2f".formatted(part(one, 0.5), part(one, 0.99)))
                        .collect(Collectors.joining(" | ")),
                part(many, 0.5) / part(few, 0.5),
                part(many, 0.99) / part(few, 0.99));
        assertThat(part(many, 0.99)).as("p99 of the largest number, ms").isLessThan(MOST_MILLIS);
    }

    private static double part(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
