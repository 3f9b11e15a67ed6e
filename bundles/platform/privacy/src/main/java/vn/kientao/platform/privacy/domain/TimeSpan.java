package vn.kientao.platform.privacy.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.TimeLimit;

/** A time limit for a request: hours by the clock, or days as the Civil Code counts them. */
public record TimeSpan(int amount, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** Giờ: every hour of the day and the night. */
        HOUR,
        /** Ngày làm việc. */
        WORKING_DAY,
        /** Ngày. */
        DAY
    }

    public TimeSpan {
        requireNonNull(unit, "unit");
        if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount + " (expected: >= 0)");
        }
    }

    /** When it ends. */
    public LocalDateTime end(LocalDateTime from, Deadlines deadlines) {
        return switch (unit) {
            case HOUR -> from.plusHours(amount);
            case WORKING_DAY -> counted(from, TimeLimit.Unit.WORKING_DAY, deadlines);
            case DAY -> counted(from, TimeLimit.Unit.CALENDAR_DAY, deadlines);
        };
    }

    private LocalDateTime counted(LocalDateTime from, TimeLimit.Unit counted, Deadlines deadlines) {
        return deadlines
                .due(from, new TimeLimit(amount, counted), Deadlines.Reading.CIVIL_CODE)
                .due();
    }
}
