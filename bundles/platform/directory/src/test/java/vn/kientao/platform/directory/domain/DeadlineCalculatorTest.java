package vn.kientao.platform.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay.Kind;
import vn.kientao.platform.api.time.Deadlines.Reading;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;

/** Every expected date was counted by hand on the calendar that ships. */
class DeadlineCalculatorTest {
    private static final LegalCalendar CALENDAR = ShippedCalendar.read();
    private static final OfficeHours HOURS = OfficeHours.parse("07:00-11:30,13:30-17:00");

    @ParameterizedTest(name = "{0}, {1} days: {2} by the clock, {3} by the day, {4} in calendar days")
    @CsvSource({
        "2025-04-24T09:00,  3, 2025-04-28T09:00, 2025-04-28, 2025-04-28",
        "2025-04-25T16:20,  3, 2025-04-29T16:20, 2025-04-29, 2025-04-28",
        "2025-08-29T17:10,  2, 2025-09-04T17:00, 2025-09-05, 2025-09-03",
        "2026-02-13T10:00,  5, 2026-02-27T10:00, 2026-02-27, 2026-02-23",
        "2026-04-24T14:00,  1, 2026-04-28T14:00, 2026-04-28, 2026-04-28",
        "2026-08-21T08:30,  7, 2026-09-03T08:30, 2026-09-03, 2026-08-28",
        "2025-01-24T11:45, 10, 2025-02-14T11:30, 2025-02-14, 2025-02-03",
    })
    void countsBothReadingsAndCalendarDays(
            LocalDateTime received, int days, LocalDateTime clock, LocalDate civil, LocalDate calendarDays) {
        assertThat(due(received, days, Unit.WORKING_DAY, Reading.EIGHT_HOUR_CLOCK))
                .isEqualTo(clock);
        assertThat(due(received, days, Unit.WORKING_DAY, Reading.CIVIL_CODE)).isEqualTo(civil.atTime(17, 0));
        assertThat(due(received, days, Unit.CALENDAR_DAY, Reading.CIVIL_CODE)).isEqualTo(calendarDays.atTime(17, 0));
        assertThat(due(received, days, Unit.CALENDAR_DAY, Reading.EIGHT_HOUR_CLOCK)
                        .toLocalDate())
                .isEqualTo(calendarDays);
    }

