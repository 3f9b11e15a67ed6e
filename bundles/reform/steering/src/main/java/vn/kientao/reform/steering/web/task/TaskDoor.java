package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** What every door to a task does alike: finds the one of the address, shows it, says who acts. */
@Component(service = TaskDoor.class)
public final class TaskDoor {
    private static final TextBundle TEXTS = TextBundle.of(TaskDoor.class);

    private final Tasks tasks;
    private final Extensions extensions;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Predecessors predecessors;
    private final Colleagues colleagues;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TaskDoor(
            @Reference Tasks tasks,
            @Reference Extensions extensions,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference Colleagues colleagues,
            @Reference People people) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.programmes = programmes;
        this.agencies = agencies;
        this.predecessors = new Predecessors(agencies);
        this.colleagues = colleagues;
        this.people = people;
    }

    /**
     * The task of the address, when the agency, or one whose work it took over, has or had a part in it, or the reader may see
     * the province.
     *
     * @throws ProblemException 404 when there is none
     */
    public Tasks.View find(Request request) {
        return find(request, request.pathValue("code"));
    }

    /** The same for a code from elsewhere. */
    Tasks.View find(Request request, String code) {
        return tasks.find(code)
                .filter(view ->
                        predecessors.with(request.agency().code()).stream().anyMatch(view::concerns)
                                || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "task-not-found",
                        TEXTS.text("task.problem.none", code),
                        TEXTS.text("task.problem.none.do"))));
    }

    Reply.View show(Request request, Tasks.View view) {
        return show(request, view, FormView.of(request.page(), Map.of()), 200);
    }

    /** The page of a task with what was typed into one of its forms and what is wrong with it. */
    public Reply.View show(Request request, Tasks.View view, FormErrors errors) {
        return show(request, view, new FormView(request.page(), request.fields(), errors), 422);
    }

    /** The page of a task that somebody else has changed meanwhile. */
    public Reply.View stale(Request request) {
        FormErrors errors = new FormErrors();
        errors.add("note", TEXTS.text("task.problem.stale"));
        return show(request, find(request), new FormView(request.page(), request.fields(), errors), 409);
    }

    private Reply.View show(Request request, Tasks.View view, FormView form, int status) {
        Page page = request.page();
        TaskModel model = new TaskModel(
                form,
                view,
                today(request),
                request.agency().code(),
                programmes.areas(today(request)),
                new AgencyNames(agencies, page),
                colleagues.holding(view.task().lead(), TaskForm.WORKERS),
                more(view, today(request)),
                agencies.on(today(request)));
        return Reply.page(view.task().code(), out -> templates.taskTask(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(status);
    }

    private TaskMore more(Tasks.View view, LocalDate today) {
        var asked = extensions.of(view.task());
        return new TaskMore(
                people.names(Stream.concat(
                                view.events().stream().map(event -> event.account()),
                                asked.stream().map(extension -> extension.askedBy()))
                        .toList()),
                asked,
                extensions.refusal(view.task(), today));
    }

    /** Notes a mistake when the form was made from another version of the task. */
    public static void seen(Request request, Task task, FormErrors errors) {
        if (!request.field("version").orElse("").equals("" + task.version())) {
            errors.add("note", TEXTS.text("task.problem.stale"));
        }
    }

    public static Tasks.Act act(Request request, String name, String detail) {
        return new Tasks.Act(
                request.agency().code(),
                request.actor().account(),
                Acts.now(request),
                request.audit(name, "task", "", detail));
    }

    /** 409: the task is not in the state for it, or it belongs to another agency. */
    public static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409, "task-step", TEXTS.text("task.problem.step", word), TEXTS.text("task.problem.step.do")));
    }

    /** 412: somebody else was faster than the program. */
    static ProblemException overtaken() {
        return new ProblemException(
                new Problem(412, "stale", TEXTS.text("task.problem.stale"), TEXTS.text("task.problem.step.do")));
    }

    public static LocalDate today(Request request) {
        return Acts.today(request);
    }

    /** The words of a refused extension. */
    static String textKey(Extensions.Refusal refusal) {
        return "extension.refusal." + refusal.name();
    }
}
