package vn.kientao.platform.api.indicator;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days that a figure is about (kỳ báo cáo), in the time of Viet Nam.
 *
 * @param from first day
 * @param to last day, counted as well
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int QUARTER = 3;

    public Period {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("period from " + from + " to " + to + " (expected: to >= from)");
        }
    }

    /** The first {@code months} months of a year: 6 is the half year (sáu tháng), 9 nine months, 12 the year. */
    public static Period firstMonths(int year, int months) {
        return months(YearMonth.of(year, 1), YearMonth.of(year, months));
    }

    public static Period year(int year) {
        return firstMonths(year, 12);
    }

    /** @param quarter 1 to 4 */
    public static Period quarter(int year, int quarter) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("quarter " + quarter + " (expected: 1 to 4)");
        }
        return months(YearMonth.of(year, QUARTER * (quarter - 1) + 1), YearMonth.of(year, QUARTER * quarter));
    }

    public static Period month(YearMonth month) {
        return months(month, month);
    }

    private static Period months(YearMonth first, YearMonth last) {
        return new Period(first.atDay(1), last.atEndOfMonth());
    }

    /** The first day after it. */
    public LocalDate end() {
        return to.plusDays(1);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
