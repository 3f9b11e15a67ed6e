package vn.kientao.platform.documents.sheets;

/** Reads the small numbers of a workbook, millions of them. */
final class Digits {
    static final int NONE = -1;
    private static final int MOST = 9;

    private Digits() {}

    /** A number of at most nine digits; {@link #NONE} for anything else. */
    static int of(String text) {
        if (text.isEmpty() || text.length() > MOST) {
            return NONE;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
