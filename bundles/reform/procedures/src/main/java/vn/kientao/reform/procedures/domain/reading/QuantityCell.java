package vn.kientao.reform.procedures.domain.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.Quantity;

/**
 * The cell that ends a row of papers: "1 bản chính", "0 bản chính,2 bản sao", "1 bản sao".
 *
 * <p>The same words occur inside names ("gồm 01 bản chính và …"): there they stand in brackets, have a leading nought, or
 * go on in small letters. A name that ends in digits runs into the number ("Nghị định 1161 bản chính"); only a year
 * behind a date tells the two apart, any other such quantity is unstated.
 *
 * @param start where the cell begins; the name before it ends here
 * @param glued digits that stand between the name and the cell and belong to one of them, nobody knows which
 * @param text the cell as published
 */
record QuantityCell(int start, int end, Quantity quantity, String glued, String text) {

    private static final String WORD = " bản ";
    private static final int MOST_DIGITS = 12;
    private static final Pattern CELL =
            Pattern.compile("(\\d{1,12}) bản chính(?:,\\s?(\\d{1,3}) bản sao)?|(\\d{1,12}) bản sao");
    private static final Pattern BEHIND_DATE = Pattern.compile("(?:\\d{1,2}/|năm )$");
    private static final Pattern YEAR_AND_NUMBER = Pattern.compile("((?:19|20)\\d{2})([1-9]\\d?|0)");
    private static final int LONGEST_CONTEXT = 4;

    /** The first cell at or behind {@code from}. */
    static Optional<QuantityCell> next(String body, int from) {
        Matcher cell = CELL.matcher(body);
        for (int at = body.indexOf(WORD, from); at >= 0; at = body.indexOf(WORD, at + 1)) {
            int start = at;
            while (start > from && at - start < MOST_DIGITS && isDigit(body.charAt(start - 1))) {
                start--;
            }
            if (start < at && cell.region(start, body.length()).lookingAt() && !withinName(body, cell)) {
                return Optional.of(read(body, cell));
            }
        }
        return Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean withinName(String body, Matcher cell) {
        String digits = digits(cell);
        boolean leadingNought = digits.length() == 2 && digits.charAt(0) == '0';
        boolean bracketed = cell.start() > 0 && body.charAt(cell.start() - 1) == '(';
        return leadingNought || bracketed || goesOn(body, cell.end());
    }

    private static boolean goesOn(String body, int end) {
        if (end == body.length()) {
            return false;
        }
        char next = body.charAt(end);
        if (next != ' ') {
            return ").;:,/".indexOf(next) >= 0;
        }
        char letter = end + 1 < body.length() ? body.charAt(end + 1) : 'A';
        return Character.isLowerCase(letter) || letter == '(' || Character.isDigit(letter) || letter == '/';
    }

    private static QuantityCell read(String body, Matcher cell) {
        String digits = digits(cell);
        if (digits.length() == 1) {
            return new QuantityCell(cell.start(), cell.end(), quantity(cell, digits), "", cell.group());
        }
        String before = body.substring(Math.max(0, cell.start() - LONGEST_CONTEXT), cell.start());
        Matcher dated = YEAR_AND_NUMBER.matcher(digits);
        if (BEHIND_DATE.matcher(before).find() && dated.matches()) {
            int start = cell.start() + dated.end(1);
            return new QuantityCell(start, cell.end(), quantity(cell, dated.group(2)), "", cell.group());
        }
        return new QuantityCell(cell.start(), cell.end(), Quantity.UNSTATED, digits, cell.group());
    }

    private static Quantity quantity(Matcher cell, String digits) {
        int number = Integer.parseInt(digits);
        if (cell.group(1) == null) {
            return Quantity.of(0, number);
        }
        return Quantity.of(number, cell.group(2) == null ? 0 : Integer.parseInt(cell.group(2)));
    }

    private static String digits(Matcher cell) {
        return cell.group(1) == null ? cell.group(3) : cell.group(1);
    }
}
