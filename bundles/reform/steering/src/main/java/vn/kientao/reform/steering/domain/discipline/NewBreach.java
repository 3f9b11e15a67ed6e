package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A late or missed duty about to be recorded.
 *
 * @param agency code of the agency where it happened
 * @param task code of the task it comes from; empty for none
 * @param duty what should have been done
 * @param happenedOn the day on which it should have been done
 * @param daysLate 0 when it was not a matter of days
 * @param person who answers for it
 */
public record NewBreach(
        String agency, BreachKind kind, String task, String duty, LocalDate happenedOn, int daysLate, String person) {
    public NewBreach {
        requireNonNull(agency, "agency");
        requireNonNull(kind, "kind");
        requireNonNull(task, "task");
        requireNonNull(duty, "duty");
        requireNonNull(happenedOn, "happenedOn");
        requireNonNull(person, "person");
        if (daysLate < 0) {
            throw new IllegalArgumentException("daysLate " + daysLate + " (expected: >= 0)");
        }
    }
}
