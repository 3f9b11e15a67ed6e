package vn.kientao.platform.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines.Reading;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;

/** What a pause does to a deadline; every expected date was counted by hand on the calendar that ships. */
class PausedDeadlineTest {
    private static final DeadlineCalculator CALCULATOR =
            new DeadlineCalculator(ShippedCalendar.read(), OfficeHours.parse("07:00-11:30,13:30-17:00"));

    @ParameterizedTest(name = "{0}, {1} {2}, paused {3}: {4} by the clock, {5} by the day")
    @CsvSource({
        // within one day, over a night, over a weekend
        "2026-03-02T09:00, 3, WORKING_DAY, 2026-03-03T09:00/2026-03-03T10:00, 2026-03-05T10:00, 2026-03-05T17:00",
        "2026-03-02T09:00, 3, WORKING_DAY, 2026-03-03T09:00/2026-03-04T09:00, 2026-03-06T09:00, 2026-03-06T17:00",
        "2026-03-02T09:00, 5, WORKING_DAY, 2026-03-05T16:00/2026-03-09T08:00, 2026-03-10T11:00, 2026-03-11T17:00",
        // begins and ends outside hours: the clock loses only worked time
        "2026-03-02T09:00, 2, WORKING_DAY, 2026-03-02T18:00/2026-03-03T06:00, 2026-03-04T09:00, 2026-03-05T17:00",
        "2026-03-02T09:00, 2, WORKING_DAY, 2026-03-02T11:45/2026-03-02T13:15, 2026-03-04T09:00, 2026-03-04T17:00",
        // over Tet, over a swapped Saturday
        "2026-02-11T08:00, 3, WORKING_DAY, 2026-02-12T08:00/2026-02-24T08:00, 2026-02-26T08:00, 2026-02-26T17:00",
        "2026-08-20T08:00, 4, WORKING_DAY, 2026-08-21T08:00/2026-08-24T08:00, 2026-08-27T08:00, 2026-08-27T17:00",
        // two pauses; one after the end does nothing
        "2026-03-02T09:00, 5, WORKING_DAY, 2026-03-03T09:00/2026-03-04T09:00 2026-03-05T09:00/2026-03-06T09:00, 2026-03-11T09:00, 2026-03-11T17:00",
        "2026-03-02T09:00, 1, WORKING_DAY, 2026-03-04T09:00/2026-03-09T09:00, 2026-03-03T09:00, 2026-03-03T17:00",
        // hours and calendar days and months
        "2026-03-02T09:00, 8, WORKING_HOUR, 2026-03-02T10:00/2026-03-02T14:00, 2026-03-03T11:00, 2026-03-03T11:00",
        "2026-03-02T09:00, 3, CALENDAR_DAY, 2026-03-03T09:00/2026-03-05T09:00, 2026-03-09T17:00, 2026-03-09T17:00",
        "2026-03-02T09:00, 10, CALENDAR_DAY, 2026-03-03T09:00/2026-03-05T09:00, 2026-03-16T17:00, 2026-03-16T17:00",
        "2026-03-02T09:00, 1, MONTH, 2026-03-10T09:00/2026-03-20T09:00, 2026-04-13T17:00, 2026-04-13T17:00",
        // within the day
        "2026-03-02T09:00, 0, WORKING_DAY, 2026-03-02T10:00/2026-03-04T09:00, 2026-03-04T17:00, 2026-03-04T17:00",
        "2026-03-02T09:00, 0, WORKING_DAY, 2026-03-02T10:00/2026-03-06T18:00, 2026-03-09T17:00, 2026-03-09T17:00",
    })
    void countsNothingWhileThePauseLasts(
            LocalDateTime received, int amount, Unit unit, String pauses, LocalDateTime clock, LocalDateTime civil) {
        assertThat(due(received, amount, unit, pauses, Reading.EIGHT_HOUR_CLOCK).due())
                .isEqualTo(clock);
        assertThat(due(received, amount, unit, pauses, Reading.CIVIL_CODE).due())
                .isEqualTo(civil);
    }

    @Test
    void numbersTheDaysWithoutThosePaused() {
        DueDate due = due(
                LocalDateTime.parse("2026-03-02T09:00"),
                3,
                Unit.WORKING_DAY,
                "2026-03-03T09:00/2026-03-04T09:00",
                Reading.CIVIL_CODE);

        assertThat(due.days()).extracting(DueDate.CountedDay::number).containsExactly(0, 1, 0, 2, 3);
    }

    @Test
    void refusesAPauseThatEndsBeforeItBegins() {
        LocalDateTime now = LocalDateTime.parse("2026-03-02T09:00");

        assertThatThrownBy(() -> new DeadlineTerms.Pause(now, now.minusHours(1)))
                .hasMessageContaining("expected: not before 2026-03-02T09:00");
    }

    private static DueDate due(LocalDateTime received, int amount, Unit unit, String pauses, Reading reading) {
        List<DeadlineTerms.Pause> all = new ArrayList<>();
        for (String pause : pauses.split(" ")) {
            String[] ends = pause.split("/");
            all.add(new DeadlineTerms.Pause(LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[1])));
        }
        return CALCULATOR.due(received, new TimeLimit(amount, unit), reading, new DeadlineTerms("", all));
    }
}
