package vn.kientao.platform.directory.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.CalendarDay.Kind;
import vn.kientao.platform.api.time.WorkingCalendar;

/** The ordinary week and its exceptional days, at one moment; never changes, {@link #after} makes another. */
public final class LegalCalendar implements WorkingCalendar {
    private static final LocalText NO_NAME = LocalText.same("");

    private final NavigableMap<LocalDate, ExceptionalDay> days;

    private LegalCalendar(NavigableMap<LocalDate, ExceptionalDay> days) {
        this.days = days;
    }

    public static LegalCalendar of(Collection<ExceptionalDay> days) {
        NavigableMap<LocalDate, ExceptionalDay> byDay = new TreeMap<>();
        days.forEach(day -> byDay.put(day.day(), day));
        return new LegalCalendar(byDay);
    }

    @Override
    public CalendarDay on(LocalDate day) {
        ExceptionalDay exceptional = days.get(day);
        if (exceptional != null) {
            return exceptional.shown();
        }
        return new CalendarDay(day, ExceptionalDay.isWeekend(day) ? Kind.WEEKEND : Kind.WORKING, NO_NAME);
    }

    public Optional<ExceptionalDay> exceptional(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /** The exceptional days of a year, in order. */
    public List<ExceptionalDay> year(int year) {
        return List.copyOf(days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .values());
    }

    /**
     * Whether the year holds the eleven paid holidays of the Labour Code 2019 Art. 112. A year without them gives deadlines
     * that are too early.
     */
    public boolean complete(int year) {
        return year(year).stream().filter(day -> day.kind() == Kind.HOLIDAY).count() >= 11;
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** The calendar with {@code changes} made. */
    public LegalCalendar after(Collection<CalendarChange> changes) {
        NavigableMap<LocalDate, ExceptionalDay> changed = new TreeMap<>(days);
        for (CalendarChange change : changes) {
            change.becomes().ifPresentOrElse(day -> changed.put(day.day(), day), () -> changed.remove(change.day()));
        }
        return new LegalCalendar(changed);
    }

    /** Those of {@code changes} that would change something. */
    public List<CalendarChange> real(Collection<CalendarChange> changes) {
        return changes.stream()
                .filter(change -> !change.becomes().equals(exceptional(change.day())))
                .toList();
    }
}
