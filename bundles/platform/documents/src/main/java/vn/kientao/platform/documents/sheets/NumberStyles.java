package vn.kientao.platform.documents.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import vn.kientao.platform.api.text.Formats;

/**
 * How the numbers of a workbook are shown. A date is a number of days there, told apart from other numbers only by the
 * format of its cell (ECMA-376, part 1, 18.8.30).
 */
final class NumberStyles {
    private static final int MOST_STYLES = 100_000;
    private static final int MOST_DIGITS = 40;
    private static final int MOST_SCALE = 300;
    /** Spreadsheets calculate with 15 digits; what stands behind is noise. */
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^]]*\\]|\\\\.|_.");
    private static final Pattern DATE_SIGNS = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final LocalDate EPOCH_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private enum Kind {
        NUMBER,
        DATE,
        PERCENT
    }

    private final List<Kind> kinds;
    private final LocalDate epoch;

    private NumberStyles(List<Kind> kinds, LocalDate epoch) {
        this.kinds = kinds;
        this.epoch = epoch;
    }

    static NumberStyles none(boolean since1904) {
        return new NumberStyles(List.of(), since1904 ? EPOCH_OF_1904 : Serials.EPOCH);
    }

    static NumberStyles of(Markup part, boolean since1904) throws XMLStreamException {
        Map<String, String> formats = new HashMap<>();
        List<Kind> kinds = new ArrayList<>();
        boolean inside = false;
        while (part.next() && kinds.size() + formats.size() < MOST_STYLES) {
            if (part.starts("numFmt")) {
                formats.put(
                        part.attribute("numFmtId").orElse(""),
                        part.attribute("formatCode").orElse(""));
            } else if (part.starts("cellXfs") || part.ends("cellXfs")) {
                inside = part.starts("cellXfs");
            } else if (inside && part.starts("xf")) {
                String format = part.attribute("numFmtId").orElse("0");
                kinds.add(Optional.ofNullable(formats.get(format))
                        .map(NumberStyles::kindOfCode)
                        .orElseGet(() -> kindOfNumber(format)));
            }
        }
        return new NumberStyles(kinds, since1904 ? EPOCH_OF_1904 : Serials.EPOCH);
    }

    private static Kind kindOfCode(String code) {
        String bare = LITERALS.matcher(code).replaceAll("");
        if (bare.equalsIgnoreCase("General")) {
            return Kind.NUMBER;
        }
        if (DATE_SIGNS.matcher(bare).find()) {
            return Kind.DATE;
        }
        return bare.indexOf('%') >= 0 ? Kind.PERCENT : Kind.NUMBER;
    }

    /** The formats that a workbook need not spell out. */
    private static Kind kindOfNumber(String format) {
        return switch (format) {
            case "9", "10" -> Kind.PERCENT;
            case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47" -> Kind.DATE;
            default -> Kind.NUMBER;
        };
    }

    /** A number as its reader sees it; what is no number stays as it is. */
    String shown(String raw, String style) {
        Optional<BigDecimal> number = number(raw);
        if (number.isEmpty()) {
            return raw;
        }
        return switch (kind(style)) {
            case NUMBER -> CsvWriter.decimal(number.get());
            case PERCENT -> CsvWriter.decimal(number.get().movePointRight(2)) + "%";
            case DATE -> date(number.get());
        };
    }

    private Kind kind(String style) {
        int index = Digits.of(style);
        return index != Digits.NONE && index < kinds.size() ? kinds.get(index) : Kind.NUMBER;
    }

    private static Optional<BigDecimal> number(String raw) {
        if (raw.isEmpty() || raw.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(raw, PRECISION);
            return Math.abs((long) number.scale()) > MOST_SCALE ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String date(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return CsvWriter.decimal(serial);
        }
        long seconds = serial.multiply(Serials.SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY);
        long days = seconds / SECONDS_OF_A_DAY;
        if (days == 0) {
            return DateTimeFormatter.ofPattern("HH:mm").format(time);
        }
        LocalDate day = epoch.plusDays(days);
        return time.equals(LocalTime.MIDNIGHT) ? Formats.date(day) : Formats.time(LocalDateTime.of(day, time));
    }
}
