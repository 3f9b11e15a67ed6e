package vn.kientao.reform.procedures.domain.attachment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A file of a paper of a dossier.
 *
 * @param paper place of the paper in the dossier's list, from 1
 * @param name the file's name as it came
 * @param size in bytes
 * @param who name of the person who added it
 */
public record Attachment(
        long id, int paper, String name, FileKind kind, long size, String sha256, LocalDateTime at, String who) {
    public Attachment {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(sha256, "sha256");
        requireNonNull(at, "at");
        requireNonNull(who, "who");
    }

    /** The same file under the id that it was given. */
    public Attachment withId(long given) {
        return new Attachment(given, paper, name, kind, size, sha256, at, who);
    }

    /** The same file as one of another paper. */
    public Attachment at(int otherPaper, LocalDateTime added, String by) {
        return new Attachment(0, otherPaper, name, kind, size, sha256, added, by);
    }

    /** What the audit trail says of it: no name, which may be a person's. */
    public String auditDetail() {
        return "{\"paper\":" + paper + ",\"kind\":\"" + kind + "\",\"sha256\":\"" + sha256 + "\"}";
    }
}
