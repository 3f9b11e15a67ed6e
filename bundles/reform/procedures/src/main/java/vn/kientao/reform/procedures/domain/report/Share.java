package vn.kientao.reform.procedures.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** So many of so many. */
public record Share(long part, long whole) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("share " + part + " of " + whole + " (expected: 0 to " + whole + ")");
        }
    }

    /** In per cent, two decimals; empty when there is nothing to have a share of. */
    public Optional<BigDecimal> percent() {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }

    public Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }
}
