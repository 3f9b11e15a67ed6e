package vn.kientao.platform.directory.app;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.directory.domain.AgencyHours;
import vn.kientao.platform.directory.store.CalendarRepository;
import vn.kientao.platform.directory.store.DirectoryStore;

/**
 * Sets office hours of agencies. What was received before the first day keeps the date that was counted for it: hours are
 * those of the day of receipt.
 */
@Component(service = AgencyHoursChanges.class)
public final class AgencyHoursChanges {
    private final DirectoryStore store;
    private final AuditTrail audit;
    private final CalendarRepository calendar = new CalendarRepository();

    @Activate
    public AgencyHoursChanges(@Reference DirectoryStore store, @Reference AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Those of an agency, the newest first. */
    public List<AgencyHours> of(String agency) {
        return store.picture().hoursOf(agency);
    }

    /** Sets them from a day on; those before end the day before, those of the same day are replaced. */
    public void set(AgencyHours hours, Trace trace) {
        store.change(handle -> {
            calendar.endHours(handle, hours.agency(), hours.from().minusDays(1));
            calendar.setHours(handle, hours);
            audit.record(handle, trace.entry("directory.office-hours-set", "agency", hours.agency(), detail(hours)));
            return hours;
        });
    }

    /** Ends those that hold after a day: from then on the province's hold again. */
    public void end(String agency, LocalDate last, Trace trace) {
        store.change(handle -> {
            calendar.endHours(handle, agency, last);
            audit.record(
                    handle, trace.entry("directory.office-hours-end", "agency", agency, "{\"to\":\"" + last + "\"}"));
            return agency;
        });
    }

    private static String detail(AgencyHours hours) {
        return "{\"from\":\"" + hours.from() + "\",\"spans\":\"" + hours.hours().text() + "\"}";
    }
}
