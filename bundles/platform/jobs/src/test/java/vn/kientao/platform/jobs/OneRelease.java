package vn.kientao.platform.jobs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.text.LocalText;

/** A route table with one release of one module, which is on for every agency but {@code OFF}. Counts its leases. */
final class OneRelease implements Router {
    private final ModuleManifest manifest;
    private final List<JobType> types;
    private final AtomicInteger leases = new AtomicInteger();

    OneRelease(String module, JobType... types) {
        this.manifest = new ModuleManifest(
                new ModuleId(module),
                new Version(1, 0, 0),
                LocalText.same(module),
                LocalText.same(""),
                Set.of(),
                new VersionRange("[1.0,2)"),
                List.of(),
                List.of());
        this.types = List.of(types);
    }

    int leases() {
        return leases.get();
    }

    @Override
    public Routing route(ModuleId module, String agency) {
        return agency.equals("OFF") ? new Routing.Off(manifest) : routePublic(module);
    }

    @Override
    public Routing routePublic(ModuleId module) {
        return module.equals(manifest.id()) ? new Routing.Serving(lease()) : new Routing.Unknown();
    }

    @Override
    public Optional<Lease> lease(ReleaseId release) {
        return release.equals(manifest.release()) ? Optional.of(lease()) : Optional.empty();
    }

    private Lease lease() {
        leases.incrementAndGet();
        return new CountedLease();
    }

    private final class CountedLease implements Lease, Release {
        private final AtomicBoolean open = new AtomicBoolean(true);

        @Override
        public Release release() {
            return this;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                leases.decrementAndGet();
            }
        }

        @Override
        public ModuleManifest manifest() {
            return manifest;
        }

        @Override
        public Bundle bundle() {
            throw new UnsupportedOperationException("a release without a framework has no bundle");
        }

        @Override
        public <S> List<S> services(Class<S> type) {
            return types.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
