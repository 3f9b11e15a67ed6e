package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * Something that was done to a petition.
 *
 * @param account who; empty for the sender
 * @param note what was asked, told, or given as a reason
 */
public record PetitionEvent(
        long version,
        LocalDateTime at,
        PetitionAction action,
        PetitionState state,
        String account,
        String who,
        String note) {
    public PetitionEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(state, "state");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        requireNonNull(note, "note");
    }
}
