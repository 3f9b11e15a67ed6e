package vn.kientao.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;

/**
 * Finds who can do a job now: a room of the platform, or the release of a module that serves the job's agency. A release
 * is leased as long as its job runs, so it retires after its jobs.
 */
@Component(service = JobTypes.class)
public final class JobTypes {
    private static final String MODULE_HEADER = "Kientao-Module";

    private final List<JobType> ofThePlatform = new CopyOnWriteArrayList<>();
    private final List<ComponentServiceObjects<JobType>> rooms = new CopyOnWriteArrayList<>();
    private volatile @Nullable Router router;

    @Activate
    public JobTypes() {}

    /**
     * Types of modules are left aside here: a staged release must not get jobs. The type itself is asked for when a job
     * looks for it, because a type may need what needs us.
     */
    @Reference(service = JobType.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindType(ComponentServiceObjects<JobType> type) {
        if (type.getServiceReference().getBundle().getHeaders("").get(MODULE_HEADER) == null) {
            rooms.add(type);
        }
    }

    void unbindType(ComponentServiceObjects<JobType> type) {
        rooms.removeIf(known -> known.getServiceReference().equals(type.getServiceReference()));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRouter(Router present) {
        router = present;
    }

    void unbindRouter(Router absent) {
        if (absent.equals(router)) {
            router = null;
        }
    }

    /** A type of the platform's own rooms, without the framework. */
    void add(JobType type) {
        ofThePlatform.add(type);
    }

    /** Who does jobs of this type for the agency; close it when the job has ended. */
    Optional<Found> find(String type, Optional<String> agency) {
        Optional<JobType> own = ofThePlatform.stream()
                .filter(known -> known.name().equals(type))
                .findFirst();
        if (own.isPresent()) {
            return own.map(known -> new Found(known, Optional.empty(), () -> {}));
        }
        for (ComponentServiceObjects<JobType> room : rooms) {
            JobType offered = room.getService();
            if (offered != null && offered.name().equals(type)) {
                return Optional.of(new Found(offered, Optional.empty(), () -> room.ungetService(offered)));
            }
            if (offered != null) {
                room.ungetService(offered);
            }
        }
        Router present = router;
        return present == null ? Optional.empty() : findInModule(present, type, agency);
    }

    /** Names of the types of the platform's own rooms that run every night. */
    List<String> nightly() {
        List<String> names = new ArrayList<>();
        ofThePlatform.stream().filter(JobType::nightly).map(JobType::name).forEach(names::add);
        for (ComponentServiceObjects<JobType> room : rooms) {
            JobType offered = room.getService();
            if (offered != null) {
                if (offered.nightly()) {
                    names.add(offered.name());
                }
                room.ungetService(offered);
            }
        }
        return names;
    }

    private static Optional<Found> findInModule(Router router, String type, Optional<String> agency) {
        ModuleId module = new ModuleId(type.substring(0, type.indexOf('.')));
        Routing routing = agency.map(code -> router.route(module, code)).orElseGet(() -> router.routePublic(module));
        if (!(routing instanceof Routing.Serving serving)) {
            return Optional.empty();
        }
        Lease lease = serving.lease();
        Optional<Found> found = lease.release().services(JobType.class).stream()
                .filter(offered -> offered.name().equals(type))
                .findFirst()
                .map(offered -> new Found(offered, Optional.of(lease.release().id()), lease::close));
        if (found.isEmpty()) {
            lease.close();
        }
        return found;
    }

    /** A type, the release it belongs to, and what must happen when it is no longer needed. */
    record Found(JobType type, Optional<ReleaseId> release, Runnable whenDone) implements AutoCloseable {
        @Override
        public void close() {
            whenDone.run();
        }
    }
}
