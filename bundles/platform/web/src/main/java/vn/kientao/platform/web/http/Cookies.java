package vn.kientao.platform.web.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kientao.platform.api.web.Reply.Cookie;

/**
 * The cookies of one request, and the one place that sets any. Over TLS their names begin with {@code __Host-}, which
 * binds them to this host and path; a cookie without the prefix is then not believed.
 */
public final class Cookies {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~+/=-]*");
    private static final String PREFIX = "__Host-";

    private final String prefix;
    private final Map<String, String> values;

    private Cookies(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        this.values = values;
    }

    public static Cookies of(Exchange exchange) {
        String prefix = exchange.origin().secure() ? PREFIX : "";
        Map<String, String> values = new HashMap<>();
        for (String pair : exchange.header("Cookie").orElse("").split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return new Cookies(prefix, values);
    }

    public Optional<String> read(String name) {
        return Optional.ofNullable(values.get(prefix + name)).filter(value -> !value.isEmpty());
    }

    /** Sets the cookie; an empty value deletes it. */
    public void write(Exchange exchange, Cookie cookie) {
        if (!VALUE.matcher(cookie.value()).matches()) {
            throw new IllegalArgumentException(
                    "value of cookie " + cookie.name() + " (expected: letters, digits and ._~+/=-)");
        }
        long age = cookie.value().isEmpty() ? 0 : cookie.maxAgeSeconds();
        exchange.addHeader(
                "Set-Cookie",
                prefix + cookie.name() + "=" + cookie.value() + "; Path=/; Max-Age=" + age + "; HttpOnly; SameSite=Lax"
                        + (prefix.isEmpty() ? "" : "; Secure"));
    }
}
