package vn.kientao.platform.directory.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.directory.domain.AgencyTable;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.CalendarTable;
import vn.kientao.platform.directory.domain.CsvTable;
import vn.kientao.platform.directory.domain.ImportProblem;
import vn.kientao.platform.directory.store.AgencyRepository;
import vn.kientao.platform.directory.store.CalendarRepository;
import vn.kientao.platform.directory.store.DirectoryStore;

/**
 * Fills empty tables at the first start: the legal calendar always, the agencies of the demonstration when
 * {@code kientao.demo} is {@code true}. What others use of the directory waits for it.
 */
@Component(service = FirstData.class)
public final class FirstData {
    private static final Logger log = LoggerFactory.getLogger(FirstData.class);

    private final TextBundle texts = TextBundle.of(FirstData.class);
    private final AuditTrail audit;

    @Activate
    public FirstData(@Reference DirectoryStore store, @Reference AuditTrail audit, BundleContext context) {
        this(store, audit, "true".equals(context.getProperty("kientao.demo")));
    }

    FirstData(DirectoryStore store, AuditTrail audit, boolean demonstration) {
        this.audit = audit;
        if (store.picture().calendar().isEmpty()) {
            store.change(this::fillCalendar);
        }
        if (demonstration && store.picture().agencies().isEmpty()) {
            store.change(this::fillAgencies);
        }
    }

    private int fillCalendar(Handle handle) {
        CalendarRepository calendar = new CalendarRepository();
        if (!calendar.all(handle).isEmpty()) {
            return 0;
        }
        CalendarTable.Result result = new CalendarTable(texts).read(CsvTable.parse(file("demo/calendar.csv")));
        requireSound("demo/calendar.csv", result.problems());
        result.days().forEach(day -> calendar.apply(handle, CalendarChange.set(day)));
        return filled(handle, "calendar", result.days().size());
    }

    private int fillAgencies(Handle handle) {
        AgencyRepository agencies = new AgencyRepository();
        if (!agencies.all(handle).isEmpty()) {
            return 0;
        }
        AgencyTable.Result result = new AgencyTable(Set.of(), texts).read(CsvTable.parse(file("demo/agencies.csv")));
        requireSound("demo/agencies.csv", result.problems());
        agencies.save(handle, result.agencies());
        return filled(handle, "agencies", result.agencies().size());
    }

    private int filled(Handle handle, String what, int rows) {
        log.info("Filled the empty {} with {} rows that ship with the platform", what, rows);
        audit.record(
                handle,
                new AuditEntry(
                        Actor.system("start").account(),
                        Optional.empty(),
                        "directory",
                        "directory.fill",
                        what,
                        "",
                        "{\"rows\":" + rows + "}",
                        ""));
        return rows;
    }

    private static void requireSound(String file, List<ImportProblem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(file + " line " + problems.get(0).line() + ": "
                    + problems.get(0).message().en());
        }
    }

    private static String file(String name) {
        try (InputStream in = FirstData.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            return CsvTable.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
