package vn.kientao.reform.steering.app.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.domain.task.TaskFigures;

/** Who looks at the platform for the first time sees a province at work. */
@OnEachDatabase("steering")
class DemonstrationDataTest {
    private final Database database;
    private final TaskFixture fixture;
    private final Programmes programmes;
    private final ClauseTasks clauses;
    private final FixedClock clock = FixedClock.at("2026-11-24T09:00");

    DemonstrationDataTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new TaskFixture(database, migrations);
        programmes = new Programmes(database, fixture.province, fixture.tables);
        clauses = new ClauseTasks(database, programmes, fixture.tasks);
        List<Agency> more = Stream.of("SGDDT2", "SYT2", "SXD2", "SNNMT2", "TTT2", "SCT2", "X-HTK")
                .map(DemonstrationDataTest::agency)
                .toList();
        fixture.province.become(
                Stream.concat(fixture.province.all().stream(), more.stream()).toList());
    }

    private static Agency agency(String code) {
        LocalText name = new LocalText("Cơ quan " + code, "Agency " + code);
        return new Agency(code, name, "department", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    @Test
    void showsTasksInEveryStandingOnceHoweverOftenItRuns() {
        fill();
        long tasks = count("SELECT COUNT(*) FROM steering.task");
        fill();

        assertThat(count("SELECT COUNT(*) FROM steering.task")).isEqualTo(tasks).isGreaterThanOrEqualTo(60);
        assertThat(count("SELECT COUNT(DISTINCT lead_agency) FROM steering.task"))
                .isGreaterThanOrEqualTo(12);
        assertThat(count("SELECT COUNT(*) FROM steering.task WHERE state = 'DONE' AND done_on > due"))
                .isPositive();
        TaskFigures office = fixture.tasks.figures("SNV2", LocalDate.now(clock));
        assertThat(office.doneOnTime()).isPositive();
        assertThat(office.overdue()).isPositive();
        assertThat(office.withinTerm()).isPositive();
        assertThat(count("SELECT COUNT(*) FROM steering.task WHERE state = 'PAUSED'"))
                .isPositive();
    }

    @Test
    void leavesOutWhatIsLedByAgenciesThatTheRegisterDoesNotKnow() {
        fixture.province.become(fixture.province.all().stream()
                .filter(one -> !one.code().equals("SYT2"))
                .toList());
        fill();

        assertThat(count("SELECT COUNT(*) FROM steering.task_party WHERE agency_code = 'SYT2'"))
                .isZero();
    }

    private void fill() {
        DemonstrationData.fill(programmes, clauses, fixture.tasks, fixture.province, clock);
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
