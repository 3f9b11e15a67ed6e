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
    private final Exclusions exclusions;
    private final int mostRequests;

    /** @param mostRequests how many requests of one release may be under way at once */
    public LeasingRouter(Routes routes, Exclusions exclusions, int mostRequests) {
        this.routes = routes;
        this.exclusions = exclusions;
        this.mostRequests = mostRequests;
    }

    /** Without bulkhead and exclusions. */
    public LeasingRouter(Routes routes) {
        this(routes, Exclusions.NONE, Integer.MAX_VALUE);
    }

    /** The same routes for calls from inside the platform, which take no place of a request. */
    public Router withoutBulkhead() {
        return new LeasingRouter(routes, exclusions, Integer.MAX_VALUE);
    }

    @Override
    public Routing route(ModuleId module, String agency) {
        Optional<Entry> entry = routes.table().find(module);
        if (entry.isPresent() && entry.get().off().contains(agency)) {
            return entry.get()
                    .release(agency)
                    .<Routing>map(release -> new Routing.Off(release.manifest()))
                    .orElseGet(() -> away(module));
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
                return routes.knows(module) ? away(module) : new Routing.Unknown();
            }
            Optional<LiveRelease> release = choice.apply(entry.get());
            if (release.isEmpty()) {
                return away(module);
            }
            Optional<Routing> answer = take(release.get());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** Empty when the release has retired. */
    private Optional<Routing> take(LiveRelease release) {
        Optional<Routing.Quarantined> excluded = exclusions.of(release.cut());
        if (excluded.isPresent()) {
            return Optional.of(excluded.get());
        }
        if (mostRequests == Integer.MAX_VALUE) {
            return release.lease().map(Routing.Serving::new);
        }
        if (!release.bulkhead().enter(mostRequests)) {
            return Optional.of(new Routing.Busy(release.manifest()));
        }
        Optional<Lease> lease = release.leaseInPlace();
        if (lease.isEmpty()) {
            release.bulkhead().leave();
        }
        return lease.map(Routing.Serving::new);
    }

    private Routing away(ModuleId module) {
        return exclusions.ofAny(module).<Routing>map(excluded -> excluded).orElseGet(() -> new Routing.Away(module));
    }
}
