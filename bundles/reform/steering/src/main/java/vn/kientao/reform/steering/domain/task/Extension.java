package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A request for more time (đề nghị gia hạn), and what came of it.
 *
 * @param task code of the task
 * @param dueBefore the term that ran when it was asked
 * @param wanted the last day that was asked for
 * @param askedBy account
 * @param decidedBy account
 * @param dueAfter the last day that was granted
 * @param answer of the agency that gave the task
 */
public record Extension(
        long id,
        String task,
        State state,
        LocalDate dueBefore,
        LocalDate wanted,
        String reason,
        LocalDateTime askedAt,
        String askedAgency,
        String askedBy,
        Optional<LocalDateTime> decidedAt,
        Optional<String> decidedBy,
        Optional<LocalDate> dueAfter,
        String answer) {
    public Extension {
        requireNonNull(task, "task");
        requireNonNull(state, "state");
        requireNonNull(dueBefore, "dueBefore");
        requireNonNull(wanted, "wanted");
        requireNonNull(reason, "reason");
        requireNonNull(askedAt, "askedAt");
        requireNonNull(askedAgency, "askedAgency");
        requireNonNull(askedBy, "askedBy");
        requireNonNull(decidedAt, "decidedAt");
        requireNonNull(decidedBy, "decidedBy");
        requireNonNull(dueAfter, "dueAfter");
        requireNonNull(answer, "answer");
    }

    /** What became of it. */
    public enum State {
        /** Chờ quyết định. */
        PENDING,
        /** Đồng ý. */
        GRANTED,
        /** Không đồng ý. */
        REFUSED;

        public String textKey() {
            return "extension.state." + name();
        }
    }

    public boolean pending() {
        return state == State.PENDING;
    }
}
