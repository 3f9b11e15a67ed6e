package vn.kientao.platform.kernel.fault;

import static vn.kientao.platform.kernel.Sentences.say;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.LiveRelease;

/**
 * Looks for releases that take every place they have for a long time, or let most requests run into the time-out. Asked
 * once a second by one thread.
 */
final class Crowding {
    private final FaultSettings settings;
    private Map<LiveRelease, Seen> seen = new HashMap<>();

    Crowding(FaultSettings settings) {
        this.settings = settings;
    }

    /** @param now nanoseconds of a running clock */
    Map<LiveRelease, LocalText> look(Collection<LiveRelease> releases, long now) {
        Map<LiveRelease, Seen> next = new HashMap<>();
        Map<LiveRelease, LocalText> verdicts = new HashMap<>();
        for (LiveRelease release : releases) {
            Seen before = seen.get(release);
            Seen after = before == null ? Seen.first(release, now) : look(release, before, now);
            next.put(release, after);
            verdict(release, after, now).ifPresent(reason -> verdicts.put(release, reason));
        }
        seen = next;
        return verdicts;
    }

    private Seen look(LiveRelease release, Seen before, long now) {
        long refused = release.bulkhead().refused();
        boolean full = release.bulkhead().taken() >= settings.mostRequests() || refused > before.refused();
        long fullSince = full ? before.fullSince().orElse(now) : 0;
        boolean windowOver = now - before.windowSince() > settings.crowded().toNanos();
        return new Seen(
                refused,
                full ? Optional.of(fullSince) : Optional.empty(),
                windowOver ? now : before.windowSince(),
                windowOver ? release.bulkhead().timedOut() : before.timedOutBefore(),
                windowOver ? release.meter().requests() : before.requestsBefore());
    }

    private Optional<LocalText> verdict(LiveRelease release, Seen now, long at) {
        if (now.fullSince()
                .filter(since -> at - since >= settings.crowded().toNanos())
                .isPresent()) {
            return Optional.of(say(
                    "kernel.quarantine.crowded",
                    release.cut().version(),
                    settings.mostRequests(),
                    settings.crowded().toSeconds()));
        }
        long timedOut = release.bulkhead().timedOut() - now.timedOutBefore();
        long requests = release.meter().requests() - now.requestsBefore();
        if (timedOut >= settings.timeOuts() && 2 * timedOut >= requests) {
            return Optional.of(say("kernel.quarantine.slow", release.cut().version(), timedOut, requests));
        }
        return Optional.empty();
    }

    /** What was seen of a release; the window counts time-outs from its beginning. */
    private record Seen(
            long refused, Optional<Long> fullSince, long windowSince, long timedOutBefore, long requestsBefore) {
        static Seen first(LiveRelease release, long now) {
            return new Seen(
                    release.bulkhead().refused(),
                    Optional.empty(),
                    now,
                    release.bulkhead().timedOut(),
                    release.meter().requests());
        }
    }
}
