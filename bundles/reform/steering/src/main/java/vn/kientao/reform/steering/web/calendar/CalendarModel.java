package vn.kientao.reform.steering.web.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.calendar.Feed;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.Task;

/**
 * The terms of a month.
 *
 * @param mine whether only the reader's own tasks are shown
 * @param feed the address that the reader has
 * @param address of a feed that has just been made; empty otherwise
 */
public record CalendarModel(
        Page page,
        YearMonth month,
        LocalDate today,
        List<Task> tasks,
        boolean mine,
        Optional<Feed> feed,
        String address) {
    private static final int WEEK = 7;

    public CalendarModel {
        tasks = List.copyOf(tasks);
    }

    /** The weeks of the month from Monday to Sunday. */
    public List<List<LocalDate>> weeks() {
        List<List<LocalDate>> weeks = new ArrayList<>();
        LocalDate day = month.atDay(1).with(DayOfWeek.MONDAY);
        while (!day.isAfter(month.atEndOfMonth())) {
            List<LocalDate> week = new ArrayList<>();
            for (int i = 0; i < WEEK; i++) {
                week.add(day.plusDays(i));
            }
            weeks.add(week);
            day = day.plusDays(WEEK);
        }
        return weeks;
    }

    public List<Task> on(LocalDate day) {
        return tasks.stream()
                .filter(task -> task.due().filter(day::equals).isPresent())
                .toList();
    }

    public boolean within(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    public String style(Task task) {
        return task.standing(today) == Standing.OVERDUE ? "kt-tag kt-tag-late" : "kt-tag kt-tag-progress";
    }

    public String to(YearMonth other) {
        return page.with("month", other.toString());
    }

    public List<String> days() {
        return List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    }
}
