package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;
import static vn.kientao.platform.kernel.Sentences.say;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
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
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/**
 * Takes one rollout through its steps. Until it serves the first agency, whatever goes wrong leaves the live release as it
 * was; from then on, until it serves everybody, whatever goes wrong takes it back.
 */
public final class RolloutRun {
    private static final Logger log = LoggerFactory.getLogger(RolloutRun.class);

    private final ArtifactStore store;
    private final Approval approval;
    private final Contract contract;
    private final Precaution precaution;
    private final Staging staging;
    private final Stages stages;
    private final Departure departure;
    private final Routes routes;
    private final RouteRepository routeRows;
    private final ReleaseRepository releaseRows;
    private final Retirement retirement;
    private final Troubles troubles;
    private final Journal journal;
    private final Clock clock;
    private final Stop stop;

    public RolloutRun(
            ArtifactStore store,
            Approval approval,
            Contract contract,
            Precaution precaution,
            Staging staging,
            Stages stages,
            Departure departure,
            Routes routes,
            RouteRepository routeRows,
            ReleaseRepository releaseRows,
            Retirement retirement,
            Troubles troubles,
            Journal journal,
            Clock clock,
            Stop stop) {
        this.store = store;
        this.approval = approval;
        this.contract = contract;
        this.precaution = precaution;
        this.staging = staging;
        this.stages = stages;
        this.departure = departure;
        this.routes = routes;
        this.routeRows = routeRows;
        this.releaseRows = releaseRows;
        this.retirement = retirement;
        this.troubles = troubles;
        this.journal = journal;
        this.clock = clock;
        this.stop = stop;
    }

    /** Runs the rollout to its end; returns how it ended. */
    RolloutStatus run(Order order) {
        try {
            approval.await(order);
            return switch (order.kind()) {
                case INSTALL, UPDATE, ROLLBACK -> serve(order, prepare(order), -1);
                case UNINSTALL -> departure.uninstall(order);
                case PURGE -> departure.purge(order);
            };
        } catch (ReleaseRefusedException e) {
            stop.leave(e);
            log.warn(
                    "Rollout {} of {} failed: {}",
                    order.id(),
                    order.cut(),
                    e.reason().vi(),
                    e.getCause());
            return failed(order, e.reason());
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            stop.leave(e);
            log.error("Rollout {} of {} failed", order.id(), order.cut(), e);
            return failed(order, unexpected(order));
        }
    }

    /** Takes up a rollout that the last run of the platform left at {@code step}. */
    RolloutStatus goOn(Order order, Step step, int stage) {
        if (step != Step.CANARY) {
            return run(order);
        }
        Optional<LiveRelease> release = routes.find(order.cut());
        if (release.isEmpty()) {
            Optional<LocalText> known = journal.find(order.id()).flatMap(RolloutStatus::reason);
            LocalText reason =
                    known.or(() -> troubles.worst(order.cut().module())).orElseGet(() -> unexpected(order));
            return takeBack(order, reason);
        }
        return serve(order, release.get(), stage);
    }

    private RolloutStatus serve(Order order, LiveRelease release, int stage) {
        if (order.strategy().staged()) {
            Optional<LocalText> fault = lead(order, release, stage);
            if (fault.isPresent()) {
                return takeBack(order, fault.get());
            }
        }
        Collection<LiveRelease> replaced;
        try {
            replaced = promote(order, release);
        } catch (ReleaseRefusedException e) {
            stop.leave(e);
            if (order.strategy().staged()) {
                log.error("Rollout {} of {} cannot be promoted", order.id(), order.cut(), e);
                return takeBack(order, e.reason());
            }
            discard(release);
            throw e;
        }
        return conclude(order, replaced);
    }

    private Optional<LocalText> lead(Order order, LiveRelease release, int stage) {
        try {
            return stages.lead(order, release, stage);
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            stop.leave(e);
            log.error("Rollout {} of {} failed in its stages", order.id(), order.cut(), e);
            return Optional.of(unexpected(order));
        }
    }

    private RolloutStatus conclude(Order order, Collection<LiveRelease> replaced) {
        troubles.clear(Troubles.Kind.AWAY, order.cut().module());
        journal.surely(
                () -> journal.find(order.id()).filter(RolloutStatus::ended).isPresent() || draining(order.id()));
        retirement.retire(replaced);
        log.info("Rollout {}: {} serves", order.id(), order.cut());
        return journal.end(order.id(), Step.DONE, Optional.empty());
    }

    /** Lets the old release serve everybody again, and sees the new one off. */
    private RolloutStatus takeBack(Order order, LocalText reason) {
        log.warn("Rollout {} of {} goes back: {}", order.id(), order.cut(), reason.vi());
        Set<LiveRelease> unused = new HashSet<>(journal.surely(() -> routes.change(h -> {
            routeRows.straightenTo(h, order.cut());
            journal.audit(h, "take-back", order.cut(), Optional.empty(), order.account(), order.request());
            return journal.because(h, order.id(), reason);
        })));
        routes.find(order.cut())
                .filter(release -> !routes.table().releases().contains(release))
                .ifPresent(unused::add);
        retirement.retire(unused);
        return journal.end(order.id(), Step.ROLLED_BACK, Optional.of(reason));
    }

    private RolloutStatus failed(Order order, LocalText reason) {
        if (order.kind() == Kind.INSTALL) {
            troubles.put(Troubles.Kind.AWAY, order.cut().module(), reason);
        }
        return journal.end(order.id(), Step.FAILED, Optional.of(reason));
    }

    private LiveRelease prepare(Order order) {
        Cut cut = order.cut();
        Artifact artifact = store.find(cut.sha256())
                .orElseThrow(() -> refuse("kernel.failed.artifact-gone", cut.module(), cut.version()));
        journal.step(order.id(), Step.PLANNED);
        precaution.take(order, artifact);
        if (order.kind() == Kind.UPDATE) {
            contract.beforeUpdate(cut.module(), retirement.busy(cut.module()));
        }
        LiveRelease release = staging.stage(artifact, order.kind() != Kind.ROLLBACK);
        note(order.id(), Step.STAGED, release);
        staging.verify(release);
        note(order.id(), Step.VERIFIED, release);
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

    private Collection<LiveRelease> promote(Order order, LiveRelease release) {
        Cut cut = order.cut();
        routes.add(release);
        try {
            return routes.change(h -> {
                routeRows.route(h, cut, clock.instant());
                releaseRows.served(h, cut, clock.instant());
                journal.audit(h, verb(order.kind()), cut, Optional.empty(), order.account(), order.request());
                return journal.step(h, order.id(), Step.PROMOTED);
            });
        } catch (RuntimeException e) {
            // The answer may have got lost after the commit: what the database says now is what counts.
            if (journal.surely(() -> routed(cut))) {
                return routes.follow();
            }
            throw refuseBecause(e, "kernel.failed.promote", cut.module(), cut.version());
        }
    }

    private void discard(LiveRelease release) {
        routes.remove(release);
        staging.remove(release);
    }

    private boolean routed(Cut cut) {
        return routes.desired().standard(cut.module()).filter(cut::equals).isPresent();
    }

    private boolean draining(long id) {
        journal.step(id, Step.DRAINING);
        return true;
    }

    private static LocalText unexpected(Order order) {
        return say("kernel.failed.unexpected", order.cut().module(), order.cut().version());
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
