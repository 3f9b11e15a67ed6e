package vn.kientao.platform.kernel.rollout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the filters that a framework makes of import headers. */
final class FilterWords {
    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private FilterWords() {}

    /** The value of {@code (attribute=value)}; empty when the filter has none. */
    static Optional<String> value(String filter, String attribute) {
        Matcher match = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^)]+)\\)")
                .matcher(filter);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** The versions it asks for, such as {@code [1.0.0,2.0.0)}, {@code ≥ 1.0.0}; empty for any. */
    static String range(String filter) {
        Matcher below = BELOW.matcher(filter);
        Optional<String> ceiling = below.find() ? Optional.of(below.group(1)) : Optional.empty();
        Matcher atLeast = AT_LEAST.matcher(BELOW.matcher(filter).replaceAll(""));
        Optional<String> floor = atLeast.find() ? Optional.of(atLeast.group(1)) : Optional.empty();
        if (floor.isPresent() && ceiling.isPresent()) {
            return "[" + floor.get() + "," + ceiling.get() + ")";
        }
        return floor.map(version -> "≥ " + version).orElse("");
    }
}
