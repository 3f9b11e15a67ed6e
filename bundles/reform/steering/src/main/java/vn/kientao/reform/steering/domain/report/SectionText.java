package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A text of a section as somebody saved it.
 *
 * @param version from 1
 * @param account who wrote it
 */
public record SectionText(long version, String body, LocalDateTime at, String account) {
    public SectionText {
        requireNonNull(body, "body");
        requireNonNull(at, "at");
        requireNonNull(account, "account");
    }
}
