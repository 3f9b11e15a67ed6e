package vn.kientao.reform.procedures.domain.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The rating of a dossier; there is one at most.
 *
 * @param agency code of the agency that received the dossier
 * @param newestKey its place in the list of the agency, newest first
 * @param hidden whether the remark is hidden from everybody but moderators; the levels count all the same
 * @param version counts the changes, from 1
 */
public record Rating(
        long id,
        String agency,
        String dossier,
        String procedure,
        LocalDateTime at,
        long newestKey,
        Answers answers,
        boolean hidden,
        List<Moderation> moderations,
        long version) {
    public Rating {
        requireNonNull(agency, "agency");
        requireNonNull(dossier, "dossier");
        requireNonNull(procedure, "procedure");
        requireNonNull(at, "at");
        requireNonNull(answers, "answers");
        moderations = List.copyOf(moderations);
    }

    /** Somebody hid or showed the remark. */
    public record Moderation(LocalDateTime at, String account, String who, boolean hidden, String reason) {
        public Moderation {
            requireNonNull(at, "at");
            requireNonNull(account, "account");
            requireNonNull(who, "who");
            requireNonNull(reason, "reason");
        }
    }
}
