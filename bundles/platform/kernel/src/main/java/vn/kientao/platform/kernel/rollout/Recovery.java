package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.say;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.Desired;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.ReleaseRow;
import vn.kientao.platform.kernel.store.RouteRepository;

/** What a start finds: bundles of the last run, rollouts that a crash cut short, modules that travel with the platform. */
public final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final long LONGEST_ROLLOUT_SECONDS = 300;

    private final BundleContext context;
    private final Database database;
    private final RouteRepository routes;
    private final ReleaseRepository releases;
    private final Rollouts rollouts;
    private final Removal removal;
    private final Journal journal;
    private final Shipped shipped;
    private final String node;
    private volatile List<RolloutStatus> left = List.of();

    public Recovery(
            BundleContext context,
            Database database,
            RouteRepository routes,
            ReleaseRepository releases,
            Rollouts rollouts,
            Removal removal,
            Journal journal,
            Shipped shipped,
            String node) {
        this.context = context;
        this.database = database;
        this.routes = routes;
        this.releases = releases;
        this.rollouts = rollouts;
        this.removal = removal;
        this.journal = journal;
        this.shipped = shipped;
        this.node = node;
    }

    /** Removes the module bundles of the last run; what is needed comes back from the store, checked. */
    void sweep() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(Cut.LOCATION_PREFIX)) {
                removal.remove(bundle);
            }
        }
    }

    /** Looks at what the last run left, before anybody can begin something new. */
    void look() {
        left = journal.open(node);
    }

    /** Ends the rollouts that the last run left: those that had been promoted are done, the others never served. */
    void settle() {
        left.stream().filter(rollout -> !goesOn(rollout)).forEach(this::settle);
    }

    /** Takes up those that had begun to serve or wait for a person; what they serve with is up by now. */
    void takeUp() {
        left.stream().filter(Recovery::goesOn).forEach(rollout -> {
            rollouts.goOn(rollout);
            log.info("Rollout {} of {} {} goes on", rollout.id(), rollout.module(), rollout.to());
        });
    }

    private static boolean goesOn(RolloutStatus rollout) {
        return switch (rollout.step()) {
            case CANARY, AWAITING_APPROVAL -> true;
            case BACKED_UP -> rollout.kind() == Kind.PURGE;
            default -> false;
        };
    }

    /**
     * In safe mode nothing was taken up: what stands in the way of a person's decision about the module ends now.
     *
     * @return the staged rollout that was taken back by it
     */
    Optional<Long> giveUp(ModuleId module) {
        Optional<Long> takenBack = Optional.empty();
        for (RolloutStatus rollout : journal.open(node)) {
            if (rollout.module().equals(module)) {
                if (rollout.step() == Step.CANARY) {
                    takeBack(journal.order(rollout));
                    takenBack = Optional.of(rollout.id());
                } else {
                    settle(rollout);
                }
            }
        }
        return takenBack;
    }

    private void takeBack(Order order) {
        LocalText reason =
                say("kernel.back.safe-mode", order.cut().module(), order.cut().version());
        database.write(h -> {
            routes.nextGeneration(h);
            routes.straightenTo(h, order.cut());
            journal.end(h, order.id(), Step.ROLLED_BACK, Optional.of(reason));
            return order;
        });
    }

    private void settle(RolloutStatus rollout) {
        if (rollout.step() == Step.PROMOTED || rollout.step() == Step.DRAINING) {
            end(rollout, Step.DONE, Optional.empty());
        } else {
            LocalText reason = say("kernel.failed.interrupted", rollout.module(), rollout.to());
            end(rollout, Step.FAILED, Optional.of(reason));
        }
    }

    private void end(RolloutStatus rollout, Step step, Optional<LocalText> reason) {
        RolloutStatus end = journal.end(rollout.id(), step, reason);
        log.warn("Rollout {} of {} {} was cut short; it ends {}", end.id(), end.module(), end.to(), end.step());
    }

    /** Rolls out the modules that travel with the platform, one after the other. */
    void receiveShipped() throws InterruptedException {
        for (Artifact artifact : shipped.artifacts()) {
            if (news(artifact)) {
                receive(artifact);
            }
        }
    }

    /** Tries those again that have never served: a slow start of the platform may have been in their way. */
    void receiveShippedAgain() throws InterruptedException {
        for (Artifact artifact : shipped.artifacts()) {
            if (neverServed(artifact)) {
                receive(artifact);
            }
        }
    }

    private boolean neverServed(Artifact artifact) {
        return database.read(h -> {
            Desired desired = routes.desired(h);
            return desired.standard(artifact.module()).isEmpty()
                    && !desired.uninstalled().contains(artifact.module());
        });
    }

    /** Whether nobody has decided about this content: it never served, and nothing newer does. */
    private boolean news(Artifact artifact) {
        return database.read(h -> {
            Desired desired = routes.desired(h);
            Optional<Cut> standard = desired.standard(artifact.module());
            if (standard.isEmpty()) {
                return !desired.uninstalled().contains(artifact.module());
            }
            Cut live = standard.get();
            boolean served = releases.find(
                            h, artifact.module(), artifact.manifest().version())
                    .filter(row -> row.cut().equals(artifact.cut()))
                    .flatMap(ReleaseRow::servedAt)
                    .isPresent();
            int newer = artifact.manifest().version().compareTo(live.version());
            boolean rebuilt = newer == 0 && Cut.development(live.version()) && !live.equals(artifact.cut());
            return !served && (newer > 0 || rebuilt);
        });
    }

    private void receive(Artifact artifact) throws InterruptedException {
        try {
            long id = rollouts.begin(
                    artifact, Strategy.atOnce(), Actor.system("start").account());
            rollouts.await(id, LONGEST_ROLLOUT_SECONDS);
        } catch (UncheckedIOException e) {
            log.error("{} cannot be received", artifact.cut(), e);
        } catch (ReleaseRefusedException e) {
            log.error("{} is refused: {}", artifact.cut(), e.reason().vi());
        } catch (TimeoutException e) {
            log.error("{} is not up after {} s; going on without it", artifact.cut(), LONGEST_ROLLOUT_SECONDS, e);
        }
    }
}
