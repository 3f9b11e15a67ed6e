package vn.kientao.platform.api.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param text as typed, 1 to 200 characters
 * @param after the {@link SearchFindings#next} of the page before; empty for the first page
 * @param most how many findings the page holds
 */
public record SearchWords(String text, Optional<String> after, int most) {
    private static final int LONGEST = 200;

    public SearchWords {
        requireNonNull(text, "text");
        requireNonNull(after, "after");
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("words of " + text.length() + " characters (expected: 1 to 200)");
        }
        if (most < 1) {
            throw new IllegalArgumentException("most " + most + " (expected: >= 1)");
        }
    }
}
