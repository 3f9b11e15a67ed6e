package vn.kientao.platform.directory.app;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.store.DirectoryPicture;
import vn.kientao.platform.directory.store.DirectoryStore;

/** The working calendar as it is now, and deadlines counted on it with the agency's office hours of the day of receipt. */
@Component
public final class CurrentCalendar implements WorkingCalendar, Deadlines {
    private final DirectoryStore store;

    @Activate
    public CurrentCalendar(@Reference DirectoryStore store, @Reference FirstData filled) {
        this.store = store;
    }

    @Override
    public CalendarDay on(LocalDate day) {
        return store.picture().calendar().on(day);
    }

    @Override
    public DueDate due(LocalDateTime received, TimeLimit limit, Reading reading, DeadlineTerms terms) {
        DirectoryPicture now = store.picture();
        return new DeadlineCalculator(now.calendar(), now.officeHours(terms.agency(), received.toLocalDate()))
                .due(received, limit, reading, terms);
    }
}
