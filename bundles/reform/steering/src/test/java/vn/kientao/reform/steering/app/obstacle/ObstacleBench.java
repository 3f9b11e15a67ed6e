package vn.kientao.reform.steering.app.obstacle;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleKind;
import vn.kientao.reform.steering.domain.obstacle.Report;
import vn.kientao.reform.steering.domain.obstacle.Urgency;
import vn.kientao.reform.steering.store.SteeringTables;

/** Everything that obstacles need, put together as the framework would, on the real database and the real calculation of deadlines. */
public final class ObstacleBench {
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final Province province = new Province();
    public final List<ModuleEvent> events = new ArrayList<>();
    /** Days that the calendar declares free beside Saturdays and Sundays. */
    public final Set<LocalDate> holidays = new HashSet<>();

    public final SteeringTables tables;
    public final Programmes programmes;
    public final Tasks tasks;
    public final Receivers receivers;
    public final Obstacles obstacles;
    public final ObstacleDesk desk;
    public final Files files;
    public final ObstacleDeadlines deadlines;
    private final ObstacleNotices notices;
    private final Database database;

    public ObstacleBench(Database database, Migrations migrations) {
        this.database = database;
        DeadlineCalculator calculator = new DeadlineCalculator(this::day, OfficeHours.parse("07:00-11:30,13:30-17:00"));
        tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        programmes = new Programmes(database, province, tables);
        tasks = new Tasks(database, audit, province, province, tables);
        receivers = new Receivers(province, programmes);
        notices = new ObstacleNotices(province, province, receivers);
        obstacles = new Obstacles(database, receivers, tables);
        desk = new ObstacleDesk(
                database,
                audit,
                (transaction, event) -> events.add(event),
                calculator::due,
                receivers,
                notices,
                tasks,
                tables);
        files = new Files(database, audit, tables);
        deadlines = new ObstacleDeadlines(database, audit, calculator::due, tables);
    }

    private CalendarDay day(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        CalendarDay.Kind kind = weekend
                ? CalendarDay.Kind.WEEKEND
                : holidays.contains(day) ? CalendarDay.Kind.HOLIDAY : CalendarDay.Kind.WORKING;
        return new CalendarDay(day, kind, LocalText.same(""));
    }

    /** The watch as it looks at this time. */
    public ObstacleWatch watch(LocalDateTime now) {
        return new ObstacleWatch(
                database, notices, Clock.fixed(now.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
    }

    /** Noon in Viet Nam on a day. */
    public static Clock noon(String day) {
        return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneOffset.UTC);
    }

    public static Tasks.Act act(String agency, LocalDateTime at) {
        return new Tasks.Act(
                agency,
                "clerk." + agency,
                at,
                FakeRequest.get("steering", "/obstacles").in(agency).audit("steering.test", "obstacle", "", ""));
    }

    /** An agency raises that a rule does not fit. */
    public Obstacle raise(String agency, String document, String article, ObstacleCause cause, LocalDateTime at) {
        return desk.raise(
                new Report(
                        "Không liên thông được kết quả",
                        "Nội dung",
                        ObstacleKind.RULE,
                        cause,
                        document,
                        article,
                        "institutions"),
                Optional.empty(),
                act(agency, at));
    }

    /** A step of the holder or raiser that only says something. */
    public Obstacle step(Obstacle one, ObstacleAction action, String agency, LocalDateTime at) {
        return desk.act(fresh(one), ObstacleStep.of(action, "Nội dung trả lời"), act(agency, at));
    }

    public Obstacle classify(Obstacle one, Urgency urgency, ObstacleCause cause, String agency, LocalDateTime at) {
        ObstacleStep step = new ObstacleStep(
                ObstacleAction.CLASSIFY,
                "",
                Optional.of(new ObstacleStep.Classed(urgency, cause)),
                "",
                "",
                Optional.empty(),
                Optional.empty());
        return desk.act(fresh(one), step, act(agency, at));
    }

    public Obstacle fresh(Obstacle one) {
        return obstacles.find(one.code(), one.raiser()).orElseThrow().obstacle();
    }
}
