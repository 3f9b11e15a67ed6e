package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A due date that became another one.
 *
 * @param number from 1
 * @param cause the step that moved it
 * @param reason may be empty
 */
public record DueChange(
        int number, LocalDateTime at, DossierAction cause, LocalDateTime was, LocalDateTime due, String reason) {
    public DueChange {
        requireNonNull(at, "at");
        requireNonNull(cause, "cause");
        requireNonNull(was, "was");
        requireNonNull(due, "due");
        requireNonNull(reason, "reason");
    }
}
