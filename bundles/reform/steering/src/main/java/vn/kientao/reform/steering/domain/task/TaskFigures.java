package vn.kientao.reform.steering.domain.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Counts of tasks by how they stand, and the two rates of the reports under Decision 42/2014/QĐ-TTg. Tasks that are not yet
 * due, paused or without a term stay out of the denominators.
 */
public record TaskFigures(long doneOnTime, long doneLate, long withinTerm, long overdue, long paused, long noTerm) {
    public static final TaskFigures NONE = new TaskFigures(0, 0, 0, 0, 0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public long done() {
        return doneOnTime + doneLate;
    }

    /** Those with something to do, whether or not their term runs. */
    public long open() {
        return withinTerm + overdue + paused + noTerm;
    }

    public long all() {
        return done() + open();
    }

    /** Completed of completed and overdue, in per cent with two decimals; empty when there is neither. */
    public Optional<BigDecimal> completionRate() {
        return share(done(), done() + overdue);
    }

    /** Overdue of completed and overdue, in per cent with two decimals; empty when there is neither. */
    public Optional<BigDecimal> overdueRate() {
        return share(overdue, done() + overdue);
    }

    /** Completed on time of those completed, in per cent with two decimals; empty when none is. */
    public Optional<BigDecimal> onTimeRate() {
        return share(doneOnTime, done());
    }

    public TaskFigures plus(TaskFigures other) {
        return new TaskFigures(
                doneOnTime + other.doneOnTime,
                doneLate + other.doneLate,
                withinTerm + other.withinTerm,
                overdue + other.overdue,
                paused + other.paused,
                noTerm + other.noTerm);
    }

    private static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
