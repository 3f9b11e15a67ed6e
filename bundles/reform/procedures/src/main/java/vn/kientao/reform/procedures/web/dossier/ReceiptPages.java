package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** What the applicant takes home: the confirmation on screen and the receipt on paper. */
@Component
public final class ReceiptPages implements ModuleRoutes {
    private static final int QR_MILLIMETRES = 30;

    private final Dossiers dossiers;
    private final Documents documents;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReceiptPages(@Reference Dossiers dossiers, @Reference Documents documents, @Reference Agencies agencies) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}/received", DeskPermissions.RECEIVE, this::received);
        routes.get("/dossiers/{code}/receipt.pdf", DeskPermissions.PERSONAL_DATA, this::receipt);
    }

    private Reply received(Request request) {
        Page page = request.page();
        Dossier dossier = dossier(request);
        ReceivedModel model = new ReceivedModel(
                page,
                dossier,
                DueView.of(dossier.appointment(), page.texts()),
                documents.qrSvg(trackingAddress(page, dossier), QR_MILLIMETRES));
        return Reply.page(
                        page.text("desk.received.title"),
                        out -> templates.proceduresDeskReceived(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("desk.title"), page.link("/desk")));
    }

    private Reply receipt(Request request) {
        Page page = request.page();
        Dossier dossier = dossier(request);
        Texts official = Words.official();
        Agency agency = request.agency();
        ReceiptModel model = new ReceiptModel(
                official,
                dossier,
                agency.parent()
                        .flatMap(agencies::find)
                        .map(Agency::name)
                        .map(official::get)
                        .orElse(""),
                official.get(agency.name()),
                documents.qrImage(trackingAddress(page, dossier)),
                page.absolute(page.openLink("/track")));
        StringOutput xhtml = new StringOutput();
        templates.proceduresPaperReceipt(model).render(xhtml);
        byte[] pdf = documents.pdf(xhtml.toString());
        return Reply.download("giay-tiep-nhan-" + dossier.code() + ".pdf", "application/pdf", out -> out.write(pdf))
                .shownInline();
    }

    /** What the QR code holds: the tracking page of this dossier, opened by its random key. */
    private static String trackingAddress(Page page, Dossier dossier) {
        return page.absolute(page.openLink("/track/" + dossier.code() + "?k=" + dossier.trackingKey()));
    }

    private Dossier dossier(Request request) {
        String code = request.pathValue("code");
        Optional<Dossier> found = dossiers.find(request.agency().code(), code);
        return found.map(dossier -> PersonalData.inFull(request, dossier))
                .orElseThrow(() -> Words.noSuchDossier(code));
    }
}
