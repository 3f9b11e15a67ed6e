package vn.kientao.platform.directory.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay.Kind;
import vn.kientao.platform.api.time.Deadlines.Reading;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;
import vn.kientao.platform.directory.app.CalendarChanges.Done;
import vn.kientao.platform.directory.app.CalendarChanges.Preview;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.ExceptionalDay;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("directory")
class CalendarChangesTest {
    private static final LocalDate CULTURE_DAY = LocalDate.of(2026, 11, 24);
    private static final List<CalendarChange> DAY_OFF = List.of(CalendarChange.set(new ExceptionalDay(
            CULTURE_DAY, Kind.HOLIDAY, new LocalText("Ngày Văn hóa Việt Nam", "Vietnam Culture Day"), "Thông báo")));

    private final TestDirectory directory;
    private final CalendarChanges changes;
    private final OneModule module = new OneModule();

    CalendarChangesTest(Database database, Migrations migrations) {
        directory = new TestDirectory(database, migrations, false);
        changes = new CalendarChanges(directory.store, directory.audit, directory.clock);
        changes.bindExtensions(module);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void showsWhichOpenDeadlinesWouldMoveAndChangesNothing() {
        Preview preview = changes.preview(DAY_OFF);

        assertThat(preview.moves()).singleElement().satisfies(move -> {
            assertThat(move.deadline().subject()).isEqualTo("P-AX-261123-0001");
            assertThat(move.deadline().due()).isEqualTo("2026-11-25T09:00");
            assertThat(move.newDue()).isEqualTo("2026-11-26T09:00");
        });
        assertThat(directory.calendar.isWorking(CULTURE_DAY)).isTrue();
    }

    @Test
    void changesTheCalendarWhileRunningAndTellsTheModules() {
        TimeLimit oneDay = new TimeLimit(1, Unit.WORKING_DAY);
        LocalDateTime now = LocalDateTime.parse("2026-11-23T09:00");
        assertThat(directory.calendar.due(now, oneDay, Reading.EIGHT_HOUR_CLOCK).due())
                .isEqualTo("2026-11-24T09:00");

        Done done = changes.apply(DAY_OFF, directory.trace);

        assertThat(directory.calendar.due(now, oneDay, Reading.EIGHT_HOUR_CLOCK).due())
                .isEqualTo("2026-11-25T09:00");
        assertThat(done.moved()).isEqualTo(1);
        assertThat(module.told()).containsExactly("2026-11-24 2026-11-24");
        assertThat(directory.audit.actions()).contains("directory.calendar-set");
        assertThat(directory.audit.entries().get(1).detail()).isEqualTo("{\"was\":\"\",\"is\":\"holiday\"}");
    }

    @Test
    void takesADayBackToAnOrdinaryOne() {
        changes.apply(DAY_OFF, directory.trace);

        changes.apply(List.of(CalendarChange.remove(CULTURE_DAY)), directory.trace);

        assertThat(directory.calendar.isWorking(CULTURE_DAY)).isTrue();
        assertThat(directory.audit.actions()).contains("directory.calendar-remove");
    }

    @Test
    void auditsNothingWhenNothingChanges() {
        changes.apply(DAY_OFF, directory.trace);
        int entries = directory.audit.entries().size();

        assertThat(changes.preview(DAY_OFF).changes()).isEmpty();
        assertThat(changes.apply(DAY_OFF, directory.trace).changes()).isEmpty();
        assertThat(directory.audit.entries()).hasSize(entries);
    }

    @Test
    void worksWhileNoModuleIsThere() {
        changes.unbindExtensions(module);

        assertThat(changes.preview(DAY_OFF).moves()).isEmpty();
        assertThat(changes.apply(DAY_OFF, directory.trace).moved()).isZero();
    }

    @Test
    void importsDaysAfterATrial() {
        Preview preview = tried("""
                date,name_vi,name_en,kind,weekday,source
                2026-11-24,Ngày Văn hóa Việt Nam,Vietnam Culture Day,holiday,Tue,Thông báo
                2026-09-02,Quốc khánh,National Day,holiday,Wed,"Bộ luật Lao động 2019, Điều 112; thông báo nghỉ năm 2026"
                """);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.changes()).extracting(CalendarChange::day).containsExactly(CULTURE_DAY);
        assertThat(preview.unchanged()).isEqualTo(1);
        assertThat(preview.moves()).hasSize(1);
        assertThat(changes.commit(preview.id().getAsLong(), "1", directory.trace))
                .isPresent();
        assertThat(directory.calendar.on(CULTURE_DAY).kind()).isEqualTo(Kind.HOLIDAY);
    }

    @Test
    void namesLineAndColumnOfMistakesInAFileOfDays() {
        Preview preview = tried("""
                date,name_vi,kind,weekday
                2026-11-24,Ngày Văn hóa,holiday,Wed
                2026-11-24,Ngày Văn hóa,holiday,Tue
                2026-11-25,Làm bù,swap_working,
                2026-02-30,Không có,holiday,
                2026-11-26,,festival,
                """);

        assertThat(preview.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("2 weekday", "3 date", "4 kind", "5 date", "6 name_vi", "6 kind");
        assertThat(preview.id()).isEmpty();
    }

    private Preview tried(String csv) {
        return changes.tryOut(csv.getBytes(StandardCharsets.UTF_8), "days.csv", "1");
    }
}
