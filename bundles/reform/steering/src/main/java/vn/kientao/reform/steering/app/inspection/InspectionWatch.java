package vn.kientao.reform.steering.app.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.Clockwork;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.inspection.VisitRows;

/** Looks every hour for remedies that have become overdue and tells both sides, once for each visit. */
@Component(service = InspectionWatch.class, immediate = true)
public final class InspectionWatch {
    private static final int AT_ONCE = 100;
    private static final int FIRST_MINUTES = 6;
    private static final int EVERY_MINUTES = 60;

    private final Database database;
    private final InspectionNotices notices;
    private final Clock clock;
    private final Clockwork clockwork =
            new Clockwork("steering-inspections", "Overdue remedies told", this::tellOverdue);
    private final VisitRows visits = new VisitRows();

    @Activate
    public InspectionWatch(
            @Reference Database database, @Reference InspectionNotices notices, @Reference SteeringTables tables) {
        this(database, notices, Clock.system(Formats.ZONE));
        clockwork.wind(FIRST_MINUTES, EVERY_MINUTES);
    }

    InspectionWatch(Database database, InspectionNotices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        clockwork.close();
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
