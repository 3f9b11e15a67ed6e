package vn.kientao.platform.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.fault.FaultSettings;
import vn.kientao.platform.kernel.fault.Faults;
import vn.kientao.platform.kernel.live.LeasingRouter;
import vn.kientao.platform.kernel.live.LiveExtensions;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.rollout.Components;
import vn.kientao.platform.kernel.rollout.Contract;
import vn.kientao.platform.kernel.rollout.Diversions;
import vn.kientao.platform.kernel.rollout.Gates;
import vn.kientao.platform.kernel.rollout.Health;
import vn.kientao.platform.kernel.rollout.Journal;
import vn.kientao.platform.kernel.rollout.Keeper;
import vn.kientao.platform.kernel.rollout.Leaks;
import vn.kientao.platform.kernel.rollout.Provisioning;
import vn.kientao.platform.kernel.rollout.Pruning;
import vn.kientao.platform.kernel.rollout.Recovery;
import vn.kientao.platform.kernel.rollout.Removal;
import vn.kientao.platform.kernel.rollout.Retirement;
import vn.kientao.platform.kernel.rollout.RolloutRun;
import vn.kientao.platform.kernel.rollout.Rollouts;
import vn.kientao.platform.kernel.rollout.Shipped;
import vn.kientao.platform.kernel.rollout.Staging;
import vn.kientao.platform.kernel.rollout.Troubles;
import vn.kientao.platform.kernel.signature.KernelPublishers;
import vn.kientao.platform.kernel.signature.Signatures;
import vn.kientao.platform.kernel.store.ArtifactRepository;
import vn.kientao.platform.kernel.store.PublisherRepository;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.RolloutRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/** The kernel's parts and how they hang together; the tables are there already. */
final class Parts implements AutoCloseable {
    private static final Duration LONGEST_REMOVAL = Duration.ofSeconds(10);

    private final Routes routes;
    private final Router router;
    private final Extensions extensions;
    private final Modules modules;
    private final ModuleControl control;
    private final Publishers publishers;
    private final Diversions diversions;
    private final Rollouts rollouts;
    private final Keeper keeper;
    private final Faults faults;
    private final Gates gates;

    Parts(
            BundleContext context,
            KernelSettings settings,
            Database database,
            Migrations migrations,
            AuditTrail audit,
            Agencies agencies,
            ServiceComponentRuntime components,
            Clock clock,
            Gates gates) {
        this.gates = gates;
        ArtifactRepository artifactRows = new ArtifactRepository();
        ReleaseRepository releaseRows = new ReleaseRepository();
        RolloutRepository rolloutRows = new RolloutRepository();
        RouteRepository routeRows = new RouteRepository();
        Shipped shipped = Shipped.in(settings.shipped());
        PublisherRepository publisherRows = new PublisherRepository();
        Signatures signatures =
                new Signatures(database, publisherRows, shipped::contains, settings.development(), clock);
        ArtifactStore store = new ArtifactStore(database, artifactRows, signatures, settings.artifacts());
        store.clearIncoming();
        Troubles troubles = new Troubles();
        Journal journal = new Journal(database, rolloutRows, audit, clock);
        Duration removalLimit =
                settings.patience().compareTo(LONGEST_REMOVAL) < 0 ? settings.patience() : LONGEST_REMOVAL;
        Removal removal = new Removal(context, removalLimit);
        Staging staging =
                new Staging(context, migrations, new Components(components), gates, removal, settings.patience());
        this.routes = new Routes(database, routeRows, shipped.modules());
        this.faults = new Faults(
                FaultSettings.of(context),
                settings.artifacts().toAbsolutePath().getParent(),
                database,
                routes,
                routeRows,
                audit,
                troubles,
                clock);
        Leaks leaks = new Leaks(troubles, settings.leakCheck());
        Retirement retirement = new Retirement(staging, routes, leaks, troubles, settings.patience());
        Contract contract = new Contract(database, migrations, releaseRows, routes, clock);
        RolloutRun run = new RolloutRun(
                store, staging, contract, routes, routeRows, releaseRows, retirement, troubles, journal, clock);
        Pruning pruning = new Pruning(database, store, artifactRows, releaseRows, rolloutRows, routeRows);
        this.rollouts = new Rollouts(
                database,
                store,
                artifactRows,
                releaseRows,
                rolloutRows,
                routeRows,
                run,
                pruning,
                journal,
                clock,
                settings.node());
        Provisioning provisioning =
                new Provisioning(routes, store, staging, retirement, rollouts, troubles, faults.quarantine());
        Recovery recovery = new Recovery(
                context, database, routeRows, releaseRows, rollouts, removal, journal, shipped, settings.node());
        LeasingRouter leasing = faults.router();
        this.router = leasing;
        this.extensions = new LiveExtensions(routes, leasing.withoutBulkhead());
        this.modules =
                new KernelModules(database, routes, routeRows, releaseRows, rolloutRows, troubles, faults.quarantine());
        this.control = new KernelControl(rollouts, store, routes, routeRows, agencies, journal, clock);
        this.publishers = new KernelPublishers(database, publisherRows, audit, clock, settings.development());
        this.diversions =
                new Diversions(database, provisioning, routes, routeRows, releaseRows, retirement, journal, clock);
        this.keeper = new Keeper(
                recovery,
                provisioning,
                rollouts,
                routes,
                retirement,
                new Health(routes, staging, troubles),
                leaks,
                troubles);
    }

    /** Knows the routes at once; brings the releases up behind. */
    void open() {
        routes.follow();
        faults.open();
        keeper.open();
    }

    /** Routes lead nowhere any more. The bundles stay for the framework to stop; the next start sweeps them. */
    @Override
    public void close() {
        keeper.close();
        faults.close();
        rollouts.close();
        Set<LiveRelease> served = routes.clear();
        served.forEach(gates::forget);
        served.forEach(LiveRelease::letGo);
    }

    Routes routes() {
        return routes;
    }

    Router router() {
        return router;
    }

    Extensions extensions() {
        return extensions;
    }

    Modules modules() {
        return modules;
    }

    Quarantines quarantines() {
        return faults.quarantine();
    }

    ModuleControl control() {
        return control;
    }

    Publishers publishers() {
        return publishers;
    }

    Diversions diversions() {
        return diversions;
    }
}
