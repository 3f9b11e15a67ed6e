package vn.kientao.platform.api.indicator;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an indicator comes to.
 *
 * @param value in the indicator's unit; empty when there was nothing to measure, which is not 0
 * @param address of the list behind it, in the zone of staff; empty when there is none
 */
public record IndicatorValue(
        String code,
        String agency,
        Period period,
        Optional<BigDecimal> value,
        OptionalLong numerator,
        OptionalLong denominator,
        Optional<String> address) {

    public IndicatorValue {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(period, "period");
        requireNonNull(value, "value");
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        requireNonNull(address, "address");
    }
}
