package vn.kientao.platform.api.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A due date and how it came about.
 *
 * @param countedFrom when the clock began, which is later than the receipt when that was outside working hours
 * @param days every day from receipt to due date, in order
 */
public record DueDate(LocalDateTime due, LocalDateTime countedFrom, List<CountedDay> days) {

    public DueDate {
        requireNonNull(due, "due");
        requireNonNull(countedFrom, "countedFrom");
        days = List.copyOf(days);
    }

    /**
     * A day on the way to the due date.
     *
     * @param number the how-manieth day of the limit it is; 0 when it does not count
     */
    public record CountedDay(CalendarDay day, int number) {}
}
