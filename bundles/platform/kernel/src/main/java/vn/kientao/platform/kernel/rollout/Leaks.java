package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.say;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.LiveRelease;

/**
 * Watches whether the classes of retired releases leave memory, and gives a verdict on each. Most leave with a collection
 * that comes by itself; only for those that have not after ten minutes is one asked for, for all of them together. When
 * {@code kientao.leakcheck} is set a minute must do.
 */
public final class Leaks {
    private static final Logger log = LoggerFactory.getLogger(Leaks.class);
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(10);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(60);

    private final Queue<Watched> watched = new ConcurrentLinkedQueue<>();
    private final AtomicLong leaked = new AtomicLong();
    private final Troubles troubles;
    private final long patience;
    private final LongSupplier clock;

    public Leaks(Troubles troubles, boolean asked) {
        this(troubles, asked ? SHORT_PATIENCE : USUAL_PATIENCE, System::nanoTime);
    }

    Leaks(Troubles troubles, Duration patience, LongSupplier clock) {
        this.troubles = troubles;
        this.patience = patience.toNanos();
        this.clock = clock;
    }

    /** Begins to watch a release that is about to be uninstalled. */
    void watch(LiveRelease release) {
        BundleWiring wiring = release.bundle().adapt(BundleWiring.class);
        if (wiring != null) {
            watch(release.cut(), wiring.getClassLoader());
        }
    }

    void watch(Cut cut, ClassLoader loader) {
        watched.add(new Watched(cut, new WeakReference<>(loader), clock.getAsLong()));
    }

    /** Gives a verdict on those that have left, and on those that should have by now. */
    void tick() {
        forgetThoseThatLeft();
        long now = clock.getAsLong();
        List<Watched> due =
                watched.stream().filter(old -> now - old.since() > patience).toList();
        if (due.isEmpty()) {
            return;
        }
        System.gc();
        forgetThoseThatLeft();
        due.stream().filter(watched::remove).forEach(this::stays);
    }

    /** Releases so far that have retired and stayed in memory. */
    public long leaked() {
        return leaked.get();
    }

    /** Releases that have retired and wait for their verdict. */
    int waiting() {
        return watched.size();
    }

    private void forgetThoseThatLeft() {
        watched.removeIf(old -> {
            boolean left = old.loader().get() == null;
            if (left) {
                log.debug("Release {} has left memory", old.cut());
            }
            return left;
        });
    }

    private void stays(Watched old) {
        leaked.incrementAndGet();
        log.error("Release {} has retired but its classes are still in memory", old.cut());
        troubles.put(
                Troubles.Kind.LEAK,
                old.cut().module(),
                say("kernel.trouble.leak", old.cut().module(), old.cut().version()));
    }

    private record Watched(Cut cut, WeakReference<ClassLoader> loader, long since) {}
}
