package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Tasks as pages: the lists of an agency, giving one, its page with every step. */
@Component
public final class TaskPages implements ModuleRoutes {
    private static final int PAGE = 25;

    private final TaskDoor door;
    private final Tasks tasks;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Predecessors predecessors;
    private final Colleagues colleagues;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TaskPages(
            @Reference TaskDoor door,
            @Reference Tasks tasks,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference Colleagues colleagues,
            @Reference TableFiles files) {
        this.door = door;
        this.tasks = tasks;
        this.programmes = programmes;
        this.agencies = agencies;
        this.predecessors = new Predecessors(agencies);
        this.colleagues = colleagues;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/tasks", SteeringPermissions.READ, this::list).menu("task.menu", "list-check", 10);
        files.offer(routes, "/tasks", SteeringPermissions.READ, this::table);
        routes.get("/tasks/new", SteeringPermissions.GIVE, this::blank);
        routes.post("/tasks/new", SteeringPermissions.GIVE, this::give);
        routes.get("/tasks/{code}", SteeringPermissions.READ, this::show);
        routes.post("/tasks/{code}/{action}", SteeringPermissions.READ, this::act);
    }

    private TaskListQuery query(Request request) {
        return new TaskListQuery(request, predecessors.with(request.agency().code()));
    }

    private Reply list(Request request) {
        TaskListQuery query = query(request);
        List<Task> rows = tasks.page(query.filter(), query.after(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        TaskListModel model = new TaskListModel(
                request.page(),
                query,
                more ? rows.subList(0, PAGE) : rows,
                more,
                tasks.figures(request.agency().code(), query.filter().today()),
                programmes.areas(query.filter().today()),
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("task.title"),
                        out -> templates.taskList(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new TaskFile(tasks, query(request), new AgencyNames(agencies, request.page()))
                .table(request.agency().code());
    }

    private Reply blank(Request request) {
        Map<String, String> values = new HashMap<>();
        for (String name : List.of("clause", "document", "parent", "area", "lead", "title")) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        values.putIfAbsent("lead", request.agency().code());
        values.put("term", "DATED");
        return form(request, FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        Page page = request.page();
        LocalDate today = TaskDoor.today(request);
        TaskFormModel model = new TaskFormModel(
                form,
                programmes.areas(today),
                agencies.on(today),
                colleagues.holding(request.agency().code(), TaskForm.WORKERS),
                page.texts());
        return Reply.page(
                        page.text("task.new"), out -> templates.taskForm(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(status);
    }

    private Reply give(Request request) {
        FormErrors errors = new FormErrors();
        Optional<TaskOrder> order =
                new TaskForm(request, errors, agencies, programmes.areas(TaskDoor.today(request))).order(tasks);
        if (order.isEmpty()) {
            return form(request, new FormView(request.page(), TaskForm.values(request), errors), 422);
        }
        Task task = tasks.give(
                order.get(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                TaskDoor.act(request, "steering.give-task", ""));
        return Reply.seeOther(request.page().link("/tasks/" + task.code()))
                .flash(request.page().text("task.given", task.code()));
    }

    private Reply show(Request request) {
        return door.show(request, door.find(request));
    }

    private Reply act(Request request) {
        Tasks.View view = door.find(request);
        String word = request.pathValue("action");
        TaskAction action = TaskAction.of(word)
                .filter(one ->
                        new TaskRights(request.page(), view, request.agency().code()).may(one))
                .orElseThrow(() -> TaskDoor.refused(word));
        FormErrors errors = new FormErrors();
        TaskDoor.seen(request, view.task(), errors);
        Optional<Tasks.Step> step =
                new TaskStepForm(new FormReader(request, errors), errors, colleagues).step(view.task(), action);
        if (step.isEmpty()) {
            return door.show(request, view, errors);
        }
        try {
            tasks.act(view.task(), step.get(), TaskDoor.act(request, "steering." + action.word() + "-task", ""));
        } catch (StaleRecordException e) {
            return door.stale(request);
        }
        return Reply.seeOther(request.page().link("/tasks/" + view.task().code()))
                .flash(request.page().text("task.acted." + action.name()));
    }
}
