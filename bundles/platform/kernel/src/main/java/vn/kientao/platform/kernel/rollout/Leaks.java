package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.say;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.LiveRelease;

/**
 * Watches whether the classes of retired releases leave memory. Asking costs a full collection, so it is done only when
 * {@code kientao.leakcheck} is set.
 */
public final class Leaks {
    private static final Logger log = LoggerFactory.getLogger(Leaks.class);
    private static final long VERDICT_AFTER = Duration.ofSeconds(60).toNanos();

    private final Queue<Watched> watched = new ConcurrentLinkedQueue<>();
    private final Troubles troubles;
    private final boolean asked;

    public Leaks(Troubles troubles, boolean asked) {
        this.troubles = troubles;
        this.asked = asked;
    }

    /** Begins to watch a release that is about to be uninstalled. */
    void watch(LiveRelease release) {
        BundleWiring wiring = release.bundle().adapt(BundleWiring.class);
        if (asked && wiring != null) {
            watched.add(new Watched(release.cut(), new WeakReference<>(wiring.getClassLoader()), System.nanoTime()));
        }
    }

    /** Gives a verdict on those that left a while ago. */
    void tick() {
        long now = System.nanoTime();
        if (watched.stream().noneMatch(old -> now - old.since() > VERDICT_AFTER)) {
            return;
        }
        System.gc();
        for (Watched old : List.copyOf(watched)) {
            if (old.loader().get() == null) {
                watched.remove(old);
            } else if (now - old.since() > VERDICT_AFTER) {
                watched.remove(old);
                log.error("Release {} has retired but its classes are still in memory", old.cut());
                troubles.put(
                        Troubles.Kind.LEAK,
                        old.cut().module(),
                        say("kernel.trouble.leak", old.cut().module(), old.cut().version()));
            }
        }
    }

    private record Watched(Cut cut, WeakReference<ClassLoader> loader, long since) {}
}
