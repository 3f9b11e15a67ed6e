package vn.kientao.reform.steering.domain.pilot;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that a pilot measures (chỉ số theo dõi).
 *
 * @param unit what one of it is: {@code %}, {@code ngày}
 * @param baseline the value before the pilot (hiện trạng); empty when nobody measured
 * @param stop when an actual value is a reason to stop; empty for none
 * @param values by period, oldest first
 */
public record Measure(
        long id,
        String name,
        String unit,
        Optional<BigDecimal> baseline,
        Optional<Stop> stop,
        List<PilotValue> values) {
    public Measure {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(baseline, "baseline");
        requireNonNull(stop, "stop");
        values = values.stream()
                .sorted(Comparator.comparing(PilotValue::periodEnd))
                .toList();
    }

    /**
     * A condition to stop (điều kiện dừng).
     *
     * @param below whether smaller values are the reason, else greater ones
     */
    public record Stop(boolean below, BigDecimal value) {
        public Stop {
            requireNonNull(value, "value");
        }

        boolean met(BigDecimal actual) {
            int compared = actual.compareTo(value);
            return below ? compared < 0 : compared > 0;
        }
    }

    /** The newest actual value. */
    public Optional<BigDecimal> latest() {
        return values.stream().flatMap(one -> one.actual().stream()).reduce((first, second) -> second);
    }

    /** Whether a value is a reason to stop. */
    public boolean stops(PilotValue value) {
        return stop.isPresent() && value.actual().filter(stop.get()::met).isPresent();
    }

    /** Whether the newest actual value is a reason to stop. */
    public boolean warns() {
        return stop.isPresent() && latest().filter(stop.get()::met).isPresent();
    }
}
