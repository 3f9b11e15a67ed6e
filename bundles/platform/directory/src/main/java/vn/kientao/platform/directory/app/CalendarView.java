package vn.kientao.platform.directory.app;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.directory.store.DirectoryStore;

/** Looks at the whole working calendar; changes nothing. */
@Component(service = CalendarView.class)
public final class CalendarView {
    private final DirectoryStore store;

    @Activate
    public CalendarView(@Reference DirectoryStore store) {
        this.store = store;
    }

    /** The calendar as it is now. */
    public LegalCalendar calendar() {
        return store.picture().calendar();
    }

    public OfficeHours officeHours(LocalDate day) {
        return store.picture().officeHours(day);
    }
}
