package vn.kientao.reform.procedures.web.workflow;

import gg.jte.output.WriterOutput;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.workflow.WorkflowDesk;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowFault;
import vn.kientao.reform.procedures.domain.workflow.WorkflowPicture;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The internal procedures of an agency: a list, a form with a picture of the flow, versions. */
@Component
public final class WorkflowPages implements ModuleRoutes {
    static final Permission CONFIGURE = new Permission("procedures.configure-workflows");
    private static final TextBundle TEXTS = TextBundle.of(WorkflowPages.class);

    static final List<String> WHO = List.of(
            Roles.DESK_OFFICER, Roles.HANDLER, Roles.AGENCY_HEAD, Roles.COORDINATOR, Roles.AGENCY_ADMINISTRATOR);

    private final WorkflowDesk desk;
    private final Colleagues colleagues;
    private final Templates templates = new StaticTemplates();

    @Activate
    public WorkflowPages(@Reference WorkflowDesk desk, @Reference Colleagues colleagues) {
        this.colleagues = colleagues;
        this.desk = desk;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/workflows", CONFIGURE, this::list).menu("workflow.menu", "diagram-3", 60);
        routes.get("/workflow-draft", CONFIGURE, this::fresh);
        routes.post("/workflows", CONFIGURE, this::draft);
        routes.get("/workflows/{id}", CONFIGURE, this::show);
        routes.post("/workflows/{id}", CONFIGURE, this::change);
        routes.post("/workflows/{id}/publish", CONFIGURE, this::publish);
        routes.post("/workflows/{id}/copy", CONFIGURE, this::copy);
    }

    private Reply list(Request request) {
        Page page = request.page();
        WorkflowListModel model =
                new WorkflowListModel(page, desk.of(request.agency().code()));
        return Reply.page(
                page.text("workflow.title"),
                out -> templates.proceduresWorkflows(model).render(new WriterOutput(out)));
    }

    private Reply fresh(Request request) {
        return page(request, Optional.empty(), Map.of(), new FormErrors(), List.of(), 200);
    }

    private Reply show(Request request) {
        Workflow workflow = workflow(request);
        return page(request, Optional.of(workflow), WorkflowForm.values(workflow), new FormErrors(), List.of(), 200);
    }

    private Reply draft(Request request) {
        FormErrors errors = new FormErrors();
        WorkflowForm form = new WorkflowForm(request.fields(), people(request), errors);
        String procedure = form.procedure();
        String name = form.name();
        List<WorkflowStep> steps = form.steps();
        if (!errors.isEmpty()) {
            return page(request, Optional.empty(), request.fields(), errors, List.of(), 422);
        }
        return opened(request, desk.draft(procedure, name, steps, doer(request)), "workflow.done.kept");
    }

    private Reply change(Request request) {
        Workflow seen = seen(request);
        FormErrors errors = new FormErrors();
        WorkflowForm form = new WorkflowForm(request.fields(), people(request), errors);
        String name = form.name();
        List<WorkflowStep> steps = form.steps();
        if (!errors.isEmpty()) {
            return page(request, Optional.of(seen), request.fields(), errors, List.of(), 422);
        }
        try {
            desk.change(seen, name, steps, doer(request));
        } catch (StaleRecordException e) {
            throw stale();
        }
        return opened(request, seen.id(), "workflow.done.kept");
    }

    private Reply publish(Request request) {
        Workflow seen = seen(request);
        try {
            List<WorkflowFault> faults = desk.publish(seen, doer(request));
            return faults.isEmpty()
                    ? opened(request, seen.id(), "workflow.done.published")
                    : page(request, Optional.of(seen), WorkflowForm.values(seen), new FormErrors(), faults, 422);
        } catch (StaleRecordException e) {
            throw stale();
        }
    }

    private Reply copy(Request request) {
        Workflow from = workflow(request);
        long id = desk.draft(from.procedure(), from.name(), from.steps(), doer(request));
        return opened(request, id, "workflow.done.kept");
    }

    private Reply page(
            Request request,
            Optional<Workflow> workflow,
            Map<String, String> values,
            FormErrors errors,
            List<WorkflowFault> faults,
            int status) {
        Page page = request.page();
        String picture = workflow.filter(one -> !one.steps().isEmpty())
                .map(one -> new WorkflowPicture(one.steps()).svg(page.text("workflow.picture", one.name())))
                .orElse("");
        WorkflowModel model = new WorkflowModel(page, workflow, values, errors, picture, faults, people(request));
        return Reply.page(
                        workflow.map(Workflow::name).orElse(page.text("workflow.new")),
                        out -> templates.proceduresWorkflow(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("workflow.title"), page.link("/workflows")))
                .status(status);
    }

    private Map<String, String> people(Request request) {
        return colleagues.holding(request.agency().code(), WHO);
    }

    private static Reply opened(Request request, long id, String done) {
        Page page = request.page();
        return Reply.seeOther(page.link("/workflows/" + id)).flash(page.text(done));
    }

    private Workflow workflow(Request request) {
        String id = request.pathValue("id");
        Optional<Workflow> found =
                id.matches("\\d{1,18}") ? desk.find(request.agency().code(), Long.parseLong(id)) : Optional.empty();
        return found.orElseThrow(() -> none(id));
    }

    static ProblemException none(String id) {
        return new ProblemException(new Problem(
                404,
                "no-such-workflow",
                TEXTS.text("workflow.problem.none", id),
                TEXTS.text("workflow.problem.none.do")));
    }

    /** The version that the form was made from; 409 when it is another one by now. */
    private Workflow seen(Request request) {
        Workflow present = workflow(request);
        boolean same = request.field("version")
                .filter(version -> version.equals("" + present.version()))
                .isPresent();
        if (!same || present.state() != Workflow.State.DRAFT) {
            throw stale();
        }
        return present;
    }

    static ProblemException stale() {
        return new ProblemException(new Problem(
                409, "stale", TEXTS.text("workflow.problem.stale"), TEXTS.text("workflow.problem.stale.do")));
    }

    static Doer doer(Request request) {
        return new Doer(
                request.agency().code(),
                request.actor().account(),
                request.actor().name(),
                LocalDateTime.ofInstant(request.now(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS),
                request.idempotencyKey(),
                request::audit);
    }
}
