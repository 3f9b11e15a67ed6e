package vn.kientao.platform.kernel.fault;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.kernel.live.LiveRelease;

/**
 * Knows which release has allocated most of late. That is the measure we have: who holds the memory nobody can tell
 * without walking through all of it. Asked by one thread.
 */
final class Suspects {
    private static final int SAMPLES = 12;
    private static final long NOTICEABLE = 16L << 20;

    private final Deque<Map<LiveRelease, Long>> samples = new ArrayDeque<>();

    /** Remembers what the releases have allocated up to now; called every five seconds, so that a minute is kept. */
    void sample(Collection<LiveRelease> releases) {
        samples.addLast(allocated(releases));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    /** The release that has allocated most since the oldest sample; empty when none has allocated noticeably. */
    Optional<LiveRelease> most(Collection<LiveRelease> releases) {
        Map<LiveRelease, Long> before = samples.isEmpty() ? Map.of() : samples.getFirst();
        return allocated(releases).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
                .filter(entry -> entry.getValue() >= NOTICEABLE)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static Map<LiveRelease, Long> allocated(Collection<LiveRelease> releases) {
        Map<LiveRelease, Long> now = new HashMap<>();
        releases.forEach(release -> now.put(release, release.meter().allocated()));
        return now;
    }
}
