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
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
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
import vn.kientao.reform.procedures.web.dossier.PaperHeads;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The papers of a dossier: issue one, print any of them again. */
@Component
public final class PaperPages implements ModuleRoutes {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Dossiers dossiers;
    private final Papers papers;
    private final Letters letters;
    private final PaperHeads heads;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PaperPages(
            @Reference Dossiers dossiers,
            @Reference Papers papers,
            @Reference Letters letters,
            @Reference Agencies agencies) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.letters = letters;
        this.heads = new PaperHeads(agencies);
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
        Dossier dossier = dossier(request);
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
        Dossier dossier = dossier(request);
        Page page = request.page();
        IssuedPaper issued = issue(request, dossier, request.field("form").flatMap(PaperKind::of));
        return Reply.seeOther(page.link("/dossiers/" + dossier.code() + "/papers"))
                .flash(page.text("paper.issued", page.text(issued.kind().textKey()), issued.reference()));
    }

    private IssuedPaper issue(Request request, Dossier dossier, Optional<PaperKind> kind) {
        PaperKind offered = papers.offers(dossier).stream()
                .map(offer -> offer.form().kind())
                .filter(one -> kind.filter(one::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.no-form"), Words.text("paper.no-form.do"))));
        return papers.issue(dossier, offered, heads.of(request, dossier), Words.doer(request));
    }

    /** The receipt; the first time it is printed it is issued. */
    private Reply receipt(Request request) {
        Dossier dossier = shown(request);
        return pdf(dossier, issue(request, dossier, Optional.of(PaperKind.RECEIPT)));
    }

    private Reply pdf(Request request) {
        Dossier dossier = shown(request);
        return pdf(dossier, paper(request, dossier));
    }

    private Reply pdf(Dossier dossier, IssuedPaper paper) {
        byte[] file = letters.pdf(List.of(paper.letter()));
        return Reply.download(name(dossier, paper) + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply docx(Request request) {
        Dossier dossier = shown(request);
        IssuedPaper paper = paper(request, dossier);
        byte[] file = letters.docx(paper.letter());
        return Reply.download(name(dossier, paper) + ".docx", DOCX, out -> out.write(file));
    }

    private static String name(Dossier dossier, IssuedPaper paper) {
        return paper.kind().word() + "-" + dossier.code();
    }

    private IssuedPaper paper(Request request, Dossier dossier) {
        String id = request.pathValue("paper");
        return papers.of(dossier).stream()
                .filter(paper -> String.valueOf(paper.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.not-found"), Words.text("paper.not-found.do"))));
    }

    /** The dossier of a paper that is about to be shown. */
    private Dossier shown(Request request) {
        return PersonalData.inFull(request, dossier(request));
    }

    private Dossier dossier(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
    }
}
