package vn.kientao.platform.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The reverse proxies whose word counts. Only a request that comes straight from one of them may say, by
 * {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}, how the browser reached it.
 */
public final class Proxies {
    private final List<AddressRange> trusted;

    /** @param trusted addresses or ranges such as {@code 10.1.0.0/16} */
    public Proxies(List<String> trusted) {
        this.trusted = trusted.stream()
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }

    public Origin origin(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        String host = Optional.ofNullable(request.getHeader("Host")).orElse(request.getServerName());
        if (!trusts(remote)) {
            return new Origin(request.isSecure(), host, remote);
        }
        boolean secure = forwarded(request, "X-Forwarded-Proto")
                .map("https"::equalsIgnoreCase)
                .orElse(request.isSecure());
        String authority = forwarded(request, "X-Forwarded-Host").orElse(host);
        return new Origin(secure, authority, browser(request, remote));
    }

    private static Optional<String> forwarded(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header))
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .filter(value -> !value.isEmpty());
    }

    /** The nearest address that is not a proxy of ours; what stands before it anybody may have written. */
    private String browser(HttpServletRequest request, String remote) {
        String[] hops = Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .orElse("")
                .split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!hop.isEmpty() && !trusts(hop)) {
                return hop;
            }
        }
        return remote;
    }

    private boolean trusts(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}
