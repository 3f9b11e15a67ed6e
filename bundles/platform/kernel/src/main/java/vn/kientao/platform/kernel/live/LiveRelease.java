package vn.kientao.platform.kernel.live;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.kernel.artifact.Cut;

/** A release that is alive in the framework, with the leases on it. */
public final class LiveRelease implements Release {
    private final ModuleManifest manifest;
    private final Cut cut;
    private final Bundle bundle;
    private final BundleContext context;
    private final LeaseCounter leases = new LeaseCounter();
    private final Bulkhead bulkhead = new Bulkhead();
    private final Meter meter = new Meter();

    /** Services stay taken while the release lives, so that declarative services keep their instances. */
    private final ConcurrentMap<ServiceReference<?>, Object> taken = new ConcurrentHashMap<>();

    /** @param context the kernel's own, through which services are taken */
    public LiveRelease(ModuleManifest manifest, Cut cut, Bundle bundle, BundleContext context) {
        this.manifest = requireNonNull(manifest, "manifest");
        this.cut = requireNonNull(cut, "cut");
        this.bundle = requireNonNull(bundle, "bundle");
        this.context = requireNonNull(context, "context");
    }

    @Override
    public ModuleManifest manifest() {
        return manifest;
    }

    @Override
    public Bundle bundle() {
        return bundle;
    }

    public Cut cut() {
        return cut;
    }

    @Override
    public <S> List<S> services(Class<S> type) {
        List<S> services = new ArrayList<>();
        for (ServiceReference<?> reference : references()) {
            if (List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(type.getName())) {
                service(reference).filter(type::isInstance).map(type::cast).ifPresent(services::add);
            }
        }
        return List.copyOf(services);
    }

    /** Takes every service once, so that nothing is made for the first time under a request. */
    public void warm() {
        references().forEach(this::service);
    }

    /** A lease for work that is no request; empty after {@link #retire}. */
    public Optional<Lease> lease() {
        return leases.acquire() ? Optional.of(new Held(this, false)) : Optional.empty();
    }

    /** A lease for a request that has taken its place in the bulkhead, which it gives back; empty after {@link #retire}. */
    Optional<Lease> leaseInPlace() {
        return leases.acquire() ? Optional.of(new Held(this, true)) : Optional.empty();
    }

    public Bulkhead bulkhead() {
        return bulkhead;
    }

    public long leases() {
        return leases.count();
    }

    /** What was asked of it on this node since it came up. */
    public Meter meter() {
        return meter;
    }

    /** No new leases from now on; those who have one finish. */
    public void retire() {
        leases.retire();
    }

    /** Waits until it is retired and nobody is on it any more; false when that takes longer. */
    public boolean awaitFree(Duration limit) throws InterruptedException {
        return leases.awaitFree(limit);
    }

    /** Gives every service back. */
    public void letGo() {
        for (ServiceReference<?> reference : List.copyOf(taken.keySet())) {
            if (taken.remove(reference) != null) {
                context.ungetService(reference);
            }
        }
    }

    private List<ServiceReference<?>> references() {
        ServiceReference<?> @Nullable [] registered =
                bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getRegisteredServices();
        if (registered == null) {
            return List.of();
        }
        if (taken.size() > registered.length) {
            taken.keySet().removeIf(reference -> reference.getBundle() == null);
        }
        List<ServiceReference<?>> references = new ArrayList<>(List.of(registered));
        references.sort(Comparator.comparing(reference -> (Long) reference.getProperty(Constants.SERVICE_ID)));
        return references;
    }

    private Optional<Object> service(ServiceReference<?> reference) {
        Object known = taken.get(reference);
        return Optional.ofNullable(known != null ? known : taken.computeIfAbsent(reference, context::getService));
    }

    @Override
    public String toString() {
        return cut.toString();
    }

    private static final class Held implements Lease {
        private final LiveRelease release;
        private final boolean inPlace;
        private final AtomicBoolean closed = new AtomicBoolean();

        Held(LiveRelease release, boolean inPlace) {
            this.release = release;
            this.inPlace = inPlace;
        }

        @Override
        public LiveRelease release() {
            return release;
        }

        @Override
        public void served(Served served) {
            release.meter.add(served);
        }

        @Override
        public void allocating(long bytes) {
            release.meter.allocating(bytes);
        }

        @Override
        public void timedOut() {
            release.bulkhead.timeOut();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                if (inPlace) {
                    release.bulkhead.leave();
                }
                release.leases.giveBack();
            }
        }
    }
}
