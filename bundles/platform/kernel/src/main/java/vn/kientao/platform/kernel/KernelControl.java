package vn.kientao.platform.kernel;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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
import vn.kientao.platform.kernel.rollout.Rollouts;
import vn.kientao.platform.kernel.store.Desired.Wanted;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Acts on modules, for every door alike. */
final class KernelControl implements ModuleControl {
    private static final Logger log = LoggerFactory.getLogger(KernelControl.class);

    private final Rollouts rollouts;
    private final ArtifactStore store;
    private final Routes routes;
    private final RouteRepository routeRows;
    private final Agencies agencies;
    private final Journal journal;
    private final Clock clock;

    KernelControl(
            Rollouts rollouts,
            ArtifactStore store,
            Routes routes,
            RouteRepository routeRows,
            Agencies agencies,
            Journal journal,
            Clock clock) {
        this.rollouts = rollouts;
        this.store = store;
        this.routes = routes;
        this.routeRows = routeRows;
        this.agencies = agencies;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public long rollOut(InputStream jar, Actor by) {
        Artifact artifact = store.receive(jar);
        try {
            return rollouts.begin(artifact, by.account());
        } finally {
            store.discard(artifact.file());
        }
    }

    @Override
    public long rollBack(ModuleId module, Actor by) {
        return rollouts.beginRollBack(module, by.account());
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

    private void turn(ModuleId module, String agency, boolean on, Actor by) {
        if (agencies.find(agency).isEmpty()) {
            throw refuse("kernel.refused.unknown-agency", agency);
        }
        routes.change(h -> {
            Cut live = Optional.ofNullable(routeRows.desired(h).modules().get(module))
                    .map(Wanted::standard)
                    .orElseThrow(() -> refuse("kernel.refused.unknown-module", module));
            routeRows.enable(h, module, agency, on, clock.instant(), by.account());
            journal.audit(h, on ? "enable" : "disable", live, Optional.of(agency), by.account(), "");
            return live;
        });
        log.info("Module {} is {} for agency {}", module, on ? "on" : "off", agency);
    }

    // Interim: replaced on this branch before it lands.
    @Override
    public Plan plan(InputStream jar, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Plan planReturn(ModuleId module, Version version, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long apply(long plan, Strategy strategy, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long rollOut(InputStream jar, Strategy strategy, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long rollBackTo(ModuleId module, Version version, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void pause(long rollout, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(long rollout, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void promote(long rollout, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void takeBack(long rollout, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void approve(long rollout, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void turnDown(long rollout, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void publish(ModuleId module, Publication publication, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long uninstall(ModuleId module, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long purge(ModuleId module, String typed, Actor by) {
        throw new UnsupportedOperationException();
    }
}
