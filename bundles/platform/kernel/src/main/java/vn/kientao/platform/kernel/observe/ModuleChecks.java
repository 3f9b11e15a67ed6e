package vn.kientao.platform.kernel.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.RouteTable.Entry;
import vn.kientao.platform.kernel.live.Routes;

/**
 * One health check for each module, tagged {@code module} and with its id: is it up, what troubles are known of it, and
 * what does it say itself.
 */
public final class ModuleChecks {
    private final BundleContext context;
    private final Routes routes;
    private final Modules modules;
    private final Map<ModuleId, ServiceRegistration<HealthCheck>> registered = new HashMap<>();

    public ModuleChecks(BundleContext context, Routes routes, Modules modules) {
        this.context = context;
        this.routes = routes;
        this.modules = modules;
    }

    /** Adds checks of modules that came, removes those of modules that went. */
    public synchronized void follow() {
        var wanted = routes.wanted();
        registered.forEach((module, check) -> {
            if (!wanted.contains(module)) {
                check.unregister();
            }
        });
        registered.keySet().retainAll(wanted);
        for (ModuleId module : wanted) {
            registered.computeIfAbsent(module, this::register);
        }
    }

    /** Removes all. */
    public synchronized void close() {
        registered.values().forEach(ServiceRegistration::unregister);
        registered.clear();
    }

    private ServiceRegistration<HealthCheck> register(ModuleId module) {
        Map<String, Object> properties =
                Map.of(HealthCheck.NAME, module.value(), HealthCheck.TAGS, new String[] {"module", module.value()});
        return context.registerService(HealthCheck.class, () -> check(module), FrameworkUtil.asDictionary(properties));
    }

    private Result check(ModuleId module) {
        Optional<ModuleStatus> status = modules.find(module);
        if (status.isEmpty()) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "not known");
        }
        ResultLog log = new ResultLog();
        status.get().problem().ifPresent(problem -> log.add(entry(Result.Status.WARN, problem)));
        Optional<LiveRelease> release = routes.table().find(module).flatMap(Entry::standard);
        if (release.isEmpty()) {
            log.add(new ResultLog.Entry(Result.Status.CRITICAL, "no release of it is up"));
            return new Result(log);
        }
        Optional<Lease> lease = release.get().lease();
        if (lease.isPresent()) {
            try (Lease held = lease.get()) {
                held.release().services(HealthProbe.class).stream()
                        .flatMap(probe -> probe.ailment().stream())
                        .forEach(ailment -> log.add(entry(Result.Status.CRITICAL, ailment)));
            }
        }
        log.add(new ResultLog.Entry(Result.Status.OK, release.get().cut() + " serves"));
        return new Result(log);
    }

    private static ResultLog.Entry entry(Result.Status status, LocalText words) {
        return new ResultLog.Entry(status, words.en());
    }
}
