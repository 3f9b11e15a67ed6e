package vn.kientao.reform.procedures.domain.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.GapKind;

/**
 * Reads the fee cell at the beginning of a text, line by line, and stops where the note begins. A line is "Miễn phí",
 * "Không có thông tin" or an amount with its currency; words in brackets right after the first and the last belong to it.
 */
final class FeeReader {

    static final String FREE = "Miễn phí";
    static final String NOTHING = "Không có thông tin";
    static final String AMOUNT = "\\d[\\d.,]{0,24}\\s?(?:VNĐ|VND|Việt Nam Đồng|Đồng|USD|EUR)";

    private static final Pattern LINE =
            Pattern.compile("(?:(?:Phí|Lệ phí)\\s?:\\s?)?(" + FREE + "|" + NOTHING + "|" + AMOUNT + ")");
    private static final Pattern ENGLISH_NUMBER = Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d{1,2})?");
    private static final Pattern DONG = Pattern.compile("VNĐ|VND|Đồng");
    private static final Pattern EMPTY_NOTE = Pattern.compile(
            "(?:không|không có|miễn phí|không thu phí)\\.?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SUM = Pattern.compile("(?<![\\d./])\\d{1,3}(?:[.,]\\d{3}){1,5}(?![\\d./])");
    private static final Pattern EXEMPTS =
            Pattern.compile("miễn|giảm|%", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern COUNCIL = Pattern.compile("Hội đồng nhân dân|HĐND", Pattern.CASE_INSENSITIVE);
    /** There is no smaller note in use; a smaller sum is one in thousands whose noughts were lost. */
    private static final BigDecimal SMALLEST_DONG = BigDecimal.valueOf(1_000);

    private final String text;
    private final String field;
    private final Notes notes;
    private final List<Fee> fees = new ArrayList<>();
    private int end;

    private FeeReader(String text, String field, Notes notes) {
        this.text = text;
        this.field = field;
        this.notes = notes;
    }

    /** What was read, and where the note begins. */
    record Reading(List<Fee> fees, int end) {}

    static Reading read(String text, String field, Notes notes) {
        FeeReader reader = new FeeReader(text, field, notes);
        reader.lines();
        if (reader.fees.isEmpty()) {
            reader.add(Fee.unstated("", ""), Optional.of(GapKind.FEE_MISSING));
        }
        return new Reading(reader.fees, reader.end);
    }

    /** A note that leaves the fee to the provincial council makes "free" doubtful. */
    static boolean leavesToCouncil(String note) {
        return COUNCIL.matcher(note).find();
    }

    private void lines() {
        Matcher line = LINE.matcher(text);
        while (line.region(end, text.length()).lookingAt()) {
            int start = end;
            end = line.end();
            String cell = line.group(1);
            if (cell.equals(NOTHING)) {
                add(Fee.unstated("", cell), Optional.of(GapKind.FEE_MISSING));
                return;
            }
            String note = bracketed();
            line(cell, note, text.substring(start, end));
        }
    }

    private void line(String cell, String note, String whole) {
        boolean closed = !Brackets.openAt(text, end);
        if (cell.equals(FREE)) {
            boolean plain = note.isEmpty() || EMPTY_NOTE.matcher(note).matches();
            add(
                    Fee.free(plain && closed, note, whole),
                    plain ? Optional.empty() : Optional.of(GapKind.FEE_FREE_DOUBTFUL));
            return;
        }
        String currency = currency(cell);
        amount(cell)
                .ifPresentOrElse(
                        amount -> {
                            Optional<GapKind> doubt = doubt(amount, currency, note);
                            add(Fee.amount(amount, currency, doubt.isEmpty() && closed, note, whole), doubt);
                        },
                        () -> add(Fee.unstated(note, whole), Optional.of(GapKind.FEE_AMOUNT_DOUBTFUL)));
    }

    private static Optional<GapKind> doubt(BigDecimal amount, String currency, String note) {
        if (currency.equals("VND") && amount.compareTo(SMALLEST_DONG) < 0) {
            return Optional.of(GapKind.FEE_AMOUNT_DOUBTFUL);
        }
        boolean otherAmount = SUM.matcher(note)
                .results()
                .map(sum -> new BigDecimal(sum.group().replaceAll("[.,]", "")))
                .anyMatch(sum -> sum.compareTo(amount) != 0);
        return otherAmount || EXEMPTS.matcher(note).find() || leavesToCouncil(note)
                ? Optional.of(GapKind.FEE_VARIES)
                : Optional.empty();
    }

    /** The words in the brackets that open here, nested ones included; moves on behind them. */
    private String bracketed() {
        if (!Brackets.openAt(text, end)) {
            return "";
        }
        int close = Brackets.end(text, end);
        if (close < 0) {
            notes.gap(GapKind.FEE_NOTE_UNCLEAR, path(fees.size()), text.substring(end));
            return "";
        }
        String inside = text.substring(end + 1, close - 1).strip();
        end = close;
        return inside;
    }

    private void add(Fee fee, Optional<GapKind> doubt) {
        doubt.ifPresent(kind -> notes.gap(kind, path(fees.size()), fee.text()));
        fees.add(fee);
    }

    private String path(int index) {
        return field + ".fees[" + index + "]";
    }

    private static Optional<BigDecimal> amount(String cell) {
        int digits = 0;
        while ("0123456789.,".indexOf(cell.charAt(digits)) >= 0) {
            digits++;
        }
        String number = cell.substring(0, digits);
        return ENGLISH_NUMBER.matcher(number).matches()
                ? Optional.of(new BigDecimal(number.replace(",", "")))
                : Optional.empty();
    }

    private static String currency(String cell) {
        if (DONG.matcher(cell).find()) {
            return "VND";
        }
        return cell.substring(cell.length() - "USD".length());
    }
}
