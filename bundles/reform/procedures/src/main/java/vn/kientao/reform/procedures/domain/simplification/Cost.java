package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What complying with a procedure costs the people it is for.
 *
 * @param tasks of one case
 * @param timesAYear how often one subject has a case in a year
 * @param subjects how many people and organisations have cases in a year
 */
public record Cost(List<CostTask> tasks, BigDecimal timesAYear, long subjects) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Cost {
        tasks = List.copyOf(tasks);
        requireNonNull(timesAYear, "timesAYear");
        if (timesAYear.signum() < 0 || subjects < 0) {
            throw new IllegalArgumentException("volume below 0");
        }
    }

    /** One case, in whole đồng. */
    public BigDecimal oneCase() {
        return tasks.stream()
                .map(CostTask::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP);
    }

    /** All cases of a year, in whole đồng. */
    public BigDecimal year() {
        return oneCase()
                .multiply(timesAYear)
                .multiply(BigDecimal.valueOf(subjects))
                .setScale(0, RoundingMode.HALF_UP);
    }

    /**
     * The change of one case from {@code before} to {@code after} in percent with two decimals; negative when it became
     * cheaper, 0 when it cost nothing before.
     */
    public static BigDecimal change(Cost before, Cost after) {
        BigDecimal was = before.oneCase();
        return was.signum() == 0
                ? BigDecimal.ZERO
                : after.oneCase().subtract(was).multiply(HUNDRED).divide(was, 2, RoundingMode.HALF_UP);
    }
}
