package vn.kientao.platform.kernel.live;

import static java.util.Objects.requireNonNull;

/**
 * What a release has done for one agency up to one moment.
 *
 * @param errors answers with status 500 and above
 * @param nanos wall time of all requests together
 * @param allocated bytes
 * @param databaseNanos time in the database of all requests together
 */
public record AgencyReading(long requests, long errors, long nanos, long allocated, long databaseNanos, Times times) {
    /** Nothing was asked. */
    public static final AgencyReading NONE = new AgencyReading(0, 0, 0, 0, 0, Times.NONE);

    public AgencyReading {
        requireNonNull(times, "times");
    }

    public AgencyReading plus(AgencyReading other) {
        return new AgencyReading(
                requests + other.requests,
                errors + other.errors,
                nanos + other.nanos,
                allocated + other.allocated,
                databaseNanos + other.databaseNanos,
                times.plus(other.times));
    }

    /** What has come since {@code earlier}. */
    public AgencyReading minus(AgencyReading earlier) {
        return new AgencyReading(
                Math.max(0, requests - earlier.requests),
                Math.max(0, errors - earlier.errors),
                Math.max(0, nanos - earlier.nanos),
                Math.max(0, allocated - earlier.allocated),
                Math.max(0, databaseNanos - earlier.databaseNanos),
                times.minus(earlier.times));
    }
}
