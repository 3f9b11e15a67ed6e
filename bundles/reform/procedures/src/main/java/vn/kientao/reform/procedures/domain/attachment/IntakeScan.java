package vn.kientao.reform.procedures.domain.attachment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A scan attached to a half-filled intake form.
 *
 * @param field the line of the checklist that it belongs to, such as {@code p1}
 * @param name the file's name as it came
 * @param size in bytes
 */
public record IntakeScan(
        long id, String field, String name, FileKind kind, long size, String sha256, LocalDateTime at) {
    public IntakeScan {
        requireNonNull(field, "field");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(sha256, "sha256");
        requireNonNull(at, "at");
    }
}
