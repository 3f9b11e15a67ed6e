package vn.kientao.reform.steering.domain.goal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A target with what it has come to.
 *
 * @param entered the values that count, one for each period
 * @param counted what the module that measures it counted, one for each year
 */
public record Progress(Target target, List<ActualValue> entered, List<CountedValue> counted) {
    public Progress {
        requireNonNull(target, "target");
        entered = List.copyOf(entered);
        counted = List.copyOf(counted);
    }

    /**
     * What a target has come to in a year.
     *
     * @param asOf the day on which it stood so
     * @param counted by a module from its facts; else somebody entered it
     */
    public record Actual(int year, TargetPeriod period, LocalDate asOf, BigDecimal amount, boolean counted) {
        public Actual {
            requireNonNull(period, "period");
            requireNonNull(asOf, "asOf");
            requireNonNull(amount, "amount");
        }
    }

    /** What it came to in just this year: as counted where a module measures it and had something to count, else as last entered. */
    public Optional<Actual> in(int year) {
        return counted(year)
                .flatMap(value ->
                        value.amount().map(amount -> new Actual(year, TargetPeriod.YEAR, value.to(), amount, true)))
                .or(() -> last(year));
    }

    /** What was counted for a year. */
    public Optional<CountedValue> counted(int year) {
        return counted.stream().filter(value -> value.year() == year).findFirst();
    }

    private Optional<Actual> last(int year) {
        return entered.stream()
                .filter(value -> value.year() == year && value.amount().isPresent())
                .max(Comparator.comparing(ActualValue::period))
                .map(value -> new Actual(
                        year, value.period(), value.knownOn(), value.amount().orElseThrow(), false));
    }

    /** What it has come to by a year: the value of that year, else of the nearest one before. */
    public Optional<Actual> by(int year) {
        int first = years().isEmpty() ? year : Math.min(year, years().first());
        return IntStream.rangeClosed(first, year)
                .map(back -> year + first - back)
                .boxed()
                .flatMap(one -> in(one).stream())
                .findFirst();
    }

    public TargetState state(int year) {
        return target.state(year, by(year).map(Actual::amount));
    }

    /** Every year for which something is to be reached or is known. */
    public SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>(target.values().keySet());
        entered.forEach(value -> years.add(value.year()));
        counted.forEach(value -> years.add(value.year()));
        return years;
    }
}
