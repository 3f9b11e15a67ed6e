package vn.kientao.reform.procedures.domain.publication;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.Fee;

/**
 * Fees as people write them, one a line: {@code Miễn phí}, {@code 200.000 đồng}, {@code 100 USD}, each perhaps with a note
 * in brackets. A line with a note is not certain: the note may say that somebody else decides. Any other words are kept
 * as words.
 */
public final class FeeLines {
    private static final String FREE = "Miễn phí";
    private static final String DOUBT = "chưa chắc chắn";
    private static final Pattern LINE = Pattern.compile(
            "(?<free>Miễn phí)?(?:(?<amount>\\d{1,3}(?:[.,\\s]\\d{3})+|\\d{1,12})\\s*(?<currency>đồng|VNĐ|VND|₫|đ|[A-Z]{3}))?"
                    + "\\s*(?:\\((?<note>.*)\\))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private FeeLines() {}

    static String write(Fee fee) {
        String note =
                fee.note().isBlank() && !fee.certain() ? DOUBT : fee.note().replaceAll("\\s+", " ");
        String bracket = note.isBlank() ? "" : " (" + note + ")";
        return switch (fee.kind()) {
            case FREE -> FREE + bracket;
            case AMOUNT -> amount(fee) + bracket;
            case UNSTATED -> (fee.text().isBlank() ? fee.note() : fee.text()).replaceAll("\\s+", " ");
        };
    }

    /** The fees of {@code lines}; one that says nothing when there is none. */
    public static List<Fee> read(String lines) {
        List<Fee> fees = Arrays.stream(lines.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(FeeLines::line)
                .toList();
        return fees.isEmpty() ? List.of(Fee.unstated("", "")) : fees;
    }

    private static Fee line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || (parts.group("free") == null) == (parts.group("amount") == null)) {
            return Fee.unstated("", line);
        }
        String written = parts.group("note") == null ? "" : parts.group("note").strip();
        String note = written.equals(DOUBT) ? "" : written;
        boolean certain = written.isEmpty();
        if (parts.group("free") != null) {
            return Fee.free(certain, note, line);
        }
        BigDecimal amount = new BigDecimal(parts.group("amount").replaceAll("[.,\\s]", ""));
        return Fee.amount(amount, currency(parts.group("currency")), certain, note, line);
    }

    private static String currency(String word) {
        boolean dong = List.of("đồng", "vnđ", "vnd", "₫", "đ").contains(word.toLowerCase(Locale.ROOT));
        return dong ? "VND" : word.toUpperCase(Locale.ROOT);
    }

    private static String amount(Fee fee) {
        BigDecimal amount = fee.amount() == null ? BigDecimal.ZERO : fee.amount();
        String number = amount.stripTrailingZeros().scale() <= 0
                ? NumberFormat.getIntegerInstance(TextBundle.VIETNAMESE).format(amount)
                : amount.toPlainString();
        return number + " " + (fee.currency().equals("VND") ? "đồng" : fee.currency());
    }
}
