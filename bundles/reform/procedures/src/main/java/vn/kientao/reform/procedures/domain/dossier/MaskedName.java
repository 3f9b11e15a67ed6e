package vn.kientao.reform.procedures.domain.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name as strangers may see it: the first letter of each word, stars for the middle, nothing of the last word but its
 * letter. {@code Nguyễn Thị An} is {@code N*** T** A}. The number of stars does not tell the length of the words.
 */
public final class MaskedName {
    private static final int FIRST_STARS = 3;
    private static final int INNER_STARS = 2;

    private MaskedName() {}

    public static String of(String name) {
        String[] words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        return IntStream.range(0, words.length)
                .mapToObj(place -> initial(words[place]) + "*".repeat(stars(place, words.length)))
                .collect(Collectors.joining(" "));
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static int stars(int place, int words) {
        if (place == 0) {
            return FIRST_STARS;
        }
        return place == words - 1 ? 0 : INNER_STARS;
    }
}
