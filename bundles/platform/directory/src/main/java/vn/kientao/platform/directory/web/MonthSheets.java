package vn.kientao.platform.directory.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.CalendarDay.Kind;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.web.CalendarModel.Cell;
import vn.kientao.platform.directory.web.CalendarModel.Month;

/** Lays a year out as twelve sheets; weeks begin on Monday. */
final class MonthSheets {
    private static final Cell OUTSIDE = new Cell("", "", "", false, "");

    private final LegalCalendar calendar;
    private final Texts texts;

    MonthSheets(LegalCalendar calendar, Texts texts) {
        this.calendar = calendar;
        this.texts = texts;
    }

    List<Month> of(int year) {
        List<String> weekdays = Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, texts.locale()))
                .toList();
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> new Month(
                        texts.get("calendar.month", String.valueOf(month.getMonthValue())), weekdays, weeks(month)))
                .toList();
    }

    private List<List<Cell>> weeks(YearMonth month) {
        List<List<Cell>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(month.atEndOfMonth())) {
            List<Cell> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                week.add(YearMonth.from(day).equals(month) ? cell(calendar.on(day)) : OUTSIDE);
            }
            weeks.add(List.copyOf(week));
            monday = monday.plusWeeks(1);
        }
        return List.copyOf(weeks);
    }

    private Cell cell(CalendarDay day) {
        boolean ordinary = day.kind() == Kind.WORKING || day.kind() == Kind.WEEKEND;
        String words = ordinary ? "" : Words.kind(day.kind(), texts) + ": " + texts.get(day.name());
        return new Cell(
                String.valueOf(day.day().getDayOfMonth()),
                day.day().toString(),
                ordinary ? "" : tag(day.kind()),
                !day.working(),
                words);
    }

    static String tag(Kind kind) {
        return switch (kind) {
            case HOLIDAY -> "kt-tag kt-tag-late";
            case COMPENSATION, SWAP_OFF -> "kt-tag kt-tag-need";
            case SWAP_WORKING -> "kt-tag kt-tag-progress";
            case WORKING, WEEKEND -> "kt-tag";
        };
    }
}
