package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.say;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Reading;
import vn.kientao.platform.kernel.live.Reading.Route;
import vn.kientao.platform.kernel.rollout.Policy.Limits;

/**
 * Compares a release in a stage with the one that serves everybody else: health, share of errors, and speed on the routes
 * that both have answered at the same time.
 */
final class Comparison {
    private static final long PROBE_EVERY = Duration.ofSeconds(5).toNanos();

    /** Errors that a release may make before their share means anything. */
    private static final long FEW_ERRORS = 3;

    /** Differences below this are no difference to a person, in nanoseconds. */
    private static final double NOTICEABLE = 5e6;

    private final LiveRelease fresh;
    private final Supplier<Optional<LiveRelease>> old;
    private final Staging staging;
    private final Limits limits;
    private final long began = System.nanoTime();
    private final Reading freshBefore;
    private final Reading oldBefore;
    private @Nullable Window window;
    private long probed = System.nanoTime();
    private int slowWindows;
    private double lastRatio = 1;

    Comparison(LiveRelease fresh, Supplier<Optional<LiveRelease>> old, Staging staging, Limits limits) {
        this.fresh = fresh;
        this.old = old;
        this.staging = staging;
        this.limits = limits;
        this.freshBefore = fresh.meter().reading();
        this.oldBefore = old();
    }

    /** Why the release must go back; empty while all is well. */
    Optional<LocalText> fault() {
        return unwell().or(this::errors).or(this::slow);
    }

    /** Whether enough has been asked to call the release good. */
    boolean concludes() {
        return requests() >= limits.enough();
    }

    long requests() {
        return seen().count();
    }

    /** What was seen, in one sentence. */
    LocalText verdict() {
        Route seen = seen();
        return say("kernel.note.good", seen.count(), seen.errors(), tenths(lastRatio));
    }

    private Route seen() {
        return fresh.meter().reading().minus(freshBefore).total();
    }

    private Optional<LocalText> unwell() {
        if (System.nanoTime() - probed < PROBE_EVERY) {
            return Optional.empty();
        }
        probed = System.nanoTime();
        try {
            staging.probe(fresh);
            return Optional.empty();
        } catch (ReleaseRefusedException e) {
            return Optional.of(e.reason());
        }
    }

    private Optional<LocalText> errors() {
        Route seen = seen();
        double share = seen.errorRate();
        double before = old().minus(oldBefore).total().errorRate();
        if (seen.count() < limits.enough() || seen.errors() < FEW_ERRORS || share <= before + limits.moreErrors()) {
            return Optional.empty();
        }
        return Optional.of(say("kernel.back.errors", seen.errors(), seen.count(), percent(share), percent(before)));
    }

    private Optional<LocalText> slow() {
        long now = System.nanoTime();
        if (now - began < limits.settle().toNanos()) {
            return Optional.empty();
        }
        Window since = window;
        if (since != null && now - since.since() < limits.window().toNanos()) {
            return Optional.empty();
        }
        Window next = new Window(now, fresh.meter().reading(), old());
        Optional<Speed> speed = since == null
                ? Optional.empty()
                : speed(next.fresh().minus(since.fresh()), next.old().minus(since.old()));
        if (since == null) {
            window = next;
        }
        if (speed.isEmpty()) {
            return Optional.empty();
        }
        window = next;
        lastRatio = speed.get().ratio();
        boolean slow = speed.get().ratio() >= limits.slower() && speed.get().difference() >= NOTICEABLE;
        slowWindows = slow ? slowWindows + 1 : 0;
        return slowWindows < 2
                ? Optional.empty()
                : Optional.of(say("kernel.back.slow", tenths(lastRatio), tenths(limits.slower())));
    }

    /** How the two compare on the routes that both have answered often enough, weighted by the new one's requests. */
    private Optional<Speed> speed(Reading freshSeen, Reading oldSeen) {
        double weight = 0;
        double freshTime = 0;
        double oldTime = 0;
        for (Map.Entry<String, Route> route : freshSeen.routes().entrySet()) {
            Route mine = route.getValue();
            Route other = oldSeen.routes().get(route.getKey());
            if (other != null && mine.count() >= limits.enough() && other.count() >= limits.enough()) {
                weight += mine.count();
                freshTime += mine.count() * mine.percentile(0.5);
                oldTime += mine.count() * other.percentile(0.5);
            }
        }
        return weight == 0
                ? Optional.empty()
                : Optional.of(new Speed(freshTime / Math.max(1, oldTime), (freshTime - oldTime) / weight));
    }

    private Reading old() {
        return old.get().map(release -> release.meter().reading()).orElse(Reading.NONE);
    }

    private static String percent(double share) {
        return tenths(share * 100) + " %";
    }

    private static String tenths(double number) {
        return Double.toString(Math.round(number * 10) / 10.0).replace('.', ',');
    }

    /** Where a window of comparison began. */
    private record Window(long since, Reading fresh, Reading old) {}

    /** @param difference nanoseconds a request */
    private record Speed(double ratio, double difference) {}
}
