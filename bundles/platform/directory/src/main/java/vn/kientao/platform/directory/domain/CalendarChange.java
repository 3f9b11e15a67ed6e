package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A change of the working calendar.
 *
 * @param becomes what the day becomes; empty when it becomes an ordinary day of the week again
 */
public record CalendarChange(LocalDate day, Optional<ExceptionalDay> becomes) {

    public CalendarChange {
        requireNonNull(day, "day");
        if (becomes.isPresent() && !becomes.get().day().equals(day)) {
            throw new IllegalArgumentException(
                    "change of " + day + " carries " + becomes.get().day());
        }
    }

    public static CalendarChange set(ExceptionalDay day) {
        return new CalendarChange(day.day(), Optional.of(day));
    }

    public static CalendarChange remove(LocalDate day) {
        return new CalendarChange(day, Optional.empty());
    }
}
