package vn.kientao.reform.procedures.domain.reading;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;

/** Reads the time cell of a row: "5 Ngày làm việc", "1.5 Ngày làm việc", "1", "Không có thông tin", or words. */
final class TimeReader {

    /** The units as published, the longer before the one it begins with. */
    static final String UNITS = "ngày làm việc|ngày|giờ làm việc|giờ|tháng|năm|phút|tuần|quý";

    private static final Map<String, DeadlineUnit> UNIT = Map.of(
            "ngày làm việc", DeadlineUnit.WORKING_DAY,
            "ngày", DeadlineUnit.CALENDAR_DAY,
            "giờ làm việc", DeadlineUnit.WORKING_HOUR,
            "giờ", DeadlineUnit.HOUR,
            "tháng", DeadlineUnit.MONTH,
            "năm", DeadlineUnit.YEAR,
            "phút", DeadlineUnit.MINUTE,
            "tuần", DeadlineUnit.WEEK,
            "quý", DeadlineUnit.QUARTER);

    private static final Pattern CELL = Pattern.compile(
            "(\\d{1,5}(?:[.,]\\d{1,2})?)\\s?(" + UNITS + ")?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LIMIT = Pattern.compile(
            "(?<![\\d.,/])0{0,2}(\\d{1,4}(?:[.,]\\d{1,2})?)\\s?(?:\\([^)]{1,20}\\)\\s?)?(" + UNITS + ")(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO_RULE = Pattern.compile(
            "không (?:có )?quy định(?: cụ thể)?(?: (?:về )?thời (?:gian|hạn))?[.\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TimeReader() {}

    /** The number and unit of {@code cell}; a deadline in words only when it is anything else. */
    static Deadline read(String cell) {
        Matcher matcher = CELL.matcher(cell);
        if (!matcher.matches()) {
            return Deadline.unread(cell);
        }
        return new Deadline(number(matcher.group(1)), unit(matcher.group(2)).orElse(null), false, cell);
    }

    /**
     * Tells whether the note beside a deadline says something else: that there is no rule, or the same number of the
     * other kind of day and never of this one.
     */
    static boolean disputes(Deadline deadline, String note) {
        BigDecimal value = deadline.value();
        DeadlineUnit unit = deadline.unit();
        if (value == null || unit == null || note.isEmpty()) {
            return false;
        }
        return NO_RULE.matcher(note).matches() || otherDays(value, unit, note);
    }

    private static boolean otherDays(BigDecimal value, DeadlineUnit unit, String note) {
        boolean other = false;
        Matcher limit = LIMIT.matcher(note);
        while (limit.find()) {
            if (number(limit.group(1)).compareTo(value) == 0) {
                DeadlineUnit said = unit(limit.group(2)).orElse(unit);
                if (said == unit) {
                    return false;
                }
                other |= isDay(said) && isDay(unit);
            }
        }
        return other;
    }

    private static boolean isDay(DeadlineUnit unit) {
        return unit == DeadlineUnit.CALENDAR_DAY || unit == DeadlineUnit.WORKING_DAY;
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(',', '.'));
    }

    private static Optional<DeadlineUnit> unit(@Nullable String published) {
        return published == null ? Optional.empty() : Optional.ofNullable(UNIT.get(published.toLowerCase(Locale.ROOT)));
    }
}
