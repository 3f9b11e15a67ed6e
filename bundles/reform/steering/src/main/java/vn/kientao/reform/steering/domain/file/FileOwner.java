package vn.kientao.reform.steering.domain.file;

import static java.util.Objects.requireNonNull;

/**
 * The record that carries files.
 *
 * @param kind {@code obstacle}, {@code pilot}, {@code actual} …
 * @param id of it
 * @param code of it, for the audit trail
 */
public record FileOwner(String kind, long id, String code) {
    public FileOwner {
        requireNonNull(kind, "kind");
        requireNonNull(code, "code");
    }
}
