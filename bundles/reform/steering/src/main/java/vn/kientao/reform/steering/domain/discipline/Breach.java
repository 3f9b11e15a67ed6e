package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A late or missed duty as it is recorded, with what followed (D2.4).
 *
 * @param code such as {@code P-AX-KL-2026-0001}
 * @param explanation of the person; may be empty
 * @param recordedBy account of who confirmed it
 */
public record Breach(
        long id,
        long version,
        String code,
        NewBreach what,
        String explanation,
        BreachState state,
        Outcome outcome,
        LocalDateTime recordedAt,
        String recordedBy) {
    public Breach {
        requireNonNull(code, "code");
        requireNonNull(what, "what");
        requireNonNull(explanation, "explanation");
        requireNonNull(state, "state");
        requireNonNull(outcome, "outcome");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(recordedBy, "recordedBy");
    }

    /**
     * What followed.
     *
     * @param on empty as long as nothing has
     * @param document number and day of the document; may be empty for a reminder
     */
    public record Outcome(Followed followed, Optional<LocalDate> on, String document, String note) {
        public static final Outcome NONE = new Outcome(Followed.NOTHING_YET, Optional.empty(), "", "");

        public Outcome {
            requireNonNull(followed, "followed");
            requireNonNull(on, "on");
            requireNonNull(document, "document");
            requireNonNull(note, "note");
        }
    }

    public Breach in(BreachState next) {
        return new Breach(id, version, code, what, explanation, next, outcome, recordedAt, recordedBy);
    }

    public Breach explained(String words) {
        return new Breach(id, version, code, what, words, BreachState.EXPLAINED, outcome, recordedAt, recordedBy);
    }

    public Breach closed(Outcome taken) {
        return new Breach(id, version, code, what, explanation, BreachState.CLOSED, taken, recordedAt, recordedBy);
    }
}
