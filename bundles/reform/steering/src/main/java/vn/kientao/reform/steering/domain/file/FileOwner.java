package vn.kientao.reform.steering.domain.file;

import static java.util.Objects.requireNonNull;

/**
 * The record that carries files.
 *
 * @param kind {@code task}, {@code obstacle}, {@code pilot}, {@code report}, {@code visit}, {@code actual}
 * @param id of it
 * @param code of it, for the audit trail
 */
public record FileOwner(String kind, long id, String code) {
    public FileOwner {
        requireNonNull(kind, "kind");
        requireNonNull(code, "code");
    }
}
