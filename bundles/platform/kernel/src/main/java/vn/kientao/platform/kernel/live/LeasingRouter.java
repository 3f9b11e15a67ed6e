package vn.kientao.platform.kernel.live;

import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.kernel.live.RouteTable.Entry;

/** Finds the release and leases it; a lease refused means that the table has changed meanwhile, so it is read again. */
public final class LeasingRouter implements Router {
    private final Routes routes;

    public LeasingRouter(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Routing route(ModuleId module, String agency) {
        Optional<Entry> entry = routes.table().find(module);
        if (entry.isPresent() && entry.get().off().contains(agency)) {
            return entry.get()
                    .release(agency)
                    .<Routing>map(release -> new Routing.Off(release.manifest()))
                    .orElseGet(() -> new Routing.Away(module));
        }
        return serving(module, found -> found.release(agency));
    }

    @Override
    public Routing routePublic(ModuleId module) {
        return serving(module, Entry::standard);
    }

    @Override
    public Optional<Lease> lease(ReleaseId release) {
        return routes.find(release).flatMap(LiveRelease::lease);
    }

    private Routing serving(ModuleId module, Function<Entry, Optional<LiveRelease>> choice) {
        while (true) {
            Optional<Entry> entry = routes.table().find(module);
            if (entry.isEmpty()) {
                return routes.knows(module) ? new Routing.Away(module) : new Routing.Unknown();
            }
            Optional<LiveRelease> release = choice.apply(entry.get());
            if (release.isEmpty()) {
                return new Routing.Away(module);
            }
            Optional<Lease> lease = release.get().lease();
            if (lease.isPresent()) {
                return new Routing.Serving(lease.get());
            }
        }
    }
}
