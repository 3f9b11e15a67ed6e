package vn.kientao.platform.security.web;

import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.web.Request;

/** Reads the session token out of a request: the one thing of it that handlers do not get otherwise. */
final class SessionCookie {

    private SessionCookie() {}

    /** The token that the browser sent; empty when it sent none. */
    static String token(Request request) {
        return SentCookies.read(request, Sessions.COOKIE);
    }
}
