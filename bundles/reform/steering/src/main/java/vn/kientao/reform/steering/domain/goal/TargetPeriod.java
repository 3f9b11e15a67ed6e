package vn.kientao.reform.steering.domain.goal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/** How much of a year an actual value is about, from its first day: the first quarter, the half year, nine months, all of it. */
public enum TargetPeriod {
    /** Quý I. */
    QUARTER(3),
    /** Sáu tháng. */
    HALF_YEAR(6),
    /** Chín tháng. */
    NINE_MONTHS(9),
    /** Cả năm. */
    YEAR(12);

    private final int months;

    TargetPeriod(int months) {
        this.months = months;
    }

    public static Optional<TargetPeriod> of(String word) {
        return Arrays.stream(values())
                .filter(period -> period.name().equals(word))
                .findFirst();
    }

    /** @throws IllegalArgumentException when no period has so many months */
    public static TargetPeriod ofMonths(int months) {
        return Arrays.stream(values())
                .filter(period -> period.months == months)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(months + " months (expected: 3, 6, 9 or 12)"));
    }

    public int months() {
        return months;
    }

    /** Its last day in a year. */
    public LocalDate end(int year) {
        return YearMonth.of(year, months).atEndOfMonth();
    }

    public String textKey() {
        return "target.period." + name();
    }
}
