package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A task that is, or was done, late and for which nothing is recorded yet: what the register proposes.
 *
 * @param doneOn empty while it is still open
 */
public record LateTask(
        String code, String title, String agency, String person, LocalDate due, Optional<LocalDate> doneOn) {
    public LateTask {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(agency, "agency");
        requireNonNull(person, "person");
        requireNonNull(due, "due");
        requireNonNull(doneOn, "doneOn");
    }

    public int daysLate(LocalDate today) {
        return Math.toIntExact(ChronoUnit.DAYS.between(due, doneOn.orElse(today)));
    }
}
