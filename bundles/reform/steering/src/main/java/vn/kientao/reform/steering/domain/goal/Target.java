package vn.kientao.reform.steering.domain.goal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.kientao.platform.api.text.LocalText;

/**
 * A target of the programme.
 *
 * @param code short and ours, such as {@code digitised}
 * @param atLeast whether more is better; else less is
 * @param indicator code of the figure of a module that measures it
 * @param values what is to be reached by the end of a year, in {@code unit}
 */
public record Target(
        long id,
        long version,
        String code,
        String area,
        LocalText name,
        String unit,
        boolean atLeast,
        Optional<String> indicator,
        String legalBasis,
        Map<Integer, BigDecimal> values) {
    public Target {
        requireNonNull(code, "code");
        requireNonNull(area, "area");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(indicator, "indicator");
        requireNonNull(legalBasis, "legalBasis");
        values = Map.copyOf(values);
    }

    /** What is to be reached next as seen from a year: the value of that year or of the first one after it. */
    public Optional<BigDecimal> ahead(int year) {
        return Optional.ofNullable(new TreeMap<>(values).ceilingEntry(year)).map(Map.Entry::getValue);
    }

    /** Whether a value fulfils what was to be reached. */
    public boolean reached(BigDecimal actual, BigDecimal wanted) {
        int order = actual.compareTo(wanted);
        return atLeast ? order >= 0 : order <= 0;
    }
}
