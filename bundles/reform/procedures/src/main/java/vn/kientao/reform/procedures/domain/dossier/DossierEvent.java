package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * Something that happened to a dossier.
 *
 * @param version the dossier's version after it
 * @param account whose account did it
 * @param who that person's name then
 * @param place where the dossier went; may be empty
 * @param note why, in the words of who did it; may be empty
 * @param document number of the document, or the provision, that the step rests on; may be empty
 */
public record DossierEvent(
        long version,
        LocalDateTime at,
        DossierAction action,
        DossierStatus status,
        String account,
        String who,
        String place,
        String note,
        String document) {

    public DossierEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(status, "status");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        requireNonNull(place, "place");
        requireNonNull(note, "note");
        requireNonNull(document, "document");
    }

    /** Something that rests on no document. */
    public DossierEvent(
            long version,
            LocalDateTime at,
            DossierAction action,
            DossierStatus status,
            String account,
            String who,
            String place,
            String note) {
        this(version, at, action, status, account, who, place, note, "");
    }
}
