package vn.kientao.reform.procedures.domain.reading;

import java.text.Normalizer;

/** Makes published texts fit to keep: Unicode NFC, no control characters, entities resolved, nothing else changed. */
public final class Cleaning {

    /** What the portal prints where a field is empty. */
    private static final String NOTHING = "Không có thông tin";

    private Cleaning() {}

    /**
     * Cleans a text of any length. Line ends become {@code \n}, every other space becomes a plain one or stays a tab;
     * invisible characters and the marks of a byte order go.
     */
    public static String text(String raw) {
        String resolved = Entities.resolve(raw);
        String visible = isClean(resolved) ? resolved : scrub(resolved);
        String composed = Normalizer.isNormalized(visible, Normalizer.Form.NFC)
                ? visible
                : Normalizer.normalize(visible, Normalizer.Form.NFC);
        return composed.strip();
    }

    /** Makes one line of a cleaned text: every run of spaces and line ends becomes one space. */
    static String line(String cleaned) {
        if (isLine(cleaned)) {
            return cleaned;
        }
        StringBuilder line = new StringBuilder(cleaned.length());
        boolean space = false;
        for (int i = 0; i < cleaned.length(); i++) {
            char c = cleaned.charAt(i);
            if (Character.isWhitespace(c)) {
                space = !line.isEmpty();
                continue;
            }
            if (space) {
                line.append(' ');
                space = false;
            }
            line.append(c);
        }
        return line.toString();
    }

    private static boolean isLine(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) && (space || c != ' ')) {
                return false;
            }
            space = c == ' ';
        }
        return !space || text.isEmpty();
    }

    /** Answers empty where the portal prints that there is nothing. */
    static String present(String cleaned) {
        return isNothing(cleaned) ? "" : cleaned;
    }

    /** Tells whether a cleaned text says nothing: blank, dashes, or the words the portal prints for that. */
    public static boolean isNothing(String cleaned) {
        String text = cleaned.strip();
        return text.isEmpty()
                || text.equalsIgnoreCase(NOTHING)
                || text.equalsIgnoreCase(NOTHING + ".")
                || text.chars().allMatch(c -> c == '-');
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fate(text.charAt(i)) != Fate.KEEP) {
                return false;
            }
        }
        return true;
    }

    private static String scrub(String text) {
        StringBuilder scrubbed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (fate(c)) {
                case KEEP -> scrubbed.append(c);
                case SPACE -> scrubbed.append(' ');
                case BREAK -> {
                    boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                    if (!pair) {
                        scrubbed.append('\n');
                    }
                }
                case DROP -> {
                    // Says nothing that a reader could see.
                }
            }
        }
        return scrubbed.toString();
    }

    private enum Fate {
        KEEP,
        SPACE,
        BREAK,
        DROP
    }

    private static Fate fate(char c) {
        if (c == '\n' || c == '\t') {
            return Fate.KEEP;
        }
        if (c >= ' ' && c < 0x7f) {
            return Fate.KEEP;
        }
        if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return Fate.BREAK;
        }
        if (c < ' ' || c <= 0x9f) {
            return Fate.DROP;
        }
        if (c < 0x2000) {
            return c == 0xa0 || c == 0x1680 ? Fate.SPACE : c == 0xad ? Fate.DROP : Fate.KEEP;
        }
        if (c <= 0x200a || c == 0x202f || c == 0x205f || c == 0x3000) {
            return Fate.SPACE;
        }
        boolean invisible = c <= 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
        return invisible || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || c >= 0xfffe ? Fate.DROP : Fate.KEEP;
    }
}
