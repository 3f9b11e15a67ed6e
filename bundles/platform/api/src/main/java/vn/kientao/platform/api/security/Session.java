package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A signed-in session (phiên làm việc), kept in the database.
 *
 * @param id the hash under which it is stored; safe to log
 * @param csrfToken to be sent with every unsafe request
 * @param language the reader's choice, {@code vi} or {@code en}; empty when none was made
 * @param duty the path of the page that has to be dealt with before any other, such as a one-time password to be changed
 */
public record Session(String id, Actor actor, String csrfToken, Optional<String> language, Optional<String> duty) {

    public Session(String id, Actor actor, String csrfToken, Optional<String> language) {
        this(id, actor, csrfToken, language, Optional.empty());
    }

    public Session {
        requireNonNull(id, "id");
        requireNonNull(actor, "actor");
        requireNonNull(csrfToken, "csrfToken");
        requireNonNull(language, "language");
        requireNonNull(duty, "duty");
    }

    /** Without the CSRF token and without the person. */
    @Override
    public String toString() {
        return "Session " + id;
    }
}
