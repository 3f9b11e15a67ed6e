package vn.kientao.platform.kernel;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.rollout.Journal;
import vn.kientao.platform.kernel.rollout.Plans;
import vn.kientao.platform.kernel.rollout.Return;
import vn.kientao.platform.kernel.rollout.Rollouts;
import vn.kientao.platform.kernel.rollout.Steering;
import vn.kientao.platform.kernel.store.OrderRepository.Wish;
import vn.kientao.platform.kernel.store.PublicationRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Acts on modules, for every door alike. */
final class KernelControl implements ModuleControl {
    private static final Logger log = LoggerFactory.getLogger(KernelControl.class);

    private final Rollouts rollouts;
    private final Plans plans;
    private final Steering steering;
    private final Return wayBack;
    private final ArtifactStore store;
    private final Routes routes;
    private final RouteRepository routeRows;
    private final PublicationRepository publicationRows;
    private final Agencies agencies;
    private final Journal journal;
    private final Clock clock;

    KernelControl(
            Rollouts rollouts,
            Plans plans,
            Steering steering,
            Return wayBack,
            ArtifactStore store,
            Routes routes,
            RouteRepository routeRows,
            PublicationRepository publicationRows,
            Agencies agencies,
            Journal journal,
            Clock clock) {
        this.rollouts = rollouts;
        this.plans = plans;
        this.steering = steering;
        this.wayBack = wayBack;
        this.store = store;
        this.routes = routes;
        this.routeRows = routeRows;
        this.publicationRows = publicationRows;
        this.agencies = agencies;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Plan plan(InputStream jar, Actor by) {
        return received(jar, artifact -> plans.plan(artifact, by.account()));
    }

    @Override
    public Plan planReturn(ModuleId module, Version version, Actor by) {
        return plans.planReturn(module, version, by.account());
    }

    @Override
    public long apply(long plan, Strategy strategy, Actor by) {
        return plans.apply(plan, strategy, by.account());
    }

    @Override
    public long rollOut(InputStream jar, Actor by) {
        return rollOut(jar, Strategy.atOnce(), by);
    }

    @Override
    public long rollOut(InputStream jar, Strategy strategy, Actor by) {
        return received(jar, artifact -> plans.rollOut(artifact, strategy, by.account()));
    }

    @Override
    public long rollBack(ModuleId module, Actor by) {
        return wayBack.begin(module, Optional.empty(), by);
    }

    @Override
    public long rollBackTo(ModuleId module, Version version, Actor by) {
        return wayBack.begin(module, Optional.of(version), by);
    }

    @Override
    public void pause(long rollout, Actor by) {
        steering.pause(rollout, true, by);
    }

    @Override
    public void resume(long rollout, Actor by) {
        steering.pause(rollout, false, by);
    }

    @Override
    public void promote(long rollout, Actor by) {
        steering.wish(rollout, Wish.PROMOTE, by);
    }

    @Override
    public void takeBack(long rollout, Actor by) {
        steering.wish(rollout, Wish.BACK, by);
    }

    @Override
    public void approve(long rollout, Actor by) {
        steering.approve(rollout, by);
    }

    @Override
    public void turnDown(long rollout, Actor by) {
        steering.turnDown(rollout, by);
    }

    @Override
    public RolloutStatus await(long rollout, long seconds) throws TimeoutException, InterruptedException {
        return rollouts.await(rollout, seconds);
    }

    @Override
    public void enable(ModuleId module, String agency, Actor by) {
        turn(module, agency, true, by);
    }

    @Override
    public void disable(ModuleId module, String agency, Actor by) {
        turn(module, agency, false, by);
    }

    @Override
    public void publish(ModuleId module, Publication publication, Actor by) {
        publication.agencies().forEach(this::refuseUnknown);
        routes.change(h -> {
            Cut live = routeRows
                    .desired(h)
                    .standard(module)
                    .orElseThrow(() -> refuse("kernel.refused.unknown-module", module));
            publicationRows.put(h, module, publication);
            journal.audit(h, "publish", live, Optional.empty(), by.account(), "");
            return live;
        });
        log.info("Module {} is offered to {}", module, publication.audience());
    }

    @Override
    public long uninstall(ModuleId module, Actor by) {
        return rollouts.beginUninstall(module, by.account());
    }

    @Override
    public long purge(ModuleId module, String typed, Actor by) {
        if (!typed.equals(module.value())) {
            throw refuse("kernel.refused.typed-other", module, typed);
        }
        return rollouts.beginPurge(module, by.account());
    }

    private <T> T received(InputStream jar, Function<Artifact, T> work) {
        Artifact artifact = store.receive(jar);
        try {
            return work.apply(artifact);
        } finally {
            store.discard(artifact.file());
        }
    }

    private void refuseUnknown(String agency) {
        if (agencies.find(agency).isEmpty()) {
            throw refuse("kernel.refused.unknown-agency", agency);
        }
    }

    private void turn(ModuleId module, String agency, boolean on, Actor by) {
        refuseUnknown(agency);
        routes.change(h -> {
            Cut live = routeRows
                    .desired(h)
                    .standard(module)
                    .orElseThrow(() -> refuse("kernel.refused.unknown-module", module));
            routeRows.enable(h, module, agency, on, clock.instant(), by.account());
            journal.audit(h, on ? "enable" : "disable", live, Optional.of(agency), by.account(), "");
            return live;
        });
        log.info("Module {} is {} for agency {}", module, on ? "on" : "off", agency);
    }
}
