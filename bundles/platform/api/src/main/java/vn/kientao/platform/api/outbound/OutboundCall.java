package vn.kientao.platform.api.outbound;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request to another machine.
 *
 * @param method {@code GET}, {@code HEAD}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param address with scheme {@code https} or {@code http} and a host; without user and fragment
 * @param headers beside {@code Host}, {@code Connection} and the length, which are the client's own
 * @param body what is sent, in UTF-8; may be empty
 * @param patience how long the whole exchange may take, from the name of the host to the last byte
 * @param mostBytes how long the body of the answer may be
 */
public record OutboundCall(
        String method, URI address, Map<String, String> headers, String body, Duration patience, long mostBytes) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding", "te", "upgrade");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1024 * 1024;

    public OutboundCall {
        requireNonNull(address, "address");
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("address " + address + " (expected: http(s)://host[:port]/path)");
        }
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method " + method + " (expected: one of " + METHODS + ")");
        }
        headers.forEach(OutboundCall::check);
        headers = Map.copyOf(headers);
        requireNonNull(body, "body");
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience " + patience + " (expected: some)");
        }
        if (mostBytes < 0) {
            throw new IllegalArgumentException("mostBytes " + mostBytes + " (expected: >= 0)");
        }
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "header '" + name + "' (expected: letters, digits, hyphens; none of " + OWN + ")");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("value of header " + name + " (expected: ASCII without line ends)");
        }
    }

    /** Asks for something, 10 s and 1 MB at most. */
    public static OutboundCall get(URI address) {
        return new OutboundCall("GET", address, Map.of(), "", PATIENCE, MOST_BYTES);
    }

    /** Sends something, 10 s and 1 MB of answer at most. */
    public static OutboundCall post(URI address, String contentType, String body) {
        return new OutboundCall("POST", address, Map.of("Content-Type", contentType), body, PATIENCE, MOST_BYTES);
    }

    public OutboundCall header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OutboundCall(method, address, more, body, patience, mostBytes);
    }

    /** The same, with other limits. */
    public OutboundCall within(Duration time, long bytes) {
        return new OutboundCall(method, address, headers, body, time, bytes);
    }

    /** Without headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