    @ParameterizedTest(name = "{0}, {1} {2}: {3} by the clock, {4} by the day")
    @CsvSource({
        // make-up Saturdays and the days they were swapped for
        "2026-01-09T16:00,  1, WORKING_DAY, 2026-01-10T16:00, 2026-01-10T17:00",
        "2026-01-10T08:00,  1, WORKING_DAY, 2026-01-12T08:00, 2026-01-12T17:00",
        "2026-01-10T08:00,  1, CALENDAR_DAY, 2026-01-12T17:00, 2026-01-12T17:00",
        "2024-05-03T10:00,  2, WORKING_DAY, 2024-05-06T10:00, 2024-05-06T17:00",
        "2024-04-26T10:00,  1, WORKING_DAY, 2024-05-02T10:00, 2024-05-02T17:00",
        "2026-08-21T16:00,  4, WORKING_HOUR, 2026-08-22T10:00, 2026-08-22T10:00",
        "2025-12-31T16:00,  2, WORKING_DAY, 2026-01-06T16:00, 2026-01-06T17:00",
        "2026-08-03T08:00, 20, WORKING_DAY, 2026-08-28T08:00, 2026-08-28T17:00",
        // two holidays at one weekend, both compensated
        "2022-04-29T09:00,  1, WORKING_DAY, 2022-05-04T09:00, 2022-05-04T17:00",
        // outside hours: before opening, after closing, at lunch, on the stroke, on a day off
        "2026-03-02T05:30,  1, WORKING_DAY, 2026-03-02T17:00, 2026-03-03T17:00",
        "2026-03-02T18:45,  1, WORKING_DAY, 2026-03-03T17:00, 2026-03-04T17:00",
        "2026-03-02T12:00,  1, WORKING_DAY, 2026-03-03T11:30, 2026-03-03T17:00",
        "2026-03-02T11:30,  1, WORKING_DAY, 2026-03-03T11:30, 2026-03-03T17:00",
        "2026-03-02T17:00,  1, WORKING_DAY, 2026-03-03T17:00, 2026-03-03T17:00",
        "2026-03-01T10:00,  2, WORKING_DAY, 2026-03-03T17:00, 2026-03-04T17:00",
        "2026-02-17T09:00,  1, WORKING_DAY, 2026-02-23T17:00, 2026-02-24T17:00",
        // nothing to wait for: within the working day
        "2026-03-02T09:00,  0, WORKING_DAY, 2026-03-02T17:00, 2026-03-02T17:00",
        "2026-03-07T09:00,  0, WORKING_HOUR, 2026-03-09T17:00, 2026-03-09T17:00",
        "2026-03-01T09:00,  0, CALENDAR_DAY, 2026-03-02T17:00, 2026-03-02T17:00",
        "2026-04-30T09:00,  0, MONTH, 2026-05-04T17:00, 2026-05-04T17:00",
        // calendar days that end on a day off, and on a working day
        "2026-04-02T10:00, 30, CALENDAR_DAY, 2026-05-04T17:00, 2026-05-04T17:00",
        "2026-03-02T10:00,  3, CALENDAR_DAY, 2026-03-05T10:00, 2026-03-05T17:00",
        "2026-03-02T18:45,  3, CALENDAR_DAY, 2026-03-05T17:00, 2026-03-05T17:00",
        "2026-03-02T12:15,  3, CALENDAR_DAY, 2026-03-05T13:30, 2026-03-05T17:00",
        // months: no such day in the later month, on a day off, into a leap February and out of one
        "2026-01-31T10:00,  1, MONTH, 2026-03-02T17:00, 2026-03-02T17:00",
        "2026-03-31T10:00,  1, MONTH, 2026-05-04T17:00, 2026-05-04T17:00",
        "2024-12-31T10:00,  2, MONTH, 2025-02-28T10:00, 2025-02-28T17:00",
        "2023-11-30T10:00,  3, MONTH, 2024-02-29T10:00, 2024-02-29T17:00",
        "2024-02-29T10:00, 12, MONTH, 2025-02-28T10:00, 2025-02-28T17:00",
        "2026-01-15T10:00,  1, MONTH, 2026-02-23T17:00, 2026-02-23T17:00",
        // hours, over lunch, a weekend and Tet
        "2026-03-06T11:00,  1, WORKING_HOUR, 2026-03-06T14:00, 2026-03-06T14:00",
        "2026-03-06T15:00,  4, WORKING_HOUR, 2026-03-09T09:00, 2026-03-09T09:00",
        "2026-03-06T16:30, 10, WORKING_HOUR, 2026-03-10T08:30, 2026-03-10T08:30",
        "2026-02-13T16:00,  8, WORKING_HOUR, 2026-02-23T16:00, 2026-02-23T16:00",
        "2026-03-02T07:00, 24, WORKING_HOUR, 2026-03-04T17:00, 2026-03-04T17:00",
    })
    void countsWhatWasCountedByHand(
            LocalDateTime received, int amount, Unit unit, LocalDateTime clock, LocalDateTime civil) {
        assertThat(due(received, amount, unit, Reading.EIGHT_HOUR_CLOCK)).isEqualTo(clock);
        assertThat(due(received, amount, unit, Reading.CIVIL_CODE)).isEqualTo(civil);
    }

    @ParameterizedTest(name = "{0}, {1} working days: {2} before 24/11 became a day off, {3} after, {4} by the day")
    @CsvSource({
        "2026-11-23T09:00, 1, 2026-11-24T09:00, 2026-11-25T09:00, 2026-11-25T17:00",
        "2026-11-20T15:00, 2, 2026-11-24T15:00, 2026-11-25T15:00, 2026-11-25T17:00",
        "2026-11-24T10:00, 1, 2026-11-25T10:00, 2026-11-25T17:00, 2026-11-26T17:00",
        "2026-11-24T10:00, 3, 2026-11-27T10:00, 2026-11-27T17:00, 2026-11-30T17:00",
    })
    void followsACalendarThatChanges(
            LocalDateTime received, int days, LocalDateTime before, LocalDateTime clock, LocalDateTime civil) {
        LegalCalendar changed = CALENDAR.after(List.of(CalendarChange.set(holiday(LocalDate.of(2026, 11, 24)))));
        TimeLimit limit = new TimeLimit(days, Unit.WORKING_DAY);

        assertThat(due(received, days, Unit.WORKING_DAY, Reading.EIGHT_HOUR_CLOCK))
                .isEqualTo(before);
        DeadlineCalculator calculator = new DeadlineCalculator(changed, HOURS);
        assertThat(calculator.due(received, limit, Reading.EIGHT_HOUR_CLOCK).due())
                .isEqualTo(clock);
        assertThat(calculator.due(received, limit, Reading.CIVIL_CODE).due()).isEqualTo(civil);
    }

