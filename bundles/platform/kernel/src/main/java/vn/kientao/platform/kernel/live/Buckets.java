package vn.kientao.platform.kernel.live;

/**
 * Times sorted into buckets whose width grows with the time: four to each doubling, so a time read back is at most a
 * quarter too long. The first buckets are one microsecond wide (1,024 ns), the last one is open above.
 */
final class Buckets {
    private static final int UNIT_SHIFT = 10;
    private static final int LONGEST_POWER = 29;

    /** How many buckets there are; the last begins at about eight minutes. */
    static final int COUNT = (LONGEST_POWER - 1) * 4;

    private Buckets() {}

    /** The bucket of a time in nanoseconds. */
    static int of(long nanos) {
        long units = Math.max(0, nanos) >>> UNIT_SHIFT;
        if (units < 4) {
            return (int) units;
        }
        int power = 63 - Long.numberOfLeadingZeros(units);
        int quarter = (int) (units >>> (power - 2)) & 3;
        return Math.min(COUNT - 1, (power - 1) * 4 + quarter);
    }

    /** The first time in nanoseconds that is too long for the bucket. */
    static long end(int bucket) {
        return (bucket < 4 ? bucket + 1L : (bucket % 4 + 5L) << (bucket / 4 - 1)) << UNIT_SHIFT;
    }
}
