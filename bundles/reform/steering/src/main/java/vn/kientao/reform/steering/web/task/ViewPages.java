package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Tasks seen otherwise than as a list, with the filters of the list: by state, along time, as somebody's own work. */
@Component
public final class ViewPages implements ModuleRoutes {
    private static final int FIRST = 20;
    private static final int PAGE = 50;

    private final Tasks tasks;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ViewPages(@Reference Tasks tasks, @Reference Programmes programmes, @Reference Agencies agencies) {
        this.tasks = tasks;
        this.programmes = programmes;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/task-board", SteeringPermissions.READ, this::board);
        routes.get("/timeline", SteeringPermissions.READ, this::timeline);
        routes.get("/my-work", SteeringPermissions.READ, this::work);
    }

    private Reply board(Request request) {
        TaskListQuery query = new TaskListQuery(request);
        String address = "/tasks?part=" + query.filter().part().name() + query.more();
        List<ViewModel.Group> columns = new ArrayList<>();
        for (TaskState state : List.of(TaskState.OPEN, TaskState.PAUSED, TaskState.REPORTED, TaskState.DONE)) {
            columns.add(group(
                    request.page().text(state.textKey()),
                    query.filter().in(state),
                    address + "&state=" + state.name()));
        }
        return page(request, query, "/task-board", "view.board", columns, "");
    }

    private Reply timeline(Request request) {
        TaskListQuery query = new TaskListQuery(request);
        List<Task> rows = tasks.page(query.filter(), query.after(), PAGE + 1);
        Map<String, List<Task>> months = new LinkedHashMap<>();
        rows.stream()
                .limit(PAGE)
                .forEach(task -> months.computeIfAbsent(
                                task.due()
                                        .map(due -> due.getMonthValue() + "/" + due.getYear())
                                        .orElse(""),
                                month -> new ArrayList<>())
                        .add(task));
        List<ViewModel.Group> groups = months.entrySet().stream()
                .map(month -> new ViewModel.Group(
                        month.getKey().isEmpty()
                                ? request.page().text("task.term.NONE")
                                : request.page().text("view.month", month.getKey()),
                        month.getValue(),
                        false,
                        ""))
                .toList();
        String next = rows.size() > PAGE ? request.page().with("after", TaskListQuery.key(rows.get(PAGE - 1))) : "";
        return page(request, query, "/timeline", "view.timeline", groups, next);
    }

    /** What the reader answers for, and what waits for the reader's agency. */
    private Reply work(Request request) {
        TaskListQuery query = new TaskListQuery(request);
        Page page = request.page();
        TaskFilter all = query.filter();
        List<ViewModel.Group> groups = new ArrayList<>();
        groups.add(group(
                page.text("task.mine"),
                all.as(Part.LEAD, Optional.of(request.actor().account())),
                "/tasks?mine=1" + query.more()));
        if (page.can(SteeringPermissions.GIVE)) {
            groups.add(group(
                    page.text("task.state.REPORTED"),
                    all.as(Part.GIVE, Optional.empty()).in(TaskState.REPORTED),
                    "/tasks?part=GIVE&state=REPORTED" + query.more()));
        }
        for (Part part : List.of(Part.COOPERATE, Part.APPROVE, Part.WATCH)) {
            groups.add(group(
                    page.text(part.textKey()),
                    all.as(part, Optional.empty()),
                    "/tasks?part=" + part.name() + query.more()));
        }
        return page(request, query, "/my-work", "view.work", groups, "");
    }

    private ViewModel.Group group(String title, TaskFilter filter, String address) {
        List<Task> rows = tasks.page(filter, Optional.empty(), FIRST + 1);
        return new ViewModel.Group(
                title, rows.size() > FIRST ? rows.subList(0, FIRST) : rows, rows.size() > FIRST, address);
    }

    private Reply page(
            Request request,
            TaskListQuery query,
            String path,
            String title,
            List<ViewModel.Group> groups,
            String next) {
        Page page = request.page();
        LocalDate today = Acts.today(request);
        ViewModel model = new ViewModel(
                query.form(),
                path,
                title,
                groups,
                next,
                today,
                programmes.areas(today),
                new AgencyNames(agencies, page));
        return Reply.page(page.text(title), out -> templates.taskView(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(query.errors().isEmpty() ? 200 : 422);
    }
}
