package vn.kientao.reform.steering.domain.board;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/** How many tasks were done in a month, by the day on which they were done. */
public record MonthDone(YearMonth month, long onTime, long late) {
    public MonthDone {
        requireNonNull(month, "month");
    }
}
