package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Something that people have to do for one case of a procedure, and what it costs them (Circular 02/2017/TT-VPCP, Article
 * 27). Amounts are in đồng.
 *
 * @param task what is done: preparing papers, travelling, handing in, waiting
 * @param hours that one person needs for it
 * @param people how many are needed
 * @param hourlyIncome what one person earns in an hour
 * @param service what is paid to others: copying, translating, carrying
 * @param fee fee or charge of the procedure
 * @param other whatever else it costs
 */
public record CostTask(
        String task, BigDecimal hours, BigDecimal people, long hourlyIncome, long service, long fee, long other) {

    public CostTask {
        requireNonNull(task, "task");
        requireNonNull(hours, "hours");
        requireNonNull(people, "people");
        if (task.isBlank()) {
            throw new IllegalArgumentException("a task without words");
        }
        if (hours.signum() < 0 || people.signum() < 0 || hourlyIncome < 0 || service < 0 || fee < 0 || other < 0) {
            throw new IllegalArgumentException("less than nothing in '" + task + "' (expected: amounts from 0)");
        }
    }

    /** What it costs once, in đồng. */
    public BigDecimal cost() {
        return hours.multiply(people)
                .multiply(BigDecimal.valueOf(hourlyIncome))
                .add(BigDecimal.valueOf(service))
                .add(BigDecimal.valueOf(fee))
                .add(BigDecimal.valueOf(other));
    }
}
