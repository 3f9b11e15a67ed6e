package vn.kientao.reform.procedures.web.petition;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** An officer enters a petition that came by letter, by telephone or on a form (Decree 20/2008/NĐ-CP, Article 9). */
@Component
public final class PetitionEntryPages implements ModuleRoutes {
    private static final List<String> CHANNELS = List.of("letter", "phone", "form");
    private static final int QR_MILLIMETRES = 30;

    private final Petitions petitions;
    private final Documents documents;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PetitionEntryPages(@Reference Petitions petitions, @Reference Documents documents) {
        this.petitions = petitions;
        this.documents = documents;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/petitions/new", PetitionPermissions.HANDLE, this::form);
        routes.post("/petitions/new", PetitionPermissions.HANDLE, this::enter);
    }

    private Reply form(Request request) {
        return show(request, FormView.of(request.page(), Map.of("channel", "letter")), 200);
    }

    private Reply enter(Request request) {
        FormErrors errors = new FormErrors();
        String channel = request.field("channel").orElse("");
        if (!CHANNELS.contains(channel)) {
            errors.add("channel", Words.text("petition.error.channel", channel));
        }
        Optional<NewPetition> petition = new FeedbackForm(request.fields(), errors)
                .petition(request.agency().code(), channel, kinds(request));
        if (petition.isEmpty()) {
            return show(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        return petitions
                .receive(petition.get(), Words.doer(request))
                .map(received -> received(request, received))
                .orElseGet(() -> Reply.seeOther(request.page().link("/petitions"))
                        .flash(request.page().text("petition.sent-before")));
    }

    private Reply received(Request request, Petitions.Received received) {
        Page page = request.page();
        String address = page.absolute(
                page.openLink("/feedback/track?k=" + received.code().text()));
        SentModel model = new SentModel(page, received, documents.qrSvg(address, QR_MILLIMETRES));
        return Reply.page(
                        page.text("petition.sent.title"),
                        out -> templates.petitionSent(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("petition.list.title"), page.link("/petitions")));
    }

    private List<PetitionKind> kinds(Request request) {
        return petitions.kinds(Words.now(request).toLocalDate());
    }

    private Reply show(Request request, FormView form, int status) {
        Page page = request.page();
        FeedbackModel model = new FeedbackModel(form, kinds(request), List.of(), CHANNELS, page.link("/petitions/new"));
        return Reply.page(
                        page.text("petition.new.title"),
                        out -> templates.petitionForm(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("petition.list.title"), page.link("/petitions")))
                .status(status);
    }
}
