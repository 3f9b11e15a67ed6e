package vn.kientao.reform.steering.domain.pilot;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a measure came to in a period.
 *
 * @param periodEnd last day of the period
 * @param planned empty when nothing was planned
 * @param actual empty as long as it is not known
 * @param evidence where it is to be seen; not empty with an actual value
 */
public record PilotValue(
        LocalDate periodEnd, Optional<BigDecimal> planned, Optional<BigDecimal> actual, String evidence) {
    public PilotValue {
        requireNonNull(periodEnd, "periodEnd");
        requireNonNull(planned, "planned");
        requireNonNull(actual, "actual");
        requireNonNull(evidence, "evidence");
        if (actual.isPresent() && evidence.isBlank()) {
            throw new IllegalArgumentException("evidence of an actual value (expected: not blank)");
        }
    }
}
