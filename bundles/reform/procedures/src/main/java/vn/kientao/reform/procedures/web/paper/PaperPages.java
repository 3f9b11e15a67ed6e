package vn.kientao.reform.procedures.web.paper;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The papers of a dossier: issue one, print any of them again. */
@Component
public final class PaperPages implements ModuleRoutes {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Papers papers;
    private final Letters letters;
    private final PaperDoor door;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PaperPages(
            @Reference Dossiers dossiers,
            @Reference Papers papers,
            @Reference Letters letters,
            @Reference Agencies agencies) {
        this.papers = papers;
        this.letters = letters;
        this.door = new PaperDoor(dossiers, papers, agencies);
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}/receipt.pdf", DeskPermissions.PERSONAL_DATA, this::receipt);
        routes.get("/dossiers/{code}/papers", DeskPermissions.READ, this::show);
        routes.post("/dossiers/{code}/papers", DeskPermissions.PROCESS, this::issue);
        routes.get("/dossiers/{code}/papers/{paper}/pdf", DeskPermissions.PERSONAL_DATA, this::pdf);
        routes.get("/dossiers/{code}/papers/{paper}/docx", DeskPermissions.PERSONAL_DATA, this::docx);
    }

    private Reply show(Request request) {
        Page page = request.page();
        Dossier dossier = door.dossier(request);
        List<Papers.Offer> offers = papers.offers(dossier);
        List<PaperForm> written = offers.stream().map(Papers.Offer::form).toList();
        PaperModel model = new PaperModel(
                page,
                dossier.code().toString(),
                papers.of(dossier),
                offers.stream()
                        .filter(offer -> !offer.issued())
                        .map(Papers.Offer::form)
                        .toList(),
                papers.forms(dossier).stream()
                        .filter(form -> !written.contains(form))
                        .toList(),
                page.can(DeskPermissions.PROCESS));
        return Reply.page(
                        page.text("paper.title", dossier.code().toString()),
                        out -> templates.proceduresPapers(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")),
                        new Reply.Crumb(dossier.code().toString(), page.link("/dossiers/" + dossier.code())));
    }

    private Reply issue(Request request) {
        Dossier dossier = door.dossier(request);
        Page page = request.page();
        IssuedPaper issued = door.issue(request, dossier, request.field("form").flatMap(PaperKind::of));
        return Reply.seeOther(page.link("/dossiers/" + dossier.code() + "/papers"))
                .flash(page.text("paper.issued", page.text(issued.kind().textKey()), issued.reference()));
    }

    /** The receipt; the first time it is printed it is issued. */
    private Reply receipt(Request request) {
        Dossier dossier = shown(request);
        return pdf(dossier, door.issue(request, dossier, Optional.of(PaperKind.RECEIPT)));
    }

    private Reply pdf(Request request) {
        Dossier dossier = shown(request);
        return pdf(dossier, door.paper(request, dossier));
    }

    private Reply pdf(Dossier dossier, IssuedPaper paper) {
        byte[] file = letters.pdf(List.of(paper.letter()));
        return Reply.download(name(dossier, paper) + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply docx(Request request) {
        Dossier dossier = shown(request);
        IssuedPaper paper = door.paper(request, dossier);
        byte[] file = letters.docx(paper.letter());
        return Reply.download(name(dossier, paper) + ".docx", DOCX, out -> out.write(file));
    }

    private static String name(Dossier dossier, IssuedPaper paper) {
        return paper.kind().word() + "-" + dossier.code();
    }

    /** The dossier of a paper that is about to be shown. */
    private Dossier shown(Request request) {
        return PersonalData.inFull(request, door.dossier(request));
    }
}
