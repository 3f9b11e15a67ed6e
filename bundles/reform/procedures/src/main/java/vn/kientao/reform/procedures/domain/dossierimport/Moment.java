package vn.kientao.reform.procedures.domain.dossierimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, with or without its time, as books and spreadsheets write it: {@code 09/02/2026}, {@code 9-2-2026 14:05},
 * {@code 14:05 09/02/2026}, {@code 2026-02-09T14:05:00}.
 *
 * @param time empty when only the day is known
 */
public record Moment(LocalDate day, Optional<LocalTime> time) {
    private static final String TIME = "(\\d{1,2})[:h](\\d{2})(?::\\d{2})?(?:\\.\\d+)?";
    private static final String DAY = "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})";
    private static final Pattern DAY_FIRST = Pattern.compile("(?:" + TIME + "\\s+)?" + DAY + "(?:\\s+" + TIME + ")?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T\\s]+" + TIME + ")?");

    /** Empty when it is none. */
    public static Optional<Moment> of(String text) {
        try {
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                LocalDate day = LocalDate.of(number(dayFirst, 5), number(dayFirst, 4), number(dayFirst, 3));
                return Optional.of(new Moment(day, time(dayFirst, 1).or(() -> time(dayFirst, 6))));
            }
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                LocalDate day = LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
                return Optional.of(new Moment(day, time(yearFirst, 4)));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(Matcher matcher, int group) {
        return matcher.group(group) == null
                ? Optional.empty()
                : Optional.of(LocalTime.of(number(matcher, group), number(matcher, group + 1)));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
