package vn.kientao.reform.steering.app.inspection;

import java.time.Clock;
import java.time.LocalDate;
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
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.inspection.VisitRows;

/** Looks every hour for remedies that have become overdue and tells both sides, once for each visit. */
@Component(service = InspectionWatch.class, immediate = true)
public final class InspectionWatch {
    private static final Logger log = LoggerFactory.getLogger(InspectionWatch.class);
    private static final int AT_ONCE = 100;
    private static final int FIRST_MINUTES = 6;
    private static final int EVERY_MINUTES = 60;

    private final Database database;
    private final InspectionNotices notices;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "steering-inspections"));
    private final VisitRows visits = new VisitRows();

    @Activate
    public InspectionWatch(
            @Reference Database database, @Reference InspectionNotices notices, @Reference SteeringTables tables) {
        this(database, notices, Clock.system(Formats.ZONE));
        Future<?> unused = timer.scheduleWithFixedDelay(this::look, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    InspectionWatch(Database database, InspectionNotices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    /** A look that fails is tried again at the next one; nothing is told twice. */
    private void look() {
        try {
            int told = tellOverdue();
            if (told > 0) {
                log.info("Told about {} overdue remedies", told);
            }
        } catch (RuntimeException e) {
            log.error("Cannot look for overdue remedies; trying again in {} minutes", EVERY_MINUTES, e);
        }
    }

    /**
     * Tells about what has become overdue since the last time.
     *
     * @return about how many visits
     */
    int tellOverdue() {
        LocalDate today = LocalDate.now(clock);
        int told = 0;
        List<Visit> overdue;
        do {
            overdue = database.read(handle -> visits.overdueUntold(handle, today, AT_ONCE));
            for (Visit one : overdue) {
                told += tell(one) ? 1 : 0;
            }
        } while (overdue.size() == AT_ONCE);
        return told;
    }

    private boolean tell(Visit one) {
        return database.write(transaction -> {
            boolean first = visits.told(transaction, one.id());
            if (first) {
                notices.overdue(transaction, one);
            }
            return first;
        });
    }
}
