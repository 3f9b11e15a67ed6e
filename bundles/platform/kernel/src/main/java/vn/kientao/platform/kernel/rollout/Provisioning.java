package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.say;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.Exclusions;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;

/**
 * Brings up what the database wants and this node has not: everything at start, one release when another node has
 * promoted it. A release that does not come up leaves its module as it was, away or on the release before.
 */
public final class Provisioning {
    private static final Logger log = LoggerFactory.getLogger(Provisioning.class);

    private final Routes routes;
    private final ArtifactStore store;
    private final Staging staging;
    private final Retirement retirement;
    private final Rollouts rollouts;
    private final Troubles troubles;
    private final Exclusions exclusions;
    private final Stop stop;

    public Provisioning(
            Routes routes,
            ArtifactStore store,
            Staging staging,
            Retirement retirement,
            Rollouts rollouts,
            Troubles troubles,
            Exclusions exclusions,
            Stop stop) {
        this.routes = routes;
        this.store = store;
        this.staging = staging;
        this.retirement = retirement;
        this.rollouts = rollouts;
        this.troubles = troubles;
        this.exclusions = exclusions;
        this.stop = stop;
    }

    /** Follows the database once. */
    void follow() {
        Set<LiveRelease> raised = new HashSet<>();
        for (Cut cut : missing()) {
            if (!rollouts.running(cut.module())) {
                raise(cut).ifPresent(release -> {
                    raised.add(release);
                    retirement.retire(routes.follow());
                });
            }
        }
        retirement.retire(routes.follow());
        // What was raised while somebody changed the route again serves nobody.
        raised.removeAll(routes.table().releases());
        retirement.retire(raised);
    }

    /** Brings one release up, so that routes may name it; empty when it does not come up. */
    Optional<LiveRelease> raise(Cut cut) {
        try {
            Artifact artifact = store.find(cut.sha256())
                    .orElseThrow(() -> refuse("kernel.failed.artifact-gone", cut.module(), cut.version()));
            LiveRelease release = staging.stage(artifact, false);
            staging.verify(release);
            routes.add(release);
            troubles.clear(Troubles.Kind.AWAY, cut.module());
            log.info("Release {} is up", cut);
            return Optional.of(release);
        } catch (ReleaseRefusedException e) {
            stop.leave(e);
            log.error("Module {} does not come up: {}", cut.module(), e.reason().vi(), e.getCause());
            troubles.put(Troubles.Kind.AWAY, cut.module(), e.reason());
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            stop.leave(e);
            log.error("Module {} does not come up", cut.module(), e);
            troubles.put(
                    Troubles.Kind.AWAY, cut.module(), say("kernel.failed.unexpected", cut.module(), cut.version()));
        }
        return Optional.empty();
    }

    private List<Cut> missing() {
        return routes.due().cuts().stream()
                .filter(cut -> routes.find(cut).isEmpty() && exclusions.of(cut).isEmpty())
                .sorted(Comparator.comparing(Cut::module).thenComparing(Cut::version))
                .toList();
    }
}
