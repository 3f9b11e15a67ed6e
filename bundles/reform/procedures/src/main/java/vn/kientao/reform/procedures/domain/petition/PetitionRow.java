package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/** A petition in a list. */
public record PetitionRow(
        long id,
        long listKey,
        String kind,
        String sender,
        String title,
        LocalDateTime receivedAt,
        LocalDateTime due,
        PetitionState state,
        String assignedTo,
        Optional<LocalDateTime> endedAt,
        boolean published) {
    public PetitionRow {
        requireNonNull(kind, "kind");
        requireNonNull(sender, "sender");
        requireNonNull(title, "title");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(due, "due");
        requireNonNull(state, "state");
        requireNonNull(assignedTo, "assignedTo");
        requireNonNull(endedAt, "endedAt");
    }

    public String number() {
        return Petition.number(receivedAt, id);
    }
}
