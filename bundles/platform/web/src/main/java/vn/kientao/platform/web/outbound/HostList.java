package vn.kientao.platform.web.outbound;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hosts by name: {@code host}, {@code host:port}, or {@code *.domain} for everything below a domain. */
final class HostList {
    private static final Pattern ENTRY = Pattern.compile("([*][.])?([a-z0-9._-]+|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?");

    private final List<String> entries;

    /** @throws IllegalArgumentException naming the entry that is none */
    HostList(String... lines) {
        entries = Stream.of(lines)
                .flatMap(line -> Stream.of(line.split("[,\\s]+")))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .toList();
        entries.stream()
                .filter(entry -> !ENTRY.matcher(entry).matches())
                .findFirst()
                .ifPresent(entry -> {
                    throw new IllegalArgumentException(
                            "host '" + entry + "' in vn.kientao.outbound.cfg (expected: host, host:port or *.domain)");
                });
    }

    boolean has(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return entries.stream().anyMatch(entry -> fits(entry, name, port));
    }

    private static boolean fits(String entry, String name, int port) {
        int colon = entry.endsWith("]") ? -1 : entry.lastIndexOf(':');
        String host = colon < 0 ? entry : entry.substring(0, colon);
        if (colon >= 0 && Integer.parseInt(entry.substring(colon + 1)) != port) {
            return false;
        }
        return host.startsWith("*.")
                ? name.endsWith(host.substring(1)) && name.length() >= host.length()
                : name.equals(host);
    }
}
