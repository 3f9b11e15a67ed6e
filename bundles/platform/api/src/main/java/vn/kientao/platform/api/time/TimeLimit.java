package vn.kientao.platform.api.time;

import static java.util.Objects.requireNonNull;

/** A time limit (thời hạn) as the law states it: a number and a unit. A number without unit is not a time limit. */
public record TimeLimit(int amount, Unit unit) {

    public TimeLimit {
        requireNonNull(unit, "unit");
        if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount + " (expected: >= 0)");
        }
    }

    /** What is counted. */
    public enum Unit {
        /** Ngày làm việc. */
        WORKING_DAY,
        /** Ngày. Every day counts, but the limit never ends on a day off (Civil Code 2015 Art. 148(5)). */
        CALENDAR_DAY,
        /** Giờ làm việc. */
        WORKING_HOUR,
        /** Tháng (Civil Code 2015 Art. 146, 148). */
        MONTH
    }
}
