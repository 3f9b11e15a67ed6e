package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines.Reading;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.DueDate.CountedDay;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;
import vn.kientao.platform.api.time.WorkingCalendar;

/**
 * The arithmetic of legal deadlines on one calendar with one set of office hours. Pure: the same question has the same
 * answer.
 *
 * <p>Civil Code 2015: hours run from the moment itself (Art. 147(1)); of days and months the day of the event does not
 * count (Art. 147(2)); a month ends on the same day of the later month or on its last day (Art. 148(3)); what would end on
 * a day off ends with the next working day (Art. 148(5)).
 *
 * <p>Working days count from the next opening when something is received outside working hours. Calendar days and months
 * count from the day of receipt itself, whatever day that is. A limit of zero means: within the working day.
 *
 * <p>While a pause lasts nothing counts: not the hours of the clock, and by the day not the days after the one on which it
 * began up to and including the one on which it ended.
 */
public final class DeadlineCalculator {
    /** No limit of the law comes near; a larger one is a slip of the pen. */
    private static final int MOST_DAYS = 3_660;

    private final WorkingCalendar calendar;
    private final OfficeHours hours;

    public DeadlineCalculator(WorkingCalendar calendar, OfficeHours hours) {
        this.calendar = requireNonNull(calendar, "calendar");
        this.hours = requireNonNull(hours, "hours");
    }

    /** When something received at {@code received} is due, and why. */
    public DueDate due(LocalDateTime received, TimeLimit limit, Reading reading) {
        return due(received, limit, reading, DeadlineTerms.PLAIN);
    }

    /** When something received at {@code received} is due, and why; while a pause lasts, the clock stands still. */
    public DueDate due(LocalDateTime received, TimeLimit limit, Reading reading, DeadlineTerms terms) {
        requireReasonable(limit);
        Standstill still = new Standstill(terms.pauses());
        return switch (limit.unit()) {
            case WORKING_DAY -> workingDays(received, limit.amount(), reading, still);
            case WORKING_HOUR -> workingHours(received, limit.amount(), still);
            case CALENDAR_DAY ->
                byDate(received, received.toLocalDate().plusDays(limit.amount()), limit.amount(), reading, still);
            case MONTH ->
                byDate(received, received.toLocalDate().plusMonths(limit.amount()), limit.amount(), reading, still);
        };
    }

    private static void requireReasonable(TimeLimit limit) {
        int most = limit.unit() == Unit.MONTH ? MOST_DAYS / 30 : MOST_DAYS;
        if (limit.amount() > most) {
            throw new IllegalArgumentException(
                    "limit " + limit.amount() + " " + limit.unit() + " (expected: at most " + most + ")");
        }
    }

    private DueDate workingDays(LocalDateTime received, int amount, Reading reading, Standstill still) {
        LocalDateTime start = firstWorked(received);
        if (amount == 0) {
            return withinTheDay(received, start, still);
        }
        boolean clock = reading == Reading.EIGHT_HOUR_CLOCK;
        LocalDateTime due = clock
                ? advance(start, hours.perDay().multipliedBy(amount), still)
                : nthWorkingDayAfter(start.toLocalDate(), amount, still).atTime(hours.closes());
        boolean wholeFirstDay = clock && start.toLocalTime().equals(hours.opens());
        return explained(received, start, due, countingWorkingDays(start.toLocalDate(), wholeFirstDay, still));
    }

    private DueDate workingHours(LocalDateTime received, int amount, Standstill still) {
        LocalDateTime start = firstWorked(received);
        if (amount == 0) {
            return withinTheDay(received, start, still);
        }
        LocalDateTime due = advance(start, Duration.ofHours(amount), still);
        return explained(received, start, due, countingWorkingDays(start.toLocalDate(), true, still));
    }

    private DueDate withinTheDay(LocalDateTime received, LocalDateTime start, Standstill still) {
        LocalDateTime due = start.toLocalDate().atTime(hours.closes());
        for (DeadlineTerms.Pause pause : still.pauses()) {
            if (!pause.from().isAfter(due)) {
                due = firstWorked(pause.to()).toLocalDate().atTime(hours.closes());
            }
        }
        return explained(received, start, due, day -> 0);
    }

    private DueDate byDate(LocalDateTime received, LocalDate unpaused, int amount, Reading reading, Standstill still) {
        LocalDate nominal = still.later(unpaused);
        LocalDate last = workingDayFrom(nominal);
        boolean keepsTime = reading == Reading.EIGHT_HOUR_CLOCK && last.equals(nominal) && amount > 0;
        LocalTime time = keepsTime ? hours.nextWorked(received.toLocalTime()).orElse(hours.closes()) : hours.closes();
        LocalDate first = received.toLocalDate();
        return explained(
                received,
                received,
                last.atTime(time),
                day -> day.day().isAfter(nominal) || still.covers(day.day())
                        ? 0
                        : Math.toIntExact(first.until(day.day(), ChronoUnit.DAYS) - still.daysUntil(day.day())));
    }

    private LocalDateTime firstWorked(LocalDateTime moment) {
        LocalDate day = workingDayFrom(moment.toLocalDate());
        if (day.equals(moment.toLocalDate())) {
            return hours.nextWorked(moment.toLocalTime())
                    .map(day::atTime)
                    .orElseGet(() -> workingDayFrom(day.plusDays(1)).atTime(hours.opens()));
        }
        return day.atTime(hours.opens());
    }

    private LocalDateTime advance(LocalDateTime start, Duration work, Standstill still) {
        Duration left = work;
        LocalDate day = start.toLocalDate();
        LocalTime from = start.toLocalTime();
        while (true) {
            for (OfficeHours.Span span : hours.spans()) {
                LocalTime begins = from.isAfter(span.opens()) ? from : span.opens();
                for (Standstill.Stretch stretch : still.worked(day.atTime(begins), day.atTime(span.closes()))) {
                    if (left.compareTo(stretch.length()) <= 0) {
                        return stretch.from().plus(left);
                    }
                    left = left.minus(stretch.length());
                }
            }
            day = workingDayFrom(day.plusDays(1));
            from = LocalTime.MIN;
        }
    }

    private LocalDate nthWorkingDayAfter(LocalDate day, int amount, Standstill still) {
        LocalDate last = day;
        int counted = 0;
        while (counted < amount) {
            last = workingDayFrom(last.plusDays(1));
            if (!still.covers(last)) {
                counted++;
            }
        }
        return last;
    }

    private LocalDate workingDayFrom(LocalDate from) {
        for (LocalDate day = from; day.isBefore(from.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
            if (calendar.isWorking(day)) {
                return day;
            }
        }
        throw new IllegalStateException("no working day within " + MOST_DAYS + " days after " + from);
    }

    private static Function<CalendarDay, Integer> countingWorkingDays(
            LocalDate start, boolean firstCounts, Standstill still) {
        int[] number = {0};
        return day -> {
            boolean counts = day.working()
                    && !still.covers(day.day())
                    && (day.day().isAfter(start) || (firstCounts && day.day().equals(start)));
            return counts ? ++number[0] : 0;
        };
    }

    private DueDate explained(
            LocalDateTime received, LocalDateTime start, LocalDateTime due, Function<CalendarDay, Integer> number) {
        List<CountedDay> days = new ArrayList<>();
        LocalDate last = due.toLocalDate();
        for (LocalDate day = received.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            CalendarDay shown = calendar.on(day);
            days.add(new CountedDay(shown, number.apply(shown)));
        }
        return new DueDate(due, start, days);
    }
}
