package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A file that shows what was done (tài liệu kiểm chứng).
 *
 * @param id 0 before it is kept
 * @param size in bytes
 * @param agency code of the agency that added it
 */
public record Evidence(
        long id,
        String name,
        EvidenceKind kind,
        long size,
        String sha256,
        LocalDateTime at,
        String agency,
        String account) {
    public Evidence {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(sha256, "sha256");
        requireNonNull(at, "at");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
    }
}
