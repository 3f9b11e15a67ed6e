package vn.kientao.platform.api.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How dates, times and amounts are written, the same in both languages: {@code 09/02/2026}, {@code 14:05 09/02/2026}. */
public final class Formats {

    /** The zone of every legal date and of every time on a screen. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private Formats() {}

    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    public static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    public static String time(Instant instant) {
        return time(LocalDateTime.ofInstant(instant, ZONE));
    }

    /** {@code 1.234.567}. */
    public static String number(long value) {
        return NumberFormat.getIntegerInstance(TextBundle.VIETNAMESE).format(value);
    }

    /** {@code 1.234.567 ₫}. */
    public static String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(TextBundle.VIETNAMESE);
        format.setMaximumFractionDigits(2);
        return format.format(amount) + " ₫";
    }
}
