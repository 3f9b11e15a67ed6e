package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** What the applicant sees first: the confirmation on screen. */
@Component
public final class ReceiptPages implements ModuleRoutes {
    private static final int QR_MILLIMETRES = 30;

    private final Dossiers dossiers;
    private final Documents documents;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReceiptPages(@Reference Dossiers dossiers, @Reference Documents documents) {
        this.dossiers = dossiers;
        this.documents = documents;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}/received", DeskPermissions.RECEIVE, this::received);
    }

    private Reply received(Request request) {
        Page page = request.page();
        Dossier dossier = dossier(request);
        ReceivedModel model = new ReceivedModel(
                page,
                dossier,
                DueView.of(dossier.appointment(), page.texts()),
                documents.qrSvg(Words.trackingAddress(page, dossier), QR_MILLIMETRES));
        return Reply.page(
                        page.text("desk.received.title"),
                        out -> templates.proceduresDeskReceived(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("desk.title"), page.link("/desk")));
    }

    private Dossier dossier(Request request) {
        String code = request.pathValue("code");
        Optional<Dossier> found = dossiers.find(request.agency().code(), code);
        return found.map(dossier -> PersonalData.inFull(request, dossier)).orElseThrow(() -> Words.noSuchDossier(code));
    }
}
