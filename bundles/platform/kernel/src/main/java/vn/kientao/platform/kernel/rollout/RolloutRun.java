package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;
import static vn.kientao.platform.kernel.Sentences.say;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.Desired.Wanted;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Takes one rollout through its steps. Until it is promoted, whatever goes wrong leaves the live release as it was. */
public final class RolloutRun {
    private static final Logger log = LoggerFactory.getLogger(RolloutRun.class);

    private final ArtifactStore store;
    private final Staging staging;
    private final Contract contract;
    private final Routes routes;
    private final RouteRepository routeRows;
    private final ReleaseRepository releaseRows;
    private final Retirement retirement;
    private final Troubles troubles;
    private final Journal journal;
    private final Clock clock;

    public RolloutRun(
            ArtifactStore store,
            Staging staging,
            Contract contract,
            Routes routes,
            RouteRepository routeRows,
            ReleaseRepository releaseRows,
            Retirement retirement,
            Troubles troubles,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.staging = staging;
        this.contract = contract;
        this.routes = routes;
        this.routeRows = routeRows;
        this.releaseRows = releaseRows;
        this.retirement = retirement;
        this.troubles = troubles;
        this.journal = journal;
        this.clock = clock;
    }

    /** Runs the rollout to its end; returns how it ended. */
    RolloutStatus run(long id, Kind kind, Cut cut, String account) {
        Set<LiveRelease> replaced;
        try {
            replaced = promote(id, kind, prepare(id, kind, cut), account);
        } catch (ReleaseRefusedException e) {
            log.warn("Rollout {} of {} failed: {}", id, cut, e.reason().vi(), e.getCause());
            return failed(id, kind, cut, e.reason());
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            log.error("Rollout {} of {} failed", id, cut, e);
            return failed(id, kind, cut, say("kernel.failed.unexpected", cut.module(), cut.version()));
        }
        troubles.clear(Troubles.Kind.AWAY, cut.module());
        journal.surely(() -> journal.find(id).filter(RolloutStatus::ended).isPresent() || draining(id));
        retirement.retire(replaced);
        log.info("Rollout {}: {} serves", id, cut);
        return journal.end(id, Step.DONE, Optional.empty());
    }

    private RolloutStatus failed(long id, Kind kind, Cut cut, LocalText reason) {
        if (kind == Kind.INSTALL) {
            troubles.put(Troubles.Kind.AWAY, cut.module(), reason);
        }
        return journal.end(id, Step.FAILED, Optional.of(reason));
    }

    private LiveRelease prepare(long id, Kind kind, Cut cut) {
        Artifact artifact = store.find(cut.sha256())
                .orElseThrow(() -> refuse("kernel.failed.artifact-gone", cut.module(), cut.version()));
        journal.step(id, Step.PLANNED);
        if (kind == Kind.UPDATE) {
            contract.beforeUpdate(cut.module(), retirement.busy(cut.module()));
        }
        LiveRelease release = staging.stage(artifact, kind != Kind.ROLLBACK);
        note(id, Step.STAGED, release);
        staging.verify(release);
        note(id, Step.VERIFIED, release);
        return release;
    }

    private void note(long id, Step step, LiveRelease release) {
        boolean noted = false;
        try {
            journal.step(id, step);
            noted = true;
        } finally {
            if (!noted) {
                staging.remove(release);
            }
        }
    }

    private Set<LiveRelease> promote(long id, Kind kind, LiveRelease release, String account) {
        Cut cut = release.cut();
        routes.add(release);
        try {
            return routes.change(h -> {
                routeRows.route(h, cut, clock.instant());
                releaseRows.served(h, cut, clock.instant());
                journal.audit(h, verb(kind), cut, Optional.empty(), account, "rollout-" + id);
                return journal.step(h, id, Step.PROMOTED);
            });
        } catch (RuntimeException e) {
            // The answer may have got lost after the commit: what the database says now is what counts.
            if (journal.surely(() -> routed(cut))) {
                return routes.follow();
            }
            routes.remove(release);
            staging.remove(release);
            throw refuseBecause(e, "kernel.failed.promote", cut.module(), cut.version());
        }
    }

    private boolean routed(Cut cut) {
        return Optional.ofNullable(routes.desired().modules().get(cut.module()))
                .map(Wanted::standard)
                .filter(cut::equals)
                .isPresent();
    }

    private boolean draining(long id) {
        journal.step(id, Step.DRAINING);
        return true;
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case INSTALL -> "install";
            case UPDATE -> "update";
            case ROLLBACK -> "roll-back";
            case UNINSTALL -> "uninstall";
            case PURGE -> "purge";
        };
    }
}
