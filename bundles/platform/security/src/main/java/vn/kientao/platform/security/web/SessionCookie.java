package vn.kientao.platform.security.web;

import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.web.Request;

/** Reads the session token out of a request: the one thing of it that handlers do not get otherwise. */
final class SessionCookie {
    private static final String SECURE = "__Host-" + Sessions.COOKIE;

    private SessionCookie() {}

    /** The token that the browser sent; empty when it sent none. */
    static String token(Request request) {
        for (String pair : request.header("Cookie").orElse("").split(";")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (name.equals(Sessions.COOKIE) || name.equals(SECURE)) {
                return pair.substring(equals + 1).strip();
            }
        }
        return "";
    }
}
