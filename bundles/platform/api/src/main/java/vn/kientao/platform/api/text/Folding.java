package vn.kientao.platform.api.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes Vietnamese words comparable: one normal form at the door, one folded form for search without diacritics. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Folding() {}

    /** Unicode NFC, the form in which every text is kept. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** NFC, lower case, single spaces: for matches that respect accents. */
    public static String plain(String text) {
        return SPACES.matcher(nfc(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Without diacritics, đ as d, lower case, single spaces: {@code "Đất  ĐAI"} becomes {@code "dat dai"}. */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(plain(text), Normalizer.Form.NFD))
                .replaceAll("");
        return bare.replace('đ', 'd');
    }
}
