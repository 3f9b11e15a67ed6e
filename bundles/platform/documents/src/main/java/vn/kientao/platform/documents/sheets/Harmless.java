package vn.kientao.platform.documents.sheets;

/** Texts that a spreadsheet would take for a formula (CSV injection). */
final class Harmless {
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private Harmless() {}

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** With an apostrophe in front where that is needed. */
    static String quoted(String text) {
        return looksLikeFormula(text) ? "'" + text : text;
    }

    /** Without the apostrophe that {@link #quoted} put there. */
    static String plain(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && looksLikeFormula(text.substring(1))
                ? text.substring(1)
                : text;
    }
}
