package vn.kientao.reform.steering.app.board;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.board.KeptStandings;
import vn.kientao.reform.steering.store.board.KeptStandings.Mark;
import vn.kientao.reform.steering.store.board.KeptStandings.Unit;

/**
 * Counts the numbers of dashboards again, every few seconds, where a task has changed or its due date has passed; and looks when
 * the release starts and once an hour whether numbers are wrong, as when an older release, which marks nothing, has written. It
 * counts a few at once, so that nobody waits long.
 */
@Component(service = KeptCounting.class, immediate = true)
public final class KeptCounting {
    private static final Logger log = LoggerFactory.getLogger(KeptCounting.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;
    private static final Duration RIGHT_FOR = Duration.ofHours(1);
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final KeptStandings kept = new KeptStandings();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-task-counting"));
    private final Future<?> counting;
    private LocalDateTime right = LocalDateTime.MIN;
    private LocalDateTime said = LocalDateTime.MIN;

    @Activate
    public KeptCounting(@Reference Database database, @Reference SteeringTables tables) {
        this(database, tables, Clock.system(Formats.ZONE), EVERY);
    }

    /** For tests: with another clock, and counting of its own accord as often as they want. */
    public KeptCounting(Database database, SteeringTables tables, Clock clock, Duration every) {
        this.database = database;
        this.clock = clock;
        long millis = every.toMillis();
        this.counting = clockwork.scheduleWithFixedDelay(this::safely, millis / 5, millis, TimeUnit.MILLISECONDS);
    }

    /** A failure now must not end the counting for good. */
    private void safely() {
        try {
            run();
        } catch (RuntimeException e) {
            log.error("The numbers of dashboards could not be counted; they are the next time", e);
        }
    }

    /** Counts what has to be counted and returns how many rows were wrong though nothing had marked them. */
    public synchronized int run() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        boolean more = true;
        while (more) {
            more = due(now) && database.<Boolean>write(transaction -> step(transaction, now));
        }
        return right.isBefore(now.minus(RIGHT_FOR)) ? correct(now) : 0;
    }

    private boolean due(LocalDateTime now) {
        return said.isBefore(now.minus(SAID_EVERY))
                || database.<Boolean>read(handle -> !kept.marks(handle, 1).isEmpty()
                        || !kept.passed(handle, now.toLocalDate(), 1).isEmpty());
    }

    private boolean step(Handle transaction, LocalDateTime now) {
        kept.hold(transaction, now);
        List<Mark> marks = kept.marks(transaction, AT_ONCE);
        List<Unit> passed = kept.passed(transaction, now.toLocalDate(), AT_ONCE);
        kept.count(transaction, KeptStandings.units(marks, passed), now.toLocalDate());
        kept.unmark(transaction, marks);
        said = now;
        return marks.size() == AT_ONCE || passed.size() == AT_ONCE;
    }

    private int correct(LocalDateTime now) {
        List<Unit> units = database.read(kept::wrong);
        for (int from = 0; from < units.size(); from += AT_ONCE) {
            Set<Unit> some = new LinkedHashSet<>(units.subList(from, Math.min(units.size(), from + AT_ONCE)));
            database.write(transaction -> {
                kept.hold(transaction, now);
                kept.count(transaction, some, now.toLocalDate());
                return some.size();
            });
        }
        if (!units.isEmpty()) {
            log.info("{} kept numbers of tasks were put right", units.size());
        }
        right = now;
        return units.size();
    }

    @Deactivate
    public void close() {
        counting.cancel(true);
        clockwork.shutdownNow();
    }
}
