package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The steps of a dossier that have a page of their own: its form, and what happens when it is sent. */
@Component
public final class StepPages implements ModuleRoutes {
    /** Those whose forms stand on the dossier's own page. */
    private static final List<DossierAction> ELSEWHERE =
            List.of(DossierAction.REGISTER, DossierAction.FORWARD, DossierAction.FINISH, DossierAction.HAND_OVER);

    private final StepDoor door;
    private final Templates templates = new StaticTemplates();

    @Activate
    public StepPages(@Reference StepDoor door) {
        this.door = door;
    }

    /** The steps that have a page. */
    static List<DossierAction> actions() {
        return Arrays.stream(DossierAction.values())
                .filter(action -> !ELSEWHERE.contains(action))
                .toList();
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}/step/{action}", DeskPermissions.READ, this::form);
        for (DossierAction action : actions()) {
            routes.post(
                    "/dossiers/{code}/" + action.word(),
                    DossierModel.permission(action),
                    request -> take(request, action));
        }
    }

    private Reply form(Request request) {
        Dossier dossier = door.dossier(request);
        String word = request.pathValue("action");
        DossierAction action = actions().stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> noSuchStep(word));
        if (!request.page().can(DossierModel.permission(action))) {
            throw noSuchStep(word);
        }
        if (!dossier.allows(action)) {
            throw StepProblems.notAllowed(
                    dossier.code(), new DossierNotAllowedException(dossier.code(), action, dossier.status()));
        }
        StepForms forms = door.forms(request, dossier);
        return page(request, dossier, action, forms, FormView.of(request.page(), forms.fresh(action)), 200);
    }

    private Reply take(Request request, DossierAction action) {
        Dossier present = door.dossier(request);
        long seen = DossierPages.version(request, present);
        if (seen != present.version()) {
            return overtaken(request, present, seen, action);
        }
        FormErrors errors = new FormErrors();
        try {
            Optional<Dossier> after = door.take(request, present, action, request.fields(), errors);
            if (after.isPresent()) {
                return DossierPages.done(request, present, action);
            }
        } catch (StaleRecordException e) {
            return overtaken(request, door.dossier(request), seen, action);
        }
        FormView form = new FormView(request.page(), request.fields(), errors);
        return page(request, present, action, door.forms(request, present), form, 422);
    }

    /** Sent twice by the same hand: done. Changed by somebody else: 409 with what changed. */
    private Reply overtaken(Request request, Dossier present, long seen, DossierAction action) {
        List<DossierEvent> changes = present.since(seen);
        if (DossierPages.sentTwice(request, changes, action)) {
            return DossierPages.done(request, present, action);
        }
        Page page = request.page();
        Map<String, String> typed = new LinkedHashMap<>();
        for (StepField field : door.forms(request, present).of(action)) {
            request.field(field.name()).ifPresent(value -> typed.put(field.label(), value));
        }
        StaleModel model = new StaleModel(page, PersonalData.of(request).of(present), changes, typed);
        return Reply.page(
                        page.text("dossier.stale.title"),
                        out -> templates.proceduresDossierStale(model).render(new WriterOutput(out)))
                .status(409);
    }

    private Reply page(
            Request request, Dossier dossier, DossierAction action, StepForms forms, FormView form, int status) {
        Page page = request.page();
        StepModel model = new StepModel(page, PersonalData.of(request).of(dossier), action, form, forms.of(action));
        return Reply.page(
                        page.text("dossier.action." + action.word()),
                        out -> templates.proceduresDossierStep(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")),
                        new Reply.Crumb(dossier.code().toString(), page.link("/dossiers/" + dossier.code())))
                .status(status);
    }

    private static ProblemException noSuchStep(String word) {
        return new ProblemException(new Problem(
                404,
                "no-such-step",
                Words.text("dossier.problem.no-step", word),
                Words.text("dossier.problem.step.do")));
    }
}
