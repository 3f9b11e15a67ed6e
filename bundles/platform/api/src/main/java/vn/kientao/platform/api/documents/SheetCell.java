package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.kientao.platform.api.text.Formats;

/** What one cell of a sheet holds. Codes and telephone numbers are text: a spreadsheet cuts zeros off numbers. */
public sealed interface SheetCell {

    /** Text; an empty one leaves the cell empty. */
    static SheetCell text(String value) {
        return new Text(value);
    }

    static SheetCell number(long value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    static SheetCell number(BigDecimal value) {
        return new Amount(value);
    }

    /** A share of 1, shown in percent: {@code 0.955} as {@code 95,5%}. */
    static SheetCell percent(BigDecimal share) {
        return new Percent(share);
    }

    static SheetCell day(LocalDate value) {
        return new Day(value);
    }

    static SheetCell time(LocalDateTime value) {
        return new Time(value);
    }

    /** The time on a Vietnamese clock. */
    static SheetCell time(Instant value) {
        return new Time(LocalDateTime.ofInstant(value, Formats.ZONE));
    }

    static SheetCell empty() {
        return new Text("");
    }

    /** Words. */
    record Text(String value) implements SheetCell {
        public Text {
            requireNonNull(value, "value");
        }
    }

    /** A number to count with. */
    record Amount(BigDecimal value) implements SheetCell {
        public Amount {
            requireNonNull(value, "value");
        }
    }

    /** A share of 1. */
    record Percent(BigDecimal share) implements SheetCell {
        public Percent {
            requireNonNull(share, "share");
        }
    }

    /** A date. */
    record Day(LocalDate value) implements SheetCell {
        public Day {
            requireNonNull(value, "value");
        }
    }

    /** A date with its time, to the minute. */
    record Time(LocalDateTime value) implements SheetCell {
        public Time {
            requireNonNull(value, "value");
        }
    }
}
