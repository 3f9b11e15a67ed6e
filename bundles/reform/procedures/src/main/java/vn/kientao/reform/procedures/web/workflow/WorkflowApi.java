package vn.kientao.reform.procedures.web.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.workflow.WorkflowDesk;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowFault;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;

/** Internal procedures for programs, by the rules of the form. */
@Component
public final class WorkflowApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(WorkflowApi.class);

    private final WorkflowDesk desk;
    private final Colleagues colleagues;

    @Activate
    public WorkflowApi(@Reference WorkflowDesk desk, @Reference Colleagues colleagues) {
        this.desk = desk;
        this.colleagues = colleagues;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/workflows", WorkflowPages.CONFIGURE, this::list)
                .summary("workflow.api.list")
                .returns(WorkflowJson.Listing.class);
        routes.post("/workflows", WorkflowPages.CONFIGURE, this::draft)
                .summary("workflow.api.draft")
                .accepts(WorkflowJson.class)
                .returns(WorkflowJson.class);
        routes.get("/workflows/{id}", WorkflowPages.CONFIGURE, this::show)
                .summary("workflow.api.show")
                .returns(WorkflowJson.class)
                .versioned();
        routes.put("/workflows/{id}", WorkflowPages.CONFIGURE, this::change)
                .summary("workflow.api.change")
                .accepts(WorkflowJson.class)
                .returns(WorkflowJson.class)
                .versioned();
        routes.post("/workflows/{id}/publish", WorkflowPages.CONFIGURE, this::publish)
                .summary("workflow.api.publish")
                .returns(WorkflowJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        return Reply.json(new WorkflowJson.Listing(
                desk.of(request.agency().code()).stream().map(WorkflowJson::of).toList()));
    }

    private Reply show(Request request) {
        return answer(workflow(request, request.pathValue("id")));
    }

    private Reply draft(Request request) {
        WorkflowJson body = request.json(WorkflowJson.class);
        FormErrors errors = new FormErrors();
        WorkflowForm form = form(request, body, errors);
        String procedure = form.procedure();
        String name = form.name();
        List<WorkflowStep> steps = form.steps();
        refuse(errors);
        long id = desk.draft(procedure, name, steps, WorkflowPages.doer(request));
        Workflow kept = workflow(request, "" + id);
        return new Reply.Json(
                        201,
                        WorkflowJson.of(kept),
                        Map.of("Location", request.page().link("/workflows/" + id)))
                .version(kept.version());
    }

    private Reply change(Request request) {
        Workflow seen = seen(request);
        FormErrors errors = new FormErrors();
        WorkflowForm form = form(request, request.json(WorkflowJson.class), errors);
        String name = form.name();
        List<WorkflowStep> steps = form.steps();
        refuse(errors);
        try {
            desk.change(seen, name, steps, WorkflowPages.doer(request));
        } catch (StaleRecordException e) {
            throw WorkflowPages.stale();
        }
        return answer(workflow(request, "" + seen.id()));
    }

    private Reply publish(Request request) {
        Workflow seen = seen(request);
        try {
            List<WorkflowFault> faults = desk.publish(seen, WorkflowPages.doer(request));
            if (!faults.isEmpty()) {
                throw new ProblemException(new Problem(
                        422,
                        "workflow-faults",
                        new LocalText(words(faults, TextBundle.VIETNAMESE), words(faults, TextBundle.ENGLISH)),
                        TEXTS.text("workflow.problem.invalid.do")));
            }
        } catch (StaleRecordException e) {
            throw WorkflowPages.stale();
        }
        return answer(workflow(request, "" + seen.id()));
    }

    private static String words(List<WorkflowFault> faults, Locale locale) {
        String all = faults.stream()
                .map(fault -> TEXTS.text(fault.kind().textKey(), fault.step(), fault.value())
                        .in(locale))
                .collect(Collectors.joining("; "));
        return TEXTS.text("workflow.problem.faults", all).in(locale);
    }

    private WorkflowForm form(Request request, WorkflowJson body, FormErrors errors) {
        if (body.size() > WorkflowForm.ROWS) {
            errors.add("steps", TEXTS.text("workflow.error.rows", "" + body.size(), "" + WorkflowForm.ROWS));
        }
        return new WorkflowForm(
                body.values(), colleagues.holding(request.agency().code(), WorkflowPages.WHO), errors);
    }

    private static void refuse(FormErrors errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    TEXTS.text("workflow.problem.invalid"),
                    TEXTS.text("workflow.problem.invalid.do"),
                    errors.all()));
        }
    }

    private Workflow seen(Request request) {
        Workflow present = workflow(request, request.pathValue("id"));
        request.expect(present.version());
        if (present.state() != Workflow.State.DRAFT) {
            throw WorkflowPages.stale();
        }
        return present;
    }

    private Workflow workflow(Request request, String id) {
        Optional<Workflow> found =
                id.matches("\\d{1,18}") ? desk.find(request.agency().code(), Long.parseLong(id)) : Optional.empty();
        return found.orElseThrow(() -> WorkflowPages.none(id));
    }

    private static Reply answer(Workflow workflow) {
        return Reply.json(WorkflowJson.of(workflow)).version(workflow.version());
    }
}
