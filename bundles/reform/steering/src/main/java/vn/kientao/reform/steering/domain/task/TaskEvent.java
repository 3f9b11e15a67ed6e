package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Something that happened to a task; never changed afterwards.
 *
 * @param action name of a {@link TaskAction} or of another step
 * @param agency code of the agency that did it
 * @param account who did it
 * @param progress of the task after it
 * @param due of the task after it
 */
public record TaskEvent(
        LocalDateTime at,
        String action,
        String agency,
        String account,
        String note,
        int progress,
        Optional<LocalDate> due) {
    public TaskEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
        requireNonNull(due, "due");
    }
}