    @ParameterizedTest(name = "{0}, {1} {2}: {3}")
    @CsvSource({
        "2027-02-03T09:00, 3, WORKING_DAY, 2027-02-15T09:00",
        "2027-02-03T09:00, 5, CALENDAR_DAY, 2027-02-12T17:00",
        "2027-01-06T09:00, 1, MONTH, 2027-02-12T17:00",
        "2027-02-04T16:00, 2, WORKING_HOUR, 2027-02-12T08:00",
    })
    void spansTetOfTheNextYearOnceItsDaysAreEntered(
            LocalDateTime received, int amount, Unit unit, LocalDateTime expected) {
        List<CalendarChange> tet = IntStream.rangeClosed(5, 11)
                .mapToObj(day -> CalendarChange.set(holiday(LocalDate.of(2027, 2, day))))
                .toList();
        DeadlineCalculator calculator = new DeadlineCalculator(CALENDAR.after(tet), HOURS);

        assertThat(calculator
                        .due(received, new TimeLimit(amount, unit), Reading.EIGHT_HOUR_CLOCK)
                        .due())
                .isEqualTo(expected);
    }

    @Test
    void explainsEachDayOnTheWay() {
        DueDate due = calculator()
                .due(
                        LocalDateTime.parse("2025-04-24T09:00"),
                        new TimeLimit(3, Unit.WORKING_DAY),
                        Reading.EIGHT_HOUR_CLOCK);

        assertThat(due.days())
                .extracting(day -> day.day().day() + " " + day.day().kind() + " " + day.number())
                .containsExactly(
                        "2025-04-24 WORKING 0",
                        "2025-04-25 WORKING 1",
                        "2025-04-26 SWAP_WORKING 2",
                        "2025-04-27 WEEKEND 0",
                        "2025-04-28 WORKING 3");
        assertThat(due.countedFrom()).isEqualTo("2025-04-24T09:00");
    }

    @Test
    void explainsALimitThatBeganLaterThanTheReceipt() {
        DueDate due = calculator()
                .due(
                        LocalDateTime.parse("2025-08-29T17:10"),
                        new TimeLimit(2, Unit.WORKING_DAY),
                        Reading.EIGHT_HOUR_CLOCK);

        assertThat(due.countedFrom()).isEqualTo("2025-09-03T07:00");
        assertThat(due.days()).extracting(DueDate.CountedDay::number).containsExactly(0, 0, 0, 0, 0, 1, 2);
    }

    @Test
    void explainsACalendarLimitThatWouldEndOnADayOff() {
        DueDate due = calculator()
                .due(LocalDateTime.parse("2026-04-24T14:00"), new TimeLimit(1, Unit.CALENDAR_DAY), Reading.CIVIL_CODE);

        assertThat(due.days())
                .extracting(day -> day.day().kind() + " " + day.number())
                .containsExactly("WORKING 0", "WEEKEND 1", "HOLIDAY 0", "COMPENSATION 0", "WORKING 0");
    }

    @Test
    void countsOtherOfficeHoursAsTheyAre() {
        DeadlineCalculator calculator = new DeadlineCalculator(CALENDAR, OfficeHours.parse("08:00-12:00,13:00-16:00"));

        DueDate due = calculator.due(
                LocalDateTime.parse("2026-03-02T10:00"), new TimeLimit(2, Unit.WORKING_DAY), Reading.EIGHT_HOUR_CLOCK);

        assertThat(due.due()).isEqualTo("2026-03-04T10:00");
    }

    @Test
    void refusesALimitThatIsASlipOfThePen() {
        assertThatThrownBy(() -> due(
                        LocalDateTime.parse("2026-03-02T10:00"), 20_000, Unit.WORKING_DAY, Reading.EIGHT_HOUR_CLOCK))
                .hasMessageContaining("20000")
                .hasMessageContaining("at most 3660");
    }

    private static LocalDateTime due(LocalDateTime received, int amount, Unit unit, Reading reading) {
        return calculator().due(received, new TimeLimit(amount, unit), reading).due();
    }

    private static DeadlineCalculator calculator() {
        return new DeadlineCalculator(CALENDAR, HOURS);
    }

    private static ExceptionalDay holiday(LocalDate day) {
        return new ExceptionalDay(day, Kind.HOLIDAY, LocalText.same("day off"), "");
    }
}
