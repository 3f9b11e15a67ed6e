package vn.kientao.reform.steering.web.calendar;

import gg.jte.output.WriterOutput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.calendar.CalendarFeeds;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.calendar.Calendar;
import vn.kientao.reform.steering.domain.calendar.Feed;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.task.TaskDoor;
import vn.kientao.reform.steering.web.task.TaskListQuery;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The terms of tasks month by month, and as a feed for the calendars of people. */
@Component
public final class CalendarPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(CalendarPages.class);
    private static final String ICS = "text/calendar; charset=utf-8";
    private static final int MOST = 500;

    private final Tasks tasks;
    private final CalendarFeeds feeds;
    private final Templates templates = new StaticTemplates();

    @Activate
    public CalendarPages(@Reference Tasks tasks, @Reference CalendarFeeds feeds) {
        this.tasks = tasks;
        this.feeds = feeds;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/calendar", SteeringPermissions.READ, request -> month(request, ""));
        routes.post("/calendar/feed", SteeringPermissions.READ, this::make);
        routes.post("/calendar/feed/revoke", SteeringPermissions.READ, this::revoke);
    }

    @Override
    public void open(Routes routes) {
        routes.get("/calendar/{token}", Permission.ANYONE, this::feed);
    }

    private Reply month(Request request, String address) {
        Page page = request.page();
        FormErrors errors = new FormErrors();
        YearMonth month = month(request, errors);
        TaskListQuery query = new TaskListQuery(request);
        TaskFilter filter = query.filter().between(TaskFilter.Narrow.due(month.atDay(1), month.atEndOfMonth()));
        CalendarModel model = new CalendarModel(
                page,
                month,
                filter.today(),
                tasks.page(filter, Optional.empty(), MOST),
                query.filter().account().isPresent(),
                feeds.of(request.actor().account(), request.agency().code()),
                address);
        return Reply.page(
                        page.text("calendar.title"),
                        out -> templates.calendarMonth(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private static YearMonth month(Request request, FormErrors errors) {
        YearMonth present = YearMonth.from(TaskDoor.today(request));
        try {
            return request.query("month").map(YearMonth::parse).orElse(present);
        } catch (DateTimeException e) {
            errors.add(
                    "month",
                    TEXTS.text("calendar.error.month", request.query("month").orElse("")));
            return present;
        }
    }

    private Reply make(Request request) {
        boolean whole = request.field("scope").filter("agency"::equals).isPresent();
        String token = feeds.make(whole, act(request, "steering.make-calendar"));
        return month(request, request.page().absolute(request.page().openLink("/calendar/" + token)));
    }

    private Reply revoke(Request request) {
        feeds.revoke(act(request, "steering.revoke-calendar"));
        return Reply.seeOther(request.page().link("/calendar"))
                .flash(request.page().text("calendar.revoked"));
    }

    private static Tasks.Act act(Request request, String name) {
        Tasks.Act act = TaskDoor.act(request, name, "");
        return new Tasks.Act(
                act.agency(),
                act.account(),
                act.at(),
                request.audit(name, "calendar", request.actor().account(), ""));
    }

    private Reply feed(Request request) {
        Feed feed = feeds.open(request.pathValue("token"))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "calendar-not-found",
                        TEXTS.text("calendar.problem.none"),
                        TEXTS.text("calendar.problem.none.do"))));
        List<Task> open = feeds.tasks(feed, TaskDoor.today(request));
        Calendar calendar = new Calendar(request.page().text("calendar.name", feed.agency()));
        LocalDateTime stamp = LocalDateTime.ofInstant(request.now(), ZoneOffset.UTC);
        for (Task task : open) {
            task.due()
                    .ifPresent(due -> calendar.day(
                            task.code() + "@kientao",
                            stamp,
                            due,
                            task.code() + ": " + task.title(),
                            task.product(),
                            request.page().absolute("/" + feed.agency() + "/steering/tasks/" + task.code())));
        }
        byte[] bytes = calendar.end().getBytes(StandardCharsets.UTF_8);
        return Reply.download("nhiem-vu.ics", ICS, out -> out.write(bytes));
    }
}
