package vn.kientao.reform.steering.domain.goal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;

/**
 * A target of the programme.
 *
 * @param code short and ours, such as {@code digitised}
 * @param atLeast whether more is better; else less is
 * @param indicator code of the figure of a module that measures it
 * @param lead code of the agency that answers for it; empty for the one that leads its area
 * @param source where its words and numbers were read
 * @param validTo last day on which it is a target
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
        Optional<String> lead,
        String source,
        String legalBasis,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Map<Integer, BigDecimal> values) {
    public Target {
        requireNonNull(code, "code");
        requireNonNull(area, "area");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(indicator, "indicator");
        requireNonNull(lead, "lead");
        requireNonNull(source, "source");
        requireNonNull(legalBasis, "legalBasis");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        values = Map.copyOf(values);
    }

    /** What is to be reached by the end of a year. */
    public record Wanted(int year, BigDecimal amount) {
        public Wanted {
            requireNonNull(amount, "amount");
        }
    }

    /** What is to be reached next as seen from a year: the value of that year or of the first one after it. */
    public Optional<BigDecimal> ahead(int year) {
        return wanted(sorted().ceilingEntry(year)).map(Wanted::amount);
    }

    /** What counts in a year: the value of that year, else of the next one that has a value, else the last there was. */
    public Optional<Wanted> wanted(int year) {
        return wanted(sorted().ceilingEntry(year)).or(() -> wanted(sorted().floorEntry(year)));
    }

    private NavigableMap<Integer, BigDecimal> sorted() {
        return new TreeMap<>(values);
    }

    private static Optional<Wanted> wanted(Map.@Nullable Entry<Integer, BigDecimal> entry) {
        return Optional.ofNullable(entry).map(one -> new Wanted(one.getKey(), one.getValue()));
    }

    /** Whether a value fulfils what was to be reached. */
    public boolean reached(BigDecimal actual, BigDecimal wanted) {
        int order = actual.compareTo(wanted);
        return atLeast ? order >= 0 : order <= 0;
    }

    /**
     * How it stands in a year: behind when what was to be reached by then is not; under way when only what is still ahead is
     * missing.
     *
     * @param actual what it has come to
     */
    public TargetState state(int year, Optional<BigDecimal> actual) {
        Optional<Wanted> counts = wanted(year);
        if (actual.isEmpty() || counts.isEmpty()) {
            return TargetState.NO_DATA;
        }
        if (reached(actual.get(), counts.get().amount())) {
            return TargetState.REACHED;
        }
        boolean missed = wanted(sorted().floorEntry(year))
                .filter(past -> !reached(actual.get(), past.amount()))
                .isPresent();
        return missed ? TargetState.BEHIND : TargetState.UNDER_WAY;
    }

    /** Whether it is a target on some day of a year. */
    public boolean validIn(int year) {
        return validFrom.getYear() <= year
                && validTo.filter(day -> day.getYear() < year).isEmpty();
    }

    /** Whether it is a target on a day. */
    public boolean validOn(LocalDate day) {
        return !validFrom.isAfter(day)
                && validTo.filter(last -> last.isBefore(day)).isEmpty();
    }
}
