package vn.kientao.platform.kernel.observe;

import java.util.function.LongSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.kernel.live.Routes;

/** Everything that is there to be looked at from outside, put up and taken down together. */
public final class Observatory implements AutoCloseable {
    private final ModuleChecks checks;
    private final ServiceRegistration<PlatformRoutes> page;

    /** @param leaks releases so far that have retired and stayed in memory */
    public Observatory(
            BundleContext context,
            Database database,
            Routes routes,
            Modules modules,
            Quarantines quarantines,
            LongSupplier leaks) {
        this.checks = new ModuleChecks(context, routes, modules);
        Metrics metrics = new Metrics(database, routes, modules, quarantines, leaks);
        this.page = context.registerService(PlatformRoutes.class, new MetricsPage(metrics), null);
    }

    /** Follows the modules that come and go; asked every few seconds. */
    public void follow() {
        checks.follow();
    }

    @Override
    public void close() {
        page.unregister();
        checks.close();
    }
}
