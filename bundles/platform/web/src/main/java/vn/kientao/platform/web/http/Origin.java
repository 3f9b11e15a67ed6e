package vn.kientao.platform.web.http;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * How the browser reached us.
 *
 * @param secure whether it came over TLS
 * @param authority host and, unless it is the scheme's own, port
 * @param remoteAddress the address of the browser
 */
public record Origin(boolean secure, String authority, String remoteAddress) {

    public Origin {
        requireNonNull(authority, "authority");
        requireNonNull(remoteAddress, "remoteAddress");
    }

    /** {@code https://host:port}. */
    public String address() {
        return (secure ? "https://" : "http://") + authority;
    }

    /** Whether the value of an {@code Origin} header names this very site. */
    public boolean isSame(String other) {
        return withoutDefaultPort(address()).equals(withoutDefaultPort(other));
    }

    private static String withoutDefaultPort(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        String port = lower.startsWith("https:") ? ":443" : ":80";
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }
}
