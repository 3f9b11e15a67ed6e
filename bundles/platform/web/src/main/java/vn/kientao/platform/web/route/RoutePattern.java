package vn.kientao.platform.web.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of a route, such as {@code /dossiers/{code}}.
 *
 * @param text as it was declared
 * @param segments between the slashes; none for {@code /}
 * @param names the names in braces, in order
 */
record RoutePattern(String text, List<Segment> segments, List<String> names) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

    /** One segment: a word that must stand there, or a value. */
    record Segment(String word, boolean value) {}

    /** Reads the path; empty when it is malformed. */
    static Optional<RoutePattern> parse(String text) {
        if (text.equals("/")) {
            return Optional.of(new RoutePattern(text, List.of(), List.of()));
        }
        if (!text.startsWith("/") || text.endsWith("/")) {
            return Optional.empty();
        }
        List<Segment> segments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String part : text.substring(1).split("/")) {
            var name = NAME.matcher(part);
            if (name.matches()) {
                segments.add(new Segment("", true));
                names.add(name.group(1));
            } else if (isWord(part)) {
                segments.add(new Segment(part, false));
            } else {
                return Optional.empty();
            }
        }
        Set<String> different = new HashSet<>(names);
        return different.size() == names.size()
                ? Optional.of(new RoutePattern(text, List.copyOf(segments), List.copyOf(names)))
                : Optional.empty();
    }

    private static boolean isWord(String part) {
        return WORD.matcher(part).matches() && !part.equals(".") && !part.equals("..");
    }

    /** Whether the first segment is {@code {agency}}, or the first one behind {@code /api/v1}. */
    boolean beginsWithAgency() {
        List<Segment> rest = text.startsWith("/api/v1/") ? segments.subList(2, segments.size()) : segments;
        return !rest.isEmpty() && rest.get(0).value() && names.get(0).equals("agency");
    }
}
