package vn.kientao.reform.procedures.web.competence;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Dossiers that this desk received and other agencies settle: how they stand, and what is done for them here. */
@Component
public final class SentPages implements ModuleRoutes {
    static final int PAGE = 25;

    private final SentDoor door;
    private final Papers papers;
    private final Letters letters;
    private final Templates templates = new StaticTemplates();

    @Activate
    public SentPages(@Reference SentDoor door, @Reference Papers papers, @Reference Letters letters) {
        this.door = door;
        this.papers = papers;
        this.letters = letters;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/sent", DeskPermissions.READ, this::list).menu("sent.menu", "box-arrow-up-right", 16);
        routes.get("/sent/{code}", DeskPermissions.READ, this::show);
        routes.get("/sent/{code}/papers/{paper}/pdf", DeskPermissions.PERSONAL_DATA, this::paper);
        for (DossierAction action : Errand.ACTIONS) {
            routes.post(
                    "/sent/{code}/" + action.word(),
                    DeskPermissions.of(Transition.by(action)),
                    request -> give(request, action));
        }
    }

    private Reply list(Request request) {
        Page page = request.page();
        boolean open = request.query("ended").isEmpty();
        List<SentDossier> found = door.competence().page(request.agency().code(), open, door.after(request), PAGE + 1);
        boolean more = found.size() > PAGE;
        SentDossiersModel model = new SentDossiersModel(
                page,
                open,
                more ? found.subList(0, PAGE) : found,
                more,
                code -> door.name(code, page.texts()),
                Words.now(request));
        return Reply.page(
                page.text("sent.title"), out -> templates.competenceList(model).render(new WriterOutput(out)));
    }

    private Reply show(Request request) {
        SentDossier dossier = door.dossier(request);
        Map<String, String> values =
                dossier.owed().map(owed -> Map.of("amount", "" + owed.amount())).orElse(Map.of());
        return page(request, dossier, FormView.of(request.page(), values), 200);
    }

    /** A paper that this desk issued, the receipt of a fee above all. */
    private Reply paper(Request request) {
        SentDossier dossier = door.dossier(request);
        String id = request.pathValue("paper");
        IssuedPaper paper = papers.of(dossier).stream()
                .filter(one -> String.valueOf(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.not-found"), Words.text("sent.paper.gone.do"))));
        PersonalData.inRegister(request, dossier.code());
        byte[] file = letters.pdf(List.of(paper.letter()));
        return Reply.download(
                        paper.kind().word() + "-" + dossier.code() + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply give(Request request, DossierAction action) {
        SentDossier seen = seen(request);
        FormErrors errors = new FormErrors();
        if (!door.give(request, seen, action, request.fields(), errors)) {
            return page(request, seen, new FormView(request.page(), request.fields(), errors), 422);
        }
        Page page = request.page();
        return Reply.seeOther(page.link("/sent/" + seen.code()))
                .flash(page.text("sent.given", page.text("dossier.action." + action.word()), seen.code()));
    }

    /** The dossier with the version that the form showed. */
    private SentDossier seen(Request request) {
        SentDossier present = door.dossier(request);
        return request.field("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> present.at(Long.parseLong(text)))
                .orElse(present);
    }

    private Reply page(Request request, SentDossier dossier, FormView form, int status) {
        Page page = request.page();
        SentDossierModel model = new SentDossierModel(
                page,
                dossier,
                door.name(dossier.competent(), page.texts()),
                door.competence().last(dossier),
                door.competence().payments(dossier),
                papers.of(dossier),
                form,
                Words.now(request));
        return Reply.page(dossier.code(), out -> templates.competenceOne(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("sent.title"), page.link("/sent")))
                .status(status);
    }
}
