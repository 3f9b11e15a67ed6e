package vn.kientao.platform.web.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One bucket for each key: full at first, and filled again evenly over a minute. */
final class Buckets {
    /** Beyond it buckets that are full, and so say nothing, are thrown away. */
    private static final int MANY = 50_000;

    private final long perMinute;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger sinceTidied = new AtomicInteger();

    /** @param perMinute how many requests a minute; 0 for any number */
    Buckets(long perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one from the bucket; the seconds to wait when it is empty, 0 when it was not. */
    long take(String key) {
        if (perMinute <= 0) {
            return 0;
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(key, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }

    private Bucket full(String key) {
        if (sinceTidied.incrementAndGet() > MANY) {
            sinceTidied.set(0);
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= perMinute);
        }
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
