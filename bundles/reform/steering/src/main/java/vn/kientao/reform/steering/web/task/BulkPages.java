package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.handover.HandOvers;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/**
 * Several tasks at once: those that the agency leads get somebody who answers for them, those that it gave get another lead.
 * Each is written by itself; one that cannot be is named and does not spoil the others.
 */
@Component
public final class BulkPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(BulkPages.class);
    private static final int MOST = 100;
    private static final int NAME = 200;
    private static final int NOTE = 2_000;

    private final TaskDoor door;
    private final Tasks tasks;
    private final HandOvers handOvers;
    private final Agencies agencies;
    private final Colleagues colleagues;
    private final Templates templates = new StaticTemplates();

    @Activate
    public BulkPages(
            @Reference TaskDoor door,
            @Reference Tasks tasks,
            @Reference HandOvers handOvers,
            @Reference Agencies agencies,
            @Reference Colleagues colleagues) {
        this.door = door;
        this.tasks = tasks;
        this.handOvers = handOvers;
        this.agencies = agencies;
        this.colleagues = colleagues;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/assignments", SteeringPermissions.WORK, this::choose);
        routes.post("/assignments", SteeringPermissions.WORK, this::assign);
        routes.post("/assignments/lead", SteeringPermissions.GIVE, this::lead);
    }

    private Reply choose(Request request) {
        return choose(request, FormView.of(request.page(), Map.of()), List.of(), 200);
    }

    private Reply choose(Request request, FormView form, List<String> left, int status) {
        Page page = request.page();
        TaskListQuery query = new TaskListQuery(request);
        boolean gives = query.filter().part() == Part.GIVE && page.can(SteeringPermissions.GIVE);
        List<Task> rows = tasks.page(
                query.filter().as(gives ? Part.GIVE : Part.LEAD, query.filter().account()), Optional.empty(), MOST);
        BulkModel model = new BulkModel(
                form,
                gives,
                rows,
                left,
                colleagues.holding(request.agency().code(), TaskForm.WORKERS),
                agencies.on(TaskDoor.today(request)),
                TaskDoor.today(request),
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("bulk.title"),
                        out -> templates.taskBulk(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(status);
    }

    private Reply assign(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        String account = reader.text("account", 1, NAME);
        String division = reader.text("division", 0, NAME);
        Map<String, String> workers = colleagues.holding(request.agency().code(), TaskForm.WORKERS);
        if (!workers.containsKey(account)) {
            errors.add("account", TEXTS.text("task.error.account"));
        }
        return each(request, errors, view -> {
            Task task = view.task();
            if (!new TaskRights(request.page(), view, request.agency().code()).may(TaskAction.ASSIGN)) {
                return false;
            }
            tasks.act(
                    task,
                    new Tasks.Step(
                            TaskAction.ASSIGN,
                            "",
                            task.progress(),
                            division.isEmpty() ? task.division() : division,
                            workers.getOrDefault(account, ""),
                            account),
                    TaskDoor.act(request, "steering.assign-task", ""));
            return true;
        });
    }

    private Reply lead(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        String lead = reader.text("lead", 1, NAME);
        String reason = reader.text("reason", 1, NOTE);
        if (agencies.find(lead)
                .filter(one -> one.existsOn(TaskDoor.today(request)))
                .isEmpty()) {
            errors.add("lead", TEXTS.text("task.error.agency", lead));
        }
        return each(request, errors, view -> {
            if (!view.has(request.agency().code(), Part.GIVE)
                    || !view.task().state().open()
                    || view.task().lead().equals(lead)) {
                return false;
            }
            handOvers.toAgency(view.task(), lead, reason, TaskDoor.act(request, "steering.hand-over", ""));
            return true;
        });
    }

    /** Something that is done to one task; false when it cannot be. */
    @FunctionalInterface
    private interface Change {
        boolean make(Tasks.View view);
    }

    private Reply each(Request request, FormErrors errors, Change change) {
        List<String> chosen = request.fieldAll("task");
        if (chosen.isEmpty() || chosen.size() > MOST) {
            errors.add("task", TEXTS.text("bulk.error.chosen", "" + chosen.size(), "" + MOST));
        }
        FormView form = new FormView(request.page(), request.fields(), errors);
        if (!errors.isEmpty()) {
            return choose(request, form, List.of(), 422);
        }
        List<String> left = new ArrayList<>();
        for (String code : chosen) {
            if (!done(door.find(request, code), change)) {
                left.add(code);
            }
        }
        if (!left.isEmpty()) {
            return choose(request, form, left, 409);
        }
        return Reply.seeOther(request.page().link("/tasks"))
                .flash(request.page().text("bulk.done", "" + chosen.size()));
    }

    private static boolean done(Tasks.View view, Change change) {
        try {
            return change.make(view);
        } catch (StaleRecordException e) {
            return false;
        }
    }
}
