package vn.kientao.platform.directory.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.time.DeadlineTerms.Pause;

/**
 * When the clock of a deadline stood still.
 *
 * @param pauses in order of their beginning
 */
record Standstill(List<Pause> pauses) {
    Standstill {
        pauses = List.copyOf(pauses);
    }

    /** Whether a day does not count: after the day on which a pause began, up to the day on which it ended. */
    boolean covers(LocalDate day) {
        return pauses.stream()
                .anyMatch(pause -> day.isAfter(pause.from().toLocalDate())
                        && !day.isAfter(pause.to().toLocalDate()));
    }

    /** A date that every pause which began until then puts off by its days. */
    LocalDate later(LocalDate unpaused) {
        LocalDate later = unpaused;
        for (Pause pause : pauses) {
            if (!pause.from().toLocalDate().isAfter(later)) {
                later = later.plusDays(days(pause, LocalDate.MAX));
            }
        }
        return later;
    }

    /** How many days up to and including {@code day} do not count. */
    long daysUntil(LocalDate day) {
        return pauses.stream().mapToLong(pause -> days(pause, day)).sum();
    }

    private static long days(Pause pause, LocalDate until) {
        LocalDate from = pause.from().toLocalDate();
        LocalDate to =
                pause.to().toLocalDate().isAfter(until) ? until : pause.to().toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(from, to));
    }

    /** What of a stretch of work was not paused, in order. */
    List<Stretch> worked(LocalDateTime from, LocalDateTime to) {
        List<Stretch> worked = new ArrayList<>();
        LocalDateTime begins = from;
        for (Pause pause : pauses) {
            if (pause.from().isBefore(to) && pause.to().isAfter(begins)) {
                if (pause.from().isAfter(begins)) {
                    worked.add(new Stretch(begins, pause.from()));
                }
                begins = pause.to();
            }
        }
        if (!begins.isAfter(to)) {
            worked.add(new Stretch(begins, to));
        }
        return worked;
    }

    /** An unbroken piece of work; may be a single moment. */
    record Stretch(LocalDateTime from, LocalDateTime to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }
}
