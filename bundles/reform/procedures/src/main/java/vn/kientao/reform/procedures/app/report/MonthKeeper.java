package vn.kientao.reform.procedures.app.report;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.report.MonthClaims;
import vn.kientao.reform.procedures.store.report.MonthClaims.Claim;
import vn.kientao.reform.procedures.store.report.MonthCounts;
import vn.kientao.reform.procedures.store.report.MonthCounts.Counted;

/**
 * Counts months that are over, for reports: new ones, and those that something has changed in since. A month is claimed in one
 * run and counted in the next, a minute later, when whoever was writing without knowing of the claim is through. When the
 * release starts, and once a day, all sums are compared with the facts: an older release keeps none.
 */
@Component(service = MonthKeeper.class, immediate = true)
public final class MonthKeeper {
    private static final Logger log = LoggerFactory.getLogger(MonthKeeper.class);
    private static final int SECONDS = 60;
    private static final Duration RIGHT_FOR = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private final MonthClaims claims = new MonthClaims();
    private final MonthCounts counts = new MonthCounts();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-report-months"));
    private volatile boolean closed;
    private LocalDateTime right = LocalDateTime.MIN;

    @Activate
    public MonthKeeper(@Reference Database database, @Reference ProcedureTables tables) {
        this(database, Clock.system(Formats.ZONE));
        Future<?> unused = clockwork.scheduleWithFixedDelay(this::safely, SECONDS / 6, SECONDS, TimeUnit.SECONDS);
    }

    /** Runs only when told to. */
    MonthKeeper(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A failure now must not end the keeping for good. */
    private void safely() {
        try {
            run();
        } catch (RuntimeException e) {
            log.error("Months of reports could not be counted; they are the next time", e);
        }
    }

    /** Looks after them once and returns how many months had wrong sums. */
    synchronized int run() {
        LocalDateTime now = LocalDateTime.now(clock);
        List<Claim> claimed = database.read(claims::claims);
        database.write(transaction -> {
            claims.claim(transaction, now);
            return now;
        });
        int wrong = 0;
        if (right.isBefore(now.minus(RIGHT_FOR))) {
            wrong = compare(claimed);
            right = now;
        }
        claimed.forEach(this::count);
        return wrong;
    }

    private int compare(List<Claim> claimed) {
        int wrong = 0;
        for (Claim claim : claimed) {
            for (LocalDate month : database.read(handle -> claims.kept(handle, claim))) {
                if (!closed && !database.<Boolean>read(handle -> counts.right(handle, claim, month))) {
                    database.write(transaction -> {
                        counts.mark(transaction, claim, month);
                        return month;
                    });
                    wrong++;
                }
            }
        }
        if (wrong > 0) {
            log.info("{} months of reports are counted anew: their sums were not those of their dossiers", wrong);
        }
        return wrong;
    }

    private void count(Claim claim) {
        Claim current = claim;
        while (!closed && marked(current)) {
            Claim before = current;
            current = database.write(transaction -> claims.clear(transaction, before))
                    .orElse(null);
            if (current == null) {
                return;
            }
        }
        Claim last = current;
        for (LocalDate month : database.read(handle -> claims.missing(handle, last))) {
            if (closed) {
                return;
            }
            Counted counted = database.read(handle -> counts.count(handle, last, month));
            database.write(transaction -> {
                counts.keep(transaction, last, month, counted);
                return month;
            });
        }
    }

    private boolean marked(Claim claim) {
        return database.read(handle -> claims.marked(handle, claim));
    }

    /** Stops after the month that is being counted; nothing is interrupted in the database. */
    @Deactivate
    void close() {
        closed = true;
        clockwork.shutdown();
    }
}
