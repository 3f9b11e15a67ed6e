package vn.kientao.platform.security.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where to go after signing in. Only a path of this site is followed, never another site's address. */
final class NextPage {
    /** A slash, then neither a slash nor a backslash, and no sign that a browser would drop or turn around. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}\\s][^\\\\\\p{Cntrl}\\s]*)?");

    private static final String START = "/";

    private NextPage() {}

    /** As the value of a query parameter. */
    static String encoded(String next) {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    static String of(Optional<String> asked) {
        return asked.filter(path -> LOCAL.matcher(path).matches())
                .filter(path -> !path.startsWith("/sign-"))
                .orElse(START);
    }
}
