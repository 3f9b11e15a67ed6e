package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds the session behind a cookie. */
@ProviderType
public interface Sessions {

    /** The name of the cookie that carries the token, as sign-in sets it by {@code Reply.Cookie}. */
    String COOKIE = "kt-session";

    /** The session of a token as the browser sent it; empty when unknown, ended or expired. Extends its idle time. */
    Optional<Session> find(String token);

    /** As {@link #find}, for somebody who only watches: the idle time goes on. */
    default Optional<Session> look(String token) {
        return find(token);
    }

    /**
     * Another token for the session, once the rights of its account have changed; the old one has served when the answer
     * that brings the new one has left. What is under way with the old one comes to its end.
     */
    default Optional<Renewal> renewal(String token) {
        return Optional.empty();
    }

    /** Notes from where a session is used, as its owner sees it in the list of sessions. */
    default void used(Session session, String address, String device) {}

    /**
     * A token that takes the place of another.
     *
     * @param left how long the session lasts at most
     */
    record Renewal(String token, Duration left) {
        public Renewal {
            requireNonNull(token, "token");
            requireNonNull(left, "left");
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Renewal";
        }
    }

    /** The CSRF token of a visitor without a session, derived from the random value of the visitor's cookie. */
    String visitorCsrfToken(String visitor);
}
