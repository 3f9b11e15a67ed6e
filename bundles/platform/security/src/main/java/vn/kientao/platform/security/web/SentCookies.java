package vn.kientao.platform.security.web;

import vn.kientao.platform.api.web.Request;

/** Reads a cookie out of a request, with or without the prefix that cookies have over TLS. */
final class SentCookies {
    private static final String PREFIX = "__Host-";

    private SentCookies() {}

    /** Its value; empty when the browser sent none. */
    static String read(Request request, String name) {
        for (String pair : request.header("Cookie").orElse("").split(";")) {
            int equals = pair.indexOf('=');
            String sent = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (sent.equals(name) || sent.equals(PREFIX + name)) {
                return pair.substring(equals + 1).strip();
            }
        }
        return "";
    }
}
