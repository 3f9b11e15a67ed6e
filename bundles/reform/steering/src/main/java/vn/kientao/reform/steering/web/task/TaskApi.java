package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Extension;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * Tasks for programs, under the same rules as on the pages. Whoever changes a task names the version that it has seen in
 * {@code If-Match}.
 */
@Component
public final class TaskApi implements ModuleRoutes {
    private static final int PAGE = 50;

    private final TaskDoor door;
    private final Tasks tasks;
    private final Extensions extensions;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Colleagues colleagues;

    @Activate
    public TaskApi(
            @Reference TaskDoor door,
            @Reference Tasks tasks,
            @Reference Extensions extensions,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference Colleagues colleagues) {
        this.door = door;
        this.tasks = tasks;
        this.extensions = extensions;
        this.programmes = programmes;
        this.agencies = agencies;
        this.colleagues = colleagues;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/tasks", SteeringPermissions.READ, this::list)
                .summary("task.api.list")
                .query("part", "standing", "area", "q", "mine", "ended", "scope", "clause", "after")
                .returns(TaskJson.Listing.class);
        routes.post("/tasks", SteeringPermissions.GIVE, this::give)
                .summary("task.api.give")
                .accepts(TaskJson.New.class)
                .returns(TaskJson.Whole.class);
        routes.get("/tasks/{code}", SteeringPermissions.READ, this::show)
                .summary("task.api.show")
                .returns(TaskJson.Whole.class)
                .versioned();
        routes.post("/tasks/{code}/steps/{action}", SteeringPermissions.READ, this::act)
                .summary("task.api.step")
                .accepts(TaskJson.Step.class)
                .returns(TaskJson.Whole.class)
                .versioned();
        routes.post("/tasks/{code}/extensions", SteeringPermissions.WORK, this::ask)
                .summary("task.api.ask")
                .accepts(TaskJson.Wish.class)
                .returns(TaskJson.Whole.class)
                .versioned();
        routes.post("/tasks/{code}/extensions/{id}", SteeringPermissions.GIVE, this::decide)
                .summary("task.api.decide")
                .accepts(TaskJson.Decision.class)
                .returns(TaskJson.Whole.class)
                .versioned();
    }

    private Reply list(Request request) {
        TaskListQuery query = new TaskListQuery(request);
        Mistakes.check(query.errors());
        List<Task> rows = tasks.page(query.filter(), query.after(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        LocalDate today = TaskDoor.today(request);
        return Reply.json(new TaskJson.Listing(
                rows.stream().limit(PAGE).map(task -> TaskJson.of(task, today)).toList(),
                more ? TaskListQuery.key(rows.get(PAGE - 1)) : null));
    }

    private Reply show(Request request) {
        return answer(request, door.find(request), 200, Map.of());
    }

    private static Reply answer(Request request, Tasks.View view, int status, Map<String, String> headers) {
        return new Reply.Json(status, TaskJson.Whole.of(view, TaskDoor.today(request)), headers)
                .version(view.task().version());
    }

    private Reply give(Request request) {
        TaskJson.New body = request.json(TaskJson.New.class);
        FormErrors errors = new FormErrors();
        Optional<TaskOrder> order = new TaskForm(
                        new FormReader(body.values(), errors),
                        body::parties,
                        request,
                        errors,
                        agencies,
                        programmes.areas(TaskDoor.today(request)))
                .order(tasks);
        Mistakes.check(errors);
        Task task = tasks.give(
                order.orElseThrow(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                TaskDoor.act(request, "steering.give-task", ""));
        return answer(
                request,
                tasks.find(task.code()).orElseThrow(),
                201,
                Map.of("Location", request.page().link("/tasks/" + task.code())));
    }

    private Reply act(Request request) {
        Tasks.View view = door.find(request);
        String word = request.pathValue("action");
        TaskAction action = TaskAction.of(word)
                .filter(one ->
                        new TaskRights(request.page(), view, request.agency().code()).may(one))
                .orElseThrow(() -> TaskDoor.refused(word));
        request.expect(view.task().version());
        FormErrors errors = new FormErrors();
        Optional<Tasks.Step> step = new TaskStepForm(
                        new FormReader(request.json(TaskJson.Step.class).values(), errors), errors, colleagues)
                .step(view.task(), action);
        Mistakes.check(errors);
        return changed(
                request,
                view,
                () -> tasks.act(
                        view.task(),
                        step.orElseThrow(),
                        TaskDoor.act(request, "steering." + action.word() + "-task", "")));
    }

    private Reply ask(Request request) {
        Tasks.View view = door.find(request);
        if (!view.has(request.agency().code(), Part.LEAD)) {
            throw TaskDoor.refused(request.page().text("extension.ask"));
        }
        request.expect(view.task().version());
        FormErrors errors = new FormErrors();
        Optional<ExtensionForm.Wish> wish = form(
                        request, request.json(TaskJson.Wish.class).values(), errors)
                .wish(view.task(), extensions);
        Mistakes.check(errors);
        return changed(
                request,
                view,
                () -> extensions.ask(
                        view.task(),
                        wish.orElseThrow().wanted(),
                        wish.orElseThrow().reason(),
                        TaskDoor.act(request, "steering.ask-extension", "")));
    }

    private Reply decide(Request request) {
        Tasks.View view = door.find(request);
        Extension extension = ExtensionPages.pending(request, view, extensions);
        request.expect(view.task().version());
        FormErrors errors = new FormErrors();
        Optional<ExtensionForm.Decision> decision = form(
                        request, request.json(TaskJson.Decision.class).values(), errors)
                .decision(extension);
        Mistakes.check(errors);
        return changed(
                request,
                view,
                () -> extensions.decide(
                        extension,
                        view.task(),
                        decision.orElseThrow().day(),
                        decision.orElseThrow().answer(),
                        TaskDoor.act(request, "steering.decide-extension", "")));
    }

    private static ExtensionForm form(Request request, Map<String, String> values, FormErrors errors) {
        return new ExtensionForm(new FormReader(values, errors), errors, TaskDoor.today(request));
    }

    private Reply changed(Request request, Tasks.View view, Runnable change) {
        try {
            change.run();
        } catch (StaleRecordException e) {
            throw TaskDoor.overtaken();
        }
        return answer(request, tasks.find(view.task().code()).orElseThrow(), 200, Map.of());
    }
}
