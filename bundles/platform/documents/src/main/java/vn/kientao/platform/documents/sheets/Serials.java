package vn.kientao.platform.documents.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Days as spreadsheets count them: 1 is the first of January 1900, and that year has a leap day it never had. */
final class Serials {
    /** Day 0 for every day since March 1900. */
    static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    private static final int PLACES = 10;

    private Serials() {}

    static long of(LocalDate day) {
        return ChronoUnit.DAYS.between(EPOCH, day);
    }

    static BigDecimal of(LocalDateTime time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toLocalTime().toSecondOfDay());
        return BigDecimal.valueOf(of(time.toLocalDate()))
                .add(seconds.divide(SECONDS_OF_A_DAY, PLACES, RoundingMode.HALF_UP));
    }
}
