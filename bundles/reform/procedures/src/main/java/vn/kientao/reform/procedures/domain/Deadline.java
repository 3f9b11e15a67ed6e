package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.time.TimeLimit;

/**
 * How long the agency may take (thời hạn giải quyết), as far as the published text tells.
 *
 * @param value the number, or null when the text has none or it cannot be told apart from its neighbour
 * @param unit what the number counts, or null when the text does not say
 * @param disputed whether the note beside it says something else, so that a person has to decide
 * @param text the words it was read from; empty when nothing was published
 */
public record Deadline(@Nullable BigDecimal value, @Nullable DeadlineUnit unit, boolean disputed, String text) {

    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS_OF_YEAR = 12;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(99_999);

    public Deadline {
        requireNonNull(text, "text");
        if (value != null && value.signum() < 0) {
            throw new IllegalArgumentException("deadline " + value + " (expected: >= 0)");
        }
        if (unit != null && value == null) {
            throw new IllegalArgumentException("deadline without a number has unit " + unit + " (expected: none)");
        }
    }

    /** A deadline of which only the words are known. */
    public static Deadline unread(String text) {
        return new Deadline(null, null, false, text);
    }

    public static Deadline of(BigDecimal value, DeadlineUnit unit, String text) {
        return new Deadline(value, unit, false, text);
    }

    /** The same deadline, marked as contradicted by the note beside it. */
    public Deadline dispute() {
        return new Deadline(value, unit, true, text);
    }

    public Optional<BigDecimal> number() {
        return Optional.ofNullable(value);
    }

    public Optional<DeadlineUnit> counts() {
        return Optional.ofNullable(unit);
    }

    /** Tells whether a due date may be computed from this: whether it has a {@link #limit}. */
    public boolean computable() {
        return limit().isPresent();
    }

    /**
     * The time limit that a due date may be computed from. Empty without a unit, for nought and fractions, when the note
     * contradicts it, and for hours and minutes: the published "giờ" does not say whether it runs while the office is
     * closed. A week has seven days and a year twelve months (Civil Code 2015, Article 146(1)).
     */
    public Optional<TimeLimit> limit() {
        if (value == null || unit == null || disputed || !isCount(value)) {
            return Optional.empty();
        }
        int count = value.intValue();
        return switch (unit) {
            case WORKING_DAY -> Optional.of(new TimeLimit(count, TimeLimit.Unit.WORKING_DAY));
            case CALENDAR_DAY -> Optional.of(new TimeLimit(count, TimeLimit.Unit.CALENDAR_DAY));
            case WORKING_HOUR -> Optional.of(new TimeLimit(count, TimeLimit.Unit.WORKING_HOUR));
            case WEEK -> Optional.of(new TimeLimit(count * DAYS_OF_WEEK, TimeLimit.Unit.CALENDAR_DAY));
            case MONTH -> Optional.of(new TimeLimit(count, TimeLimit.Unit.MONTH));
            case YEAR -> Optional.of(new TimeLimit(count * MONTHS_OF_YEAR, TimeLimit.Unit.MONTH));
            case MINUTE, HOUR, QUARTER -> Optional.empty();
        };
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() > 0
                && number.compareTo(LONGEST) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
