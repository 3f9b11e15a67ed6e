package vn.kientao.platform.kernel.observe;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import java.util.function.LongSupplier;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.kernel.live.AgencyReading;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Meter;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.RolloutCounts;

/** Reads the accounts of all releases when somebody asks; requests pay nothing for it. */
public final class Metrics {
    private static final int STATUS_CLASSES = 6;

    private final Database database;
    private final Routes routes;
    private final Modules modules;
    private final Quarantines quarantines;
    private final LongSupplier leaks;
    private final RolloutCounts rollouts = new RolloutCounts();

    /** @param leaks releases so far that have retired and stayed in memory */
    public Metrics(Database database, Routes routes, Modules modules, Quarantines quarantines, LongSupplier leaks) {
        this.database = database;
        this.routes = routes;
        this.modules = modules;
        this.quarantines = quarantines;
        this.leaks = leaks;
    }

    /** How everything stands now. */
    MetricSnapshots read() {
        Sheet sheet = new Sheet();
        routes.table().releases().forEach(release -> write(sheet, release));
        modules.all().forEach(module -> write(sheet, module));
        quarantines
                .all()
                .forEach(held -> sheet.gauge(
                        "kientao_module_quarantined",
                        "Releases in quarantine",
                        1,
                        "module",
                        held.module().value(),
                        "version",
                        held.version().toString()));
        database.read(rollouts::ended)
                .forEach(count -> sheet.counter(
                        "kientao_rollouts",
                        "Rollouts that have ended",
                        count.rollouts(),
                        "kind",
                        word(count.kind()),
                        "end",
                        word(count.end())));
        sheet.counter("kientao_release_leaks", "Retired releases that stayed in memory", leaks.getAsLong());
        Machine.write(sheet);
        return sheet.snapshots();
    }

    private static void write(Sheet sheet, LiveRelease release) {
        String module = release.cut().module().value();
        String version = release.cut().version().toString();
        String[] labels = {"module", module, "version", version};
        Meter meter = release.meter();
        AgencyReading total = meter.total();
        for (int status = 1; status < STATUS_CLASSES; status++) {
            sheet.counter(
                    "kientao_http_requests",
                    "Answered requests by status class",
                    meter.answers(status),
                    "module",
                    module,
                    "version",
                    version,
                    "status",
                    status + "xx");
        }
        sheet.duration(total, labels);
        sheet.counter("kientao_module_database_seconds", "Time in the database", total.databaseNanos() / 1e9, labels);
        sheet.counter("kientao_module_allocated_bytes", "Memory allocated by requests", total.allocated(), labels);
        sheet.counter(
                "kientao_bulkhead_refusals",
                "Requests turned away because every place was taken",
                release.bulkhead().refused(),
                labels);
        sheet.counter(
                "kientao_request_timeouts",
                "Requests answered in the place of a module that took too long",
                release.bulkhead().timedOut(),
                labels);
        sheet.gauge(
                "kientao_requests_under_way",
                "Requests under way",
                release.bulkhead().taken(),
                labels);
        sheet.gauge("kientao_release_leases", "Requests, jobs and calls under way", release.leases(), labels);
    }

    private static void write(Sheet sheet, ModuleStatus module) {
        for (ModuleState state : ModuleState.values()) {
            sheet.gauge(
                    "kientao_module_state",
                    "1 for the state that a module is in",
                    module.state() == state ? 1 : 0,
                    "module",
                    module.id().value(),
                    "state",
                    word(state.name()));
        }
        sheet.gauge(
                "kientao_module_trouble",
                "1 for a module that wants attention",
                module.problem().isPresent() ? 1 : 0,
                "module",
                module.id().value());
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
