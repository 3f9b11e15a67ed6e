package vn.kientao.platform.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.fault.FaultSettings;
import vn.kientao.platform.kernel.fault.Faults;
import vn.kientao.platform.kernel.live.LeasingRouter;
import vn.kientao.platform.kernel.live.LiveExtensions;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.observe.Observatory;
import vn.kientao.platform.kernel.rollout.Approval;
import vn.kientao.platform.kernel.rollout.Bell;
import vn.kientao.platform.kernel.rollout.Components;
import vn.kientao.platform.kernel.rollout.Contract;
import vn.kientao.platform.kernel.rollout.Departure;
import vn.kientao.platform.kernel.rollout.Diversions;
import vn.kientao.platform.kernel.rollout.Gates;
import vn.kientao.platform.kernel.rollout.Health;
import vn.kientao.platform.kernel.rollout.Journal;
import vn.kientao.platform.kernel.rollout.Keeper;
import vn.kientao.platform.kernel.rollout.Leaks;
import vn.kientao.platform.kernel.rollout.Plans;
import vn.kientao.platform.kernel.rollout.Precaution;
import vn.kientao.platform.kernel.rollout.Provisioning;
import vn.kientao.platform.kernel.rollout.Pruning;
import vn.kientao.platform.kernel.rollout.Recovery;
import vn.kientao.platform.kernel.rollout.Removal;
import vn.kientao.platform.kernel.rollout.Retirement;
import vn.kientao.platform.kernel.rollout.Return;
import vn.kientao.platform.kernel.rollout.RolloutRun;
import vn.kientao.platform.kernel.rollout.Rollouts;
import vn.kientao.platform.kernel.rollout.SafeStart;
import vn.kientao.platform.kernel.rollout.Shipped;
import vn.kientao.platform.kernel.rollout.Stages;
import vn.kientao.platform.kernel.rollout.Staging;
import vn.kientao.platform.kernel.rollout.StartLog;
import vn.kientao.platform.kernel.rollout.Steering;
import vn.kientao.platform.kernel.rollout.Stop;
import vn.kientao.platform.kernel.rollout.Troubles;
import vn.kientao.platform.kernel.signature.KernelPublishers;
import vn.kientao.platform.kernel.signature.Signatures;
import vn.kientao.platform.kernel.store.ArtifactRepository;
import vn.kientao.platform.kernel.store.PlanRepository;
import vn.kientao.platform.kernel.store.PublicationRepository;
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
    private final SafeStart safeStart;
    private final Observatory observatory;
    private final Gates gates;

    Parts(Surroundings around, KernelSettings settings, Gates gates) {
        this.gates = gates;
        Database database = around.database();
        Clock clock = around.clock();
        ArtifactRepository artifactRows = new ArtifactRepository();
        ReleaseRepository releaseRows = new ReleaseRepository();
        RolloutRepository rolloutRows = new RolloutRepository();
        RouteRepository routeRows = new RouteRepository();
        PublicationRepository publicationRows = new PublicationRepository();
        Shipped shipped = Shipped.in(settings.shipped());
        PublisherRepository publisherRows = new PublisherRepository();
        Signatures signatures =
                new Signatures(database, publisherRows, shipped::contains, settings.development(), clock);
        ArtifactStore store = new ArtifactStore(database, artifactRows, signatures, settings.artifacts());
        store.clearIncoming();
        Troubles troubles = new Troubles();
        Bell bell = new Bell();
        Stop stop = new Stop();
        Journal journal = new Journal(database, rolloutRows, around.audit(), clock, stop);
        this.safeStart = new SafeStart(
                database, rolloutRows, releaseRows, new StartLog(settings.starts()), settings.crashes(), clock);
        Duration removalLimit =
                settings.patience().compareTo(LONGEST_REMOVAL) < 0 ? settings.patience() : LONGEST_REMOVAL;
        Removal removal = new Removal(around.context(), removalLimit);
        Staging staging = new Staging(
                around.context(),
                around.migrations(),
                new Components(around.components()),
                gates,
                removal,
                settings.patience());
        this.routes = new Routes(database, routeRows, shipped.modules(), safeStart::apply);
        this.faults = new Faults(
                FaultSettings.of(FrameworkProperties.of(around.context())),
                settings.artifacts().toAbsolutePath().resolveSibling(""),
                database,
                routes,
                around.audit(),
                troubles,
                clock);
        Leaks leaks = new Leaks(troubles, settings.leakCheck());
        Retirement retirement = new Retirement(staging, routes, leaks, troubles, settings.patience());
        Stages stages = new Stages(
                routes,
                routeRows,
                rolloutRows,
                staging,
                retirement,
                around.agencies(),
                around.calendar(),
                around.policy(),
                journal,
                bell,
                clock);
        Departure departure = new Departure(
                database,
                around.migrations(),
                around.backups(),
                store,
                artifactRows,
                releaseRows,
                routeRows,
                publicationRows,
                routes,
                retirement,
                troubles,
                journal,
                clock);
        RolloutRun run = new RolloutRun(
                store,
                new Approval(journal, bell),
                new Contract(database, around.migrations(), releaseRows, routes, clock),
                new Precaution(database, routeRows, around.migrations(), around.backups(), around.policy(), journal),
                staging,
                stages,
                departure,
                routes,
                routeRows,
                releaseRows,
                retirement,
                troubles,
                journal,
                clock,
                stop);
        this.rollouts = new Rollouts(
                database,
                store,
                artifactRows,
                releaseRows,
                rolloutRows,
                routeRows,
                run,
                new Pruning(database, store, artifactRows, releaseRows, rolloutRows, routeRows),
                journal,
                around.policy(),
                clock,
                settings.node(),
                stop);
        Plans plans = new Plans(
                database,
                around.migrations(),
                store,
                new PlanRepository(),
                routeRows,
                routes,
                rollouts,
                removal,
                around.agencies(),
                around.calendar(),
                around.impacts(),
                around.policy(),
                settings.artifacts(),
                clock);
        Provisioning provisioning =
                new Provisioning(routes, store, staging, retirement, rollouts, troubles, faults.quarantine(), stop);
        Recovery recovery = new Recovery(
                around.context(),
                database,
                routeRows,
                releaseRows,
                rollouts,
                removal,
                journal,
                shipped,
                settings.node());
        Steering steering = new Steering(database, rolloutRows, journal, bell);
        LeasingRouter leasing = faults.router();
        this.router = leasing;
        this.extensions = new LiveExtensions(routes, leasing.withoutBulkhead());
        this.modules = new KernelModules(
                database,
                routes,
                routeRows,
                releaseRows,
                rolloutRows,
                publicationRows,
                plans,
                safeStart,
                troubles,
                faults.quarantine());
        this.observatory =
                new Observatory(around.context(), database, routes, modules, faults.quarantine(), leaks::leaked);
        this.control = new KernelControl(
                rollouts,
                plans,
                steering,
                new Return(rollouts, steering, recovery, safeStart),
                store,
                routes,
                routeRows,
                publicationRows,
                around.agencies(),
                journal,
                clock);
        this.publishers = new KernelPublishers(database, publisherRows, around.audit(), clock, settings.development());
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
                troubles,
                safeStart,
                faults.quarantine()::letIn,
                stop);
    }

    /** Knows the routes at once; brings the releases up behind. */
    void open() {
        safeStart.decide();
        routes.follow();
        faults.open(observatory::follow);
        keeper.open();
    }

    /** Routes lead nowhere any more. The bundles stay for the framework to stop; the next start sweeps them. */
    @Override
    public void close() {
        keeper.close();
        faults.close();
        observatory.close();
        rollouts.close();
        Set<LiveRelease> served = routes.clear();
        served.forEach(gates::forget);
        served.forEach(LiveRelease::letGo);
        safeStart.stopped();
    }

    SafeStart safeStart() {
        return safeStart;
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
