package vn.kientao.reform.steering.web.handover;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.People;
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
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.task.TaskDoor;
import vn.kientao.reform.steering.web.task.TaskForm;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Tasks into other hands: all open ones of somebody who leaves to a colleague, or one to another lead. */
@Component
public final class PersonPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(PersonPages.class);
    private static final int NOTE = 2_000;

    private final TaskDoor door;
    private final HandOvers handOvers;
    private final Agencies agencies;
    private final Colleagues colleagues;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PersonPages(
            @Reference TaskDoor door,
            @Reference HandOvers handOvers,
            @Reference Agencies agencies,
            @Reference Colleagues colleagues,
            @Reference People people) {
        this.door = door;
        this.handOvers = handOvers;
        this.agencies = agencies;
        this.colleagues = colleagues;
        this.people = people;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/handover/person", SteeringPermissions.GIVE, this::preview);
        routes.post("/handover/person", SteeringPermissions.GIVE, this::handOver);
        routes.post("/tasks/{code}/lead", SteeringPermissions.GIVE, this::lead);
    }

    private Reply preview(Request request) {
        Map<String, String> values = new HashMap<>();
        request.query("from").ifPresent(from -> values.put("from", from));
        return preview(request, FormView.of(request.page(), values), 200);
    }

    private Reply preview(Request request, FormView form, int status) {
        Page page = request.page();
        String from = form.value("from");
        List<Task> open = from.isEmpty()
                ? List.of()
                : handOvers.ofPerson(from, request.agency().code());
        PersonModel model = new PersonModel(
                form,
                colleagues.holding(request.agency().code(), TaskForm.WORKERS),
                open,
                people.name(from).orElse(""));
        return Reply.page(
                        page.text("handover.person.title"),
                        out -> templates.handoverPerson(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(status);
    }

    private Reply handOver(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        String from = reader.text("from", 1, 200);
        String to = reader.text("to", 1, 200);
        String reason = reader.text("reason", 1, NOTE);
        Map<String, String> workers = colleagues.holding(request.agency().code(), TaskForm.WORKERS);
        if (!workers.containsKey(to) || to.equals(from)) {
            errors.add("to", TEXTS.text("handover.error.person"));
        }
        if (!errors.isEmpty()) {
            return preview(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Page page = request.page();
        return handOvers
                .toPerson(
                        from, to, workers.getOrDefault(to, to), reason, TaskDoor.act(request, "steering.hand-over", ""))
                .map(run -> Reply.seeOther(page.link("/handover/runs/" + run)).flash(page.text("handover.done")))
                .orElseGet(() -> Reply.seeOther(page.link("/handover/person")).flash(page.text("handover.nothing")));
    }

    private Reply lead(Request request) {
        Tasks.View view = door.find(request);
        if (!view.has(request.agency().code(), Part.GIVE)
                || !view.task().state().open()) {
            throw TaskDoor.refused(request.page().text("handover.lead-change"));
        }
        FormErrors errors = new FormErrors();
        TaskDoor.seen(request, view.task(), errors);
        FormReader reader = new FormReader(request, errors);
        String lead = reader.text("lead", 1, 40);
        String reason = reader.text("leadReason", 1, NOTE);
        if (lead.equals(view.task().lead())
                || agencies.find(lead)
                        .filter(one -> one.existsOn(TaskDoor.today(request)))
                        .isEmpty()) {
            errors.add("lead", TEXTS.text("task.error.agency", lead));
        }
        if (!errors.isEmpty()) {
            return door.show(request, view, errors);
        }
        try {
            handOvers.toAgency(view.task(), lead, reason, TaskDoor.act(request, "steering.hand-over", ""));
        } catch (StaleRecordException e) {
            return door.stale(request);
        }
        return Reply.seeOther(request.page().link("/tasks/" + view.task().code()))
                .flash(request.page().text("handover.done"));
    }
}
