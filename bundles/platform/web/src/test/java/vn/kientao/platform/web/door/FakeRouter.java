package vn.kientao.platform.web.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.module.Served;

/** A route table that tests write by hand; it counts the leases that were not given back. */
final class FakeRouter implements Router {
    private final Map<String, Routing> byAgency = new HashMap<>();
    private final Map<ModuleId, Release> serving = new HashMap<>();
    private final AtomicInteger leased = new AtomicInteger();
    private final AtomicInteger timedOut = new AtomicInteger();
    private final List<Served> served = new CopyOnWriteArrayList<>();

    void serve(Release release) {
        serving.put(release.id().module(), release);
    }

    void forget(Release release) {
        serving.remove(release.id().module());
    }

    void answer(String module, String agency, Routing routing) {
        byAgency.put(module + " " + agency, routing);
    }

    int leased() {
        return leased.get();
    }

    /** How many requests were answered in the place of their module. */
    int timedOut() {
        return timedOut.get();
    }

    /** What requests have told of themselves, oldest first. */
    List<Served> served() {
        return served;
    }

    @Override
    public Routing route(ModuleId module, String agency) {
        Routing written = byAgency.get(module + " " + agency);
        return written == null ? routePublic(module) : written;
    }

    @Override
    public Routing routePublic(ModuleId module) {
        Release release = serving.get(module);
        return release == null ? new Routing.Unknown() : new Routing.Serving(new CountedLease(release));
    }

    @Override
    public Optional<Lease> lease(ReleaseId release) {
        return Optional.empty();
    }

    private final class CountedLease implements Lease {
        private final Release release;
        private final AtomicBoolean open = new AtomicBoolean(true);

        CountedLease(Release release) {
            this.release = release;
            leased.incrementAndGet();
        }

        @Override
        public Release release() {
            return release;
        }

        @Override
        public void served(Served told) {
            served.add(told);
        }

        @Override
        public void timedOut() {
            timedOut.incrementAndGet();
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                leased.decrementAndGet();
            }
        }
    }
}
