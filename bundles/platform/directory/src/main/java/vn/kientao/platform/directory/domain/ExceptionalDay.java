package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.CalendarDay.Kind;

/**
 * A day that differs from the ordinary week: a holiday (ngày lễ, tết), a day off in lieu (nghỉ bù), a working day given in
 * exchange (nghỉ hoán đổi) or the Saturday worked for it (làm bù).
 *
 * @param legalBasis the law or the notice that says so
 */
public record ExceptionalDay(LocalDate day, Kind kind, LocalText name, String legalBasis) {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<Kind> ORDINARY = Set.of(Kind.WORKING, Kind.WEEKEND);

    public ExceptionalDay {
        requireNonNull(day, "day");
        requireNonNull(name, "name");
        requireNonNull(legalBasis, "legalBasis");
        if (!fits(day, kind)) {
            throw new IllegalArgumentException(day + " (" + day.getDayOfWeek() + ") as " + kind
                    + " (expected: SWAP_WORKING at a weekend, COMPENSATION and SWAP_OFF on a weekday, or HOLIDAY)");
        }
    }

    /** Whether a day of this kind can fall on that day of the week. */
    public static boolean fits(LocalDate day, Kind kind) {
        return switch (kind) {
            case HOLIDAY -> true;
            case COMPENSATION, SWAP_OFF -> !isWeekend(day);
            case SWAP_WORKING -> isWeekend(day);
            case WORKING, WEEKEND -> false;
        };
    }

    /** Reads {@code holiday}, {@code compensation}, {@code swap_off}, {@code swap_working}. */
    public static Optional<Kind> kind(String word) {
        for (Kind kind : Kind.values()) {
            if (!ORDINARY.contains(kind) && word(kind).equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The word under which a kind is kept and imported. */
    public static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    /** As the calendar shows it. */
    public CalendarDay shown() {
        return new CalendarDay(day, kind, name);
    }
}
