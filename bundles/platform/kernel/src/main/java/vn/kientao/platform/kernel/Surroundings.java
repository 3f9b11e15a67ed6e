package vn.kientao.platform.kernel;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.platform.kernel.rollout.Policy;

/**
 * The rooms of the platform that the kernel stands on.
 *
 * @param backups empty while the room is not there
 * @param impacts the rooms that know what people have under way
 * @param policy what the administrator has decided, as it is now
 */
record Surroundings(
        BundleContext context,
        Database database,
        Migrations migrations,
        AuditTrail audit,
        Agencies agencies,
        WorkingCalendar calendar,
        ServiceComponentRuntime components,
        Supplier<Optional<Backups>> backups,
        Supplier<List<ImpactSource>> impacts,
        Supplier<Policy> policy,
        Clock clock) {

    Surroundings {
        requireNonNull(context, "context");
        requireNonNull(database, "database");
        requireNonNull(migrations, "migrations");
        requireNonNull(audit, "audit");
        requireNonNull(agencies, "agencies");
        requireNonNull(calendar, "calendar");
        requireNonNull(components, "components");
        requireNonNull(backups, "backups");
        requireNonNull(impacts, "impacts");
        requireNonNull(policy, "policy");
        requireNonNull(clock, "clock");
    }
}
