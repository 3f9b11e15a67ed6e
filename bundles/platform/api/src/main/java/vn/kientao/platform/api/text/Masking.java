package vn.kientao.platform.api.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Personal data (dữ liệu cá nhân) as somebody may see it who has no need of it: enough to tell two people apart, too little
 * to know them (Luật 91/2025/QH15: data is used within its purpose only). Empty text stays empty, and the number of stars
 * does not tell the length.
 */
public final class Masking {
    private static final String STARS = "***";
    private static final int INNER_STARS = 2;
    private static final int SHOWN_SIGNS = 3;
    private static final int SHOWN_PARTS = 2;

    private Masking() {}

    /** The first letter of each word: {@code Nguyễn Thị An} is {@code N*** T** A}. */
    public static String name(String name) {
        String[] words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        return IntStream.range(0, words.length)
                .mapToObj(place -> initial(words[place]) + stars(place, words.length))
                .collect(Collectors.joining(" "));
    }

    /** The last three signs of an identity number, tax code or telephone number: {@code ***123}. */
    public static String number(String number) {
        String bare = number.strip();
        return bare.length() <= SHOWN_SIGNS ? hidden(bare) : STARS + bare.substring(bare.length() - SHOWN_SIGNS);
    }

    /** The last two parts of an address, the commune and the province: {@code ***, phường An Xuyên, tỉnh Cà Mau}. */
    public static String address(String address) {
        String[] parts = address.strip().split("\\s*,\\s*");
        if (parts.length <= SHOWN_PARTS) {
            return hidden(address.strip());
        }
        return STARS + ", " + String.join(", ", Arrays.copyOfRange(parts, parts.length - SHOWN_PARTS, parts.length));
    }

    /** The first letter and the host: {@code a***@gmail.com}. */
    public static String email(String email) {
        String bare = email.strip();
        int at = bare.lastIndexOf('@');
        return at < 1 ? hidden(bare) : bare.substring(0, bare.offsetByCodePoints(0, 1)) + STARS + bare.substring(at);
    }

    private static String hidden(String value) {
        return value.isEmpty() ? "" : STARS;
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static String stars(int place, int words) {
        if (place == 0) {
            return STARS;
        }
        return place == words - 1 ? "" : "*".repeat(INNER_STARS);
    }
}
