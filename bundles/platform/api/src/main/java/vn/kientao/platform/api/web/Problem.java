package vn.kientao.platform.api.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.platform.api.text.LocalText;

/**
 * What went wrong, in words for the user (RFC 9457): shown as a page to people and as {@code application/problem+json} to
 * programs.
 *
 * @param status the HTTP status
 * @param code a stable word for programs, such as {@code not-found}
 * @param title what happened
 * @param detail what to do; may be the empty text
 * @param fields the fields that must change
 */
public record Problem(int status, String code, LocalText title, LocalText detail, List<FieldError> fields) {

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status " + status + " (expected: 400 to 599)");
        }
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(detail, "detail");
        fields = List.copyOf(fields);
    }

    public Problem(int status, String code, LocalText title, LocalText detail) {
        this(status, code, title, detail, List.of());
    }

    /** One field and what is expected of it. */
    public record FieldError(String field, LocalText message) {}
}
