package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.say;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;

/**
 * Sees off releases that no route leads to. One that is still busy when patience ends lingers until its last request is
 * done, which the administrator is told; only after {@link #LONGEST} is it taken down under its requests.
 */
public final class Retirement {
    /** How long a request may keep an old release alive. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Retirement.class);

    private final Queue<Lingering> lingering = new ConcurrentLinkedQueue<>();
    private final Staging staging;
    private final Routes routes;
    private final Leaks leaks;
    private final Troubles troubles;
    private final Duration limit;

    public Retirement(Staging staging, Routes routes, Leaks leaks, Troubles troubles, Duration limit) {
        this.staging = staging;
        this.routes = routes;
        this.leaks = leaks;
        this.troubles = troubles;
        this.limit = limit;
    }

    /** Lets the releases finish and takes them down; returns after the longest patience at the latest. */
    void retire(Collection<LiveRelease> releases) {
        releases.forEach(LiveRelease::retire);
        long deadline = System.nanoTime() + limit.toNanos();
        for (LiveRelease release : releases) {
            if (free(release, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                takeDown(release);
            } else {
                linger(release);
            }
        }
    }

    /** Takes down those that have become free since. */
    void tick() {
        for (Lingering old : List.copyOf(lingering)) {
            boolean free = free(old.release(), Duration.ZERO);
            if (!free && System.nanoTime() - old.since() < LONGEST.toNanos()) {
                continue;
            }
            if (!free) {
                log.error(
                        "Release {} is taken down under {} requests",
                        old.release(),
                        old.release().leases());
            }
            lingering.remove(old);
            troubles.clear(Troubles.Kind.LINGERING, old.release().cut().module());
            takeDown(old.release());
        }
    }

    /** Whether an old release of the module is still busy. */
    boolean busy(ModuleId module) {
        return lingering.stream().anyMatch(old -> old.release().cut().module().equals(module));
    }

    private void linger(LiveRelease release) {
        log.warn("Release {} is still busy with {} requests after {} s", release, release.leases(), limit.toSeconds());
        lingering.add(new Lingering(release, System.nanoTime()));
        troubles.put(
                Troubles.Kind.LINGERING,
                release.cut().module(),
                say(
                        "kernel.trouble.lingering",
                        release.cut().module(),
                        release.cut().version(),
                        release.leases()));
    }

    private void takeDown(LiveRelease release) {
        leaks.watch(release);
        routes.remove(release);
        staging.remove(release);
        log.info("Release {} has retired", release);
    }

    private static boolean free(LiveRelease release, Duration patience) {
        try {
            return release.awaitFree(patience);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    private record Lingering(LiveRelease release, long since) {}
}
