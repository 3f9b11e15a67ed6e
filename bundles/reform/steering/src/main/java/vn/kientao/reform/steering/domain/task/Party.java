package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency's part in a task.
 *
 * @param until the last day of it; empty while it lasts
 */
public record Party(String agency, Part part, LocalDate since, Optional<LocalDate> until) {
    public Party {
        requireNonNull(agency, "agency");
        requireNonNull(part, "part");
        requireNonNull(since, "since");
        requireNonNull(until, "until");
    }

    public boolean present() {
        return until.isEmpty();
    }
}
