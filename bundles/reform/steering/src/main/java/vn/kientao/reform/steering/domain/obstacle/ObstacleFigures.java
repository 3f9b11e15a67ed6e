package vn.kientao.reform.steering.domain.obstacle;

/**
 * Counts of obstacles.
 *
 * @param open an answer is due
 * @param late of the open ones, the answer is late
 * @param answered whatever the raiser says
 * @param onTime of the answered ones, answered in time
 * @param satisfied of the answered ones, the raiser is satisfied
 * @param unsatisfied of the answered ones, the raiser is not
 */
public record ObstacleFigures(long open, long late, long answered, long onTime, long satisfied, long unsatisfied) {
    public static final ObstacleFigures NONE = new ObstacleFigures(0, 0, 0, 0, 0, 0);

    public long all() {
        return open + answered;
    }

    /** Answered, and nothing heard from the raiser. */
    public long waiting() {
        return answered - satisfied - unsatisfied;
    }
}
