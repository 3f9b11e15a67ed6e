package vn.kientao.reform.procedures.web.opinion;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.opinion.Cooperation;
import vn.kientao.reform.procedures.domain.opinion.OpinionRequest;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** What other agencies ask this one (cơ quan phối hợp): a list by due date, and the answer. */
@Component
public final class CooperationPages implements ModuleRoutes {
    static final int PAGE = 25;
    static final int LONG = 1000;
    static final int SHORT = 200;

    private final Cooperation cooperation;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public CooperationPages(@Reference Cooperation cooperation, @Reference Agencies agencies) {
        this.cooperation = cooperation;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/opinions", DeskPermissions.READ, this::list).menu("cooperation.menu", "chat-left-text", 15);
        routes.get("/opinions/{request}", DeskPermissions.READ, this::show);
        routes.post("/opinions/{request}", DeskPermissions.PROCESS, this::answer);
    }

    private Reply list(Request request) {
        Page page = request.page();
        boolean waiting = request.query("answered").isEmpty();
        List<OpinionRequest> found = found(cooperation, request, waiting);
        boolean more = found.size() > PAGE;
        RequestsModel model = new RequestsModel(
                page,
                waiting,
                more ? found.subList(0, PAGE) : found,
                more,
                code -> name(code, page.texts()),
                Words.now(request));
        return Reply.page(
                page.text("cooperation.title"),
                out -> templates.opinionList(model).render(new WriterOutput(out)));
    }

    private Reply show(Request request) {
        return page(request, request(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply answer(Request request) {
        OpinionRequest asked = request(request);
        FormErrors errors = new FormErrors();
        Checks checks = new Checks(errors);
        String content = checks.required("answer", request.field("answer").orElse(""), LONG);
        String document = checks.optional("document", request.field("document").orElse(""), SHORT);
        if (!errors.isEmpty()) {
            return page(request, asked, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            cooperation.answer(asked, content, document, Words.doer(request));
        } catch (StaleRecordException e) {
            throw stale();
        }
        return Reply.seeOther(request.page().link("/opinions"))
                .flash(request.page().text("cooperation.done", asked.dossier()));
    }

    private Reply page(Request request, OpinionRequest asked, FormView form, int status) {
        Page page = request.page();
        RequestModel model =
                new RequestModel(page, asked, name(asked.asking(), page.texts()), form, Words.now(request));
        return Reply.page(
                        page.text("cooperation.one", asked.dossier()),
                        out -> templates.opinionOne(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("cooperation.title"), page.link("/opinions")))
                .status(status);
    }

    /** Somebody has answered. */
    static ProblemException stale() {
        return new ProblemException(
                new Problem(409, "stale", Words.text("cooperation.stale"), Words.text("cooperation.stale.do")));
    }

    private String name(String code, Texts texts) {
        return agencies.find(code).map(agency -> texts.get(agency.name())).orElse(code);
    }

    private OpinionRequest request(Request request) {
        return asked(cooperation, request);
    }

    /** The request to the agency in the address; 404 when it is none of its own. */
    static OpinionRequest asked(Cooperation cooperation, Request request) {
        String id = request.pathValue("request");
        return find(cooperation, request, id)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "opinion-request-not-found",
                        Words.text("cooperation.not-found", id),
                        Words.text("cooperation.not-found.do"))));
    }

    /** A page of requests to the agency in the address, and one more when there are more. */
    static List<OpinionRequest> found(Cooperation cooperation, Request request, boolean waiting) {
        Optional<OpinionRequest> after = request.query("after").flatMap(id -> find(cooperation, request, id));
        return cooperation.page(request.agency().code(), waiting, after, PAGE + 1);
    }

    private static Optional<OpinionRequest> find(Cooperation cooperation, Request request, String id) {
        return id.matches("\\d{1,18}")
                ? cooperation.find(request.agency().code(), Long.parseLong(id))
                : Optional.empty();
    }
}
