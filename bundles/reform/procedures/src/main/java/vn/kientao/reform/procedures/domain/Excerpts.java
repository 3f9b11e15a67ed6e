package vn.kientao.reform.procedures.domain;

/** Shortens long texts for messages. */
public final class Excerpts {

    private static final String ELLIPSIS = "…";

    private Excerpts() {}

    /** The text itself, or its beginning and an ellipsis: at most {@code longest} characters, no pair torn apart. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - ELLIPSIS.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
