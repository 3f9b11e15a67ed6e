package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * A number of a report.
 *
 * @param code of a {@link FactKind}, or of an indicator of another module
 * @param area code of an area; empty for all together
 * @param amount empty when there was nothing to measure
 * @param address of the list behind it, for indicators; empty for facts of this module, whose list the report shows
 */
public record Figure(
        String code, String area, LocalText name, LocalText unit, Optional<BigDecimal> amount, String address) {
    public Figure {
        requireNonNull(code, "code");
        requireNonNull(area, "area");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(amount, "amount");
        requireNonNull(address, "address");
    }
}
