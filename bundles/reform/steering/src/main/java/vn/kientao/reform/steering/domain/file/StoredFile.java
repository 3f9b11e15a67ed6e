package vn.kientao.reform.steering.domain.file;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A file that a record carries.
 *
 * @param name as it was sent
 * @param size in bytes
 * @param sha256 of its content, in hex digits
 * @param agency code of the agency that added it
 * @param account who added it
 */
public record StoredFile(
        long id, String name, long size, String sha256, LocalDateTime at, String agency, String account) {
    public StoredFile {
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
        requireNonNull(at, "at");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
    }
}
