package vn.kientao.reform.procedures.app.publication;

import java.time.DayOfWeek;
import java.time.LocalDate;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.WorkingCalendar;

/** A calendar without holidays: Monday to Friday are worked. */
public final class Weekdays {
    public static final WorkingCalendar CALENDAR = Weekdays::on;

    private Weekdays() {}

    private static CalendarDay on(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new CalendarDay(day, weekend ? CalendarDay.Kind.WEEKEND : CalendarDay.Kind.WORKING, LocalText.same(""));
    }
}
