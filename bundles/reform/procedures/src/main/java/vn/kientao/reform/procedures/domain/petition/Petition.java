package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A petition (phản ánh, kiến nghị) as it stands.
 *
 * @param due the deadline that counts now: to forward while it is new, to answer afterwards, then to tell how far it is
 * @param answerDue when the answer is due by law
 * @param legalBasis the rules under which it was received
 * @param assignedTo who works on it, or the body it went to; empty before
 * @param answer the answer or its draft; empty before
 * @param rating what the sender thinks of the answer, 5 to 1
 * @param events from the first to the last
 * @param version counts the changes, from 1
 */
public record Petition(
        long id,
        NewPetition text,
        LocalDateTime receivedAt,
        PetitionState state,
        Optional<PetitionClass> classification,
        LocalDateTime due,
        LocalDateTime answerDue,
        int updateDays,
        String legalBasis,
        String assignedTo,
        String answer,
        Optional<LocalDateTime> endedAt,
        Optional<Published> published,
        Optional<Integer> rating,
        int reopened,
        List<PetitionEvent> events,
        long version) {
    public Petition {
        requireNonNull(text, "text");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(state, "state");
        requireNonNull(classification, "classification");
        requireNonNull(due, "due");
        requireNonNull(answerDue, "answerDue");
        requireNonNull(legalBasis, "legalBasis");
        requireNonNull(assignedTo, "assignedTo");
        requireNonNull(answer, "answer");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(published, "published");
        requireNonNull(rating, "rating");
        events = List.copyOf(events);
    }

    public String agency() {
        return text.agency();
    }

    /** Its number in the register (số trong sổ): {@code PA-2026-000012}. */
    public String number() {
        return number(receivedAt, id);
    }

    /** The number of the petition with that row, received then. */
    public static String number(LocalDateTime receivedAt, long id) {
        return String.format(Locale.ROOT, "PA-%d-%06d", receivedAt.getYear(), id);
    }

    /** Whether this may be done now. A sender opens a petition again once. */
    public boolean allows(PetitionAction action) {
        boolean spent = switch (action) {
            case REOPEN -> reopened > 0;
            case RATE -> rating.isPresent();
            case PUBLISH -> published.isPresent();
            case UNPUBLISH -> published.isEmpty();
            default -> false;
        };
        return !spent && action.allowedFrom(state);
    }

    public boolean late(LocalDateTime now) {
        return state.running() && state != PetitionState.SUPPLEMENT && due.isBefore(now);
    }

    /** What everybody may read: names taken out by whoever published it. */
    public record Published(LocalDateTime at, String title, String content, String answer) {
        public Published {
            requireNonNull(at, "at");
            requireNonNull(title, "title");
            requireNonNull(content, "content");
            requireNonNull(answer, "answer");
        }
    }
}
