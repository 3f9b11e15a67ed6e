package vn.kientao.platform.api.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each key try a number of times at once and then one more time every so often. Holds a bounded number of keys; the
 * one that was away longest makes room. Counts on this node only: with several nodes the limit is as many times higher.
 */
public final class RateLimit {
    private static final int MOST_KEYS = 20_000;

    private final int burst;
    private final Duration interval;
    private final Map<String, Instant> fullAgainAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** {@code burst} tries at once, then one every {@code interval}. */
    public RateLimit(int burst, Duration interval) {
        this.burst = burst;
        this.interval = interval;
    }

    /** Takes one try; false when there is none left. */
    public synchronized boolean allows(String key, Instant now) {
        Instant full = fullAgainAt.getOrDefault(key, now);
        Instant next = (full.isBefore(now) ? now : full).plus(interval);
        if (Duration.between(now, next).compareTo(interval.multipliedBy(burst)) > 0) {
            return false;
        }
        fullAgainAt.put(key, next);
        return true;
    }
}
