package vn.kientao.reform.procedures.domain.citizen;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import vn.kientao.reform.procedures.domain.attachment.FileKind;

/**
 * A scan that somebody attached at home to a form filled in there, opened with the code of the form.
 *
 * @param field the line of the checklist, such as {@code p1}
 * @param paper name of the paper as the form showed it
 * @param name the file's name as it came
 * @param size in bytes
 */
public record PrefillFile(
        long id, String field, String paper, String name, FileKind kind, long size, LocalDateTime at) {
    public PrefillFile {
        requireNonNull(field, "field");
        requireNonNull(paper, "paper");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
    }

    /** Without the names, which may be a person's. */
    @Override
    public String toString() {
        return "PrefillFile " + id;
    }
}
