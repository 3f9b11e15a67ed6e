package vn.kientao.platform.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds the session behind a cookie. */
@ProviderType
public interface Sessions {

    /** The name of the cookie that carries the token, as sign-in sets it by {@code Reply.Cookie}. */
    String COOKIE = "kt-session";

    /** The session of a token as the browser sent it; empty when unknown, ended or expired. Extends its idle time. */
    Optional<Session> find(String token);

    /** The CSRF token of a visitor without a session, derived from the random value of the visitor's cookie. */
    String visitorCsrfToken(String visitor);
}
