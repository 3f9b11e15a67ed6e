package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One step of a publication.
 *
 * @param version of the publication after it
 * @param who the name of the person as it was then
 * @param note why, in that person's words; may be empty
 */
public record PublicationEvent(
        long version,
        Instant at,
        PublicationAction action,
        PublicationState state,
        String account,
        String who,
        String note) {

    public PublicationEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(state, "state");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        requireNonNull(note, "note");
    }
}
