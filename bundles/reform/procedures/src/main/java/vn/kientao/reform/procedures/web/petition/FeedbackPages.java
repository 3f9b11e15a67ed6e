package vn.kientao.reform.procedures.web.petition;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.RateLimit;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Where anybody sends a petition (gửi phản ánh, kiến nghị), with a name or, where the law allows, without. */
@Component
public final class FeedbackPages implements ModuleRoutes {
    private static final int SENT_AT_ONCE = 5;
    private static final int QR_MILLIMETRES = 30;

    private final Petitions petitions;
    private final Agencies agencies;
    private final Documents documents;
    private final Templates templates = new StaticTemplates();
    private final RateLimit byAddress = new RateLimit(SENT_AT_ONCE, Duration.ofMinutes(1));

    @Activate
    public FeedbackPages(@Reference Petitions petitions, @Reference Agencies agencies, @Reference Documents documents) {
        this.petitions = petitions;
        this.agencies = agencies;
        this.documents = documents;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/feedback", Permission.ANYONE, this::form).menu("petition.menu", "chat-left-text", 50);
        routes.post("/feedback", Permission.ANYONE, this::send);
    }

    private Reply form(Request request) {
        Map<String, String> values = Map.of(
                "agency",
                request.query("agency").orElse(""),
                "dossier",
                request.query("dossier").orElse(""));
        return show(request, FormView.of(request.page(), values), 200);
    }

    private Reply send(Request request) {
        FormErrors errors = new FormErrors();
        LocalDate today = Words.now(request).toLocalDate();
        FeedbackForm form = new FeedbackForm(request.fields(), errors);
        Optional<String> agency = form.agency(agencies, today);
        Optional<NewPetition> petition = form.petition(agency.orElse(""), "online", petitions.kinds(today));
        if (petition.isEmpty()) {
            return show(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        if (!byAddress.allows(request.remoteAddress(), request.now())) {
            throw new ProblemException(new Problem(
                    429,
                    "too-many-requests",
                    Words.text("petition.problem.too-many"),
                    Words.text("petition.problem.too-many.do")));
        }
        return petitions
                .receive(petition.get(), sender(request, petition.get().agency()))
                .map(received -> sent(request, received))
                .orElseGet(() -> Reply.seeOther(request.page().openLink("/feedback/track"))
                        .flash(request.page().text("petition.sent-before")));
    }

    private Reply sent(Request request, Petitions.Received received) {
        Page page = request.page();
        String address = page.absolute(
                page.openLink("/feedback/track?k=" + received.code().text()));
        SentModel model = new SentModel(page, received, documents.qrSvg(address, QR_MILLIMETRES));
        return Reply.page(
                page.text("petition.sent.title"),
                out -> templates.petitionSent(model).render(new WriterOutput(out)));
    }

    /** Somebody who is not signed in, acting on a petition of that agency. */
    static Doer sender(Request request, String agency) {
        return new Doer(
                agency,
                request.actor().account(),
                "",
                Words.now(request),
                request.idempotencyKey().map(key -> "public " + key),
                request::audit);
    }

    private Reply show(Request request, FormView form, int status) {
        LocalDate today = Words.now(request).toLocalDate();
        FeedbackModel model = new FeedbackModel(
                form,
                petitions.kinds(today),
                agencies.on(today),
                List.of(),
                request.page().openLink("/feedback"));
        return Reply.page(
                        request.page().text("petition.title"),
                        out -> templates.petitionForm(model).render(new WriterOutput(out)))
                .status(status);
    }
}
