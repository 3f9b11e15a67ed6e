package vn.kientao.platform.api.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import vn.kientao.platform.api.text.LocalText;

/**
 * One day and why it is worked or not.
 *
 * @param name the holiday's name; the empty text on an ordinary day
 */
public record CalendarDay(LocalDate day, Kind kind, LocalText name) {

    public CalendarDay {
        requireNonNull(day, "day");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    public boolean working() {
        return kind == Kind.WORKING || kind == Kind.SWAP_WORKING;
    }

    /** What kind of day it is. */
    public enum Kind {
        /** Ngày làm việc. */
        WORKING,
        /** Nghỉ hằng tuần. */
        WEEKEND,
        /** Ngày lễ, tết. */
        HOLIDAY,
        /** Nghỉ bù. */
        COMPENSATION,
        /** Nghỉ do hoán đổi: a working day given in exchange. */
        SWAP_OFF,
        /** Làm bù do hoán đổi: a worked Saturday or Sunday. */
        SWAP_WORKING
    }
}
