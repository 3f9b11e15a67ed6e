package vn.kientao.platform.kernel.live;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long requests took: how many fell into each bucket of {@link Buckets}. Never changed. */
public final class Times {
    /** Nothing was asked. */
    public static final Times NONE = new Times(new long[Buckets.COUNT]);

    private final long[] buckets;

    private Times(long[] buckets) {
        this.buckets = buckets;
    }

    static Times of(AtomicLongArray counted) {
        long[] buckets = new long[counted.length()];
        Arrays.setAll(buckets, counted::get);
        return new Times(buckets);
    }

    /** Those of the two together. */
    public Times plus(Times other) {
        long[] sum = new long[buckets.length];
        Arrays.setAll(sum, i -> buckets[i] + other.buckets[i]);
        return new Times(sum);
    }

    /** Those that came after {@code earlier} was read. */
    public Times minus(Times earlier) {
        long[] rest = new long[buckets.length];
        Arrays.setAll(rest, i -> Math.max(0, buckets[i] - earlier.buckets[i]));
        return new Times(rest);
    }

    public long count() {
        return Arrays.stream(buckets).sum();
    }

    /**
     * Nanoseconds within which the given share of requests was answered, up to a quarter too many; 0 when nothing was
     * asked.
     *
     * @param share such as 0.99
     */
    public long percentile(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("percentile " + share + " (expected: more than 0, at most 1)");
        }
        long rank = Math.max(1, (long) Math.ceil(share * count()));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return Buckets.end(i);
            }
        }
        return 0;
    }

    /** How many took at most {@code nanos}, up to the width of a bucket more. */
    public long within(long nanos) {
        return Arrays.stream(buckets, 0, Buckets.of(nanos) + 1).sum();
    }
}
