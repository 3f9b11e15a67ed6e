package vn.kientao.platform.api.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes Vietnamese words comparable: one normal form at the door, one folded form for search without diacritics. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final int TONES = 5;
    private static final String TONED = "àáảãạèéẻẽẹỳýỷỹỵ";
    private static final String UNTONED = "aaaaaeeeeeyyyyy";
    /** An open syllable in oa, oe, uy with the tone on its second vowel, as the newer spelling has it. */
    private static final Pattern TONE_BEHIND =
            Pattern.compile("(o(?=[àáảãạèéẻẽẹ])|u(?=[ỳýỷỹỵ]))([" + TONED + "])(?!\\p{L})");

    private Folding() {}

    /** Unicode NFC, the form in which every text is kept. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * NFC, lower case, single spaces, one spelling for both ways of placing a tone ({@code thủy} for {@code thủy} and
     * {@code thuỷ}): for matches that respect accents.
     */
    public static String plain(String text) {
        String small = SPACES.matcher(nfc(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return TONE_BEHIND.matcher(small).replaceAll(Folding::toneBefore);
    }

    private static String toneBefore(MatchResult pair) {
        int tone = TONED.indexOf(pair.group(2));
        String first = pair.group(1).equals("o") ? "òóỏõọ" : "ùúủũụ";
        return first.charAt(tone % TONES) + UNTONED.substring(tone, tone + 1);
    }

    /** Without diacritics, đ as d, lower case, single spaces: {@code "Đất  ĐAI"} becomes {@code "dat dai"}. */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(plain(text), Normalizer.Form.NFD))
                .replaceAll("");
        return bare.replace('đ', 'd');
    }
}
