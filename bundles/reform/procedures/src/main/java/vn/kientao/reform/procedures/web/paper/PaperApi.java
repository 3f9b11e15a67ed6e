package vn.kientao.reform.procedures.web.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.PersonalData;

/** The papers of a dossier for programs: what was issued, its files, and issuing one. */
@Component
public final class PaperApi implements ModuleRoutes {
    private static final String PAPERS = "/dossiers/{code}/papers";

    private final Papers papers;
    private final Letters letters;
    private final PaperDoor door;

    @Activate
    public PaperApi(
            @Reference Dossiers dossiers,
            @Reference Papers papers,
            @Reference Letters letters,
            @Reference Agencies agencies) {
        this.papers = papers;
        this.letters = letters;
        this.door = new PaperDoor(dossiers, papers, agencies);
    }

    @Override
    public void api(Routes routes) {
        routes.get(PAPERS, DeskPermissions.READ, this::list)
                .summary("paper.api.list")
                .returns(PaperJson.Listing.class);
        routes.post(PAPERS, DeskPermissions.PROCESS, this::issue)
                .summary("paper.api.issue")
                .accepts(PaperJson.Wanted.class)
                .returns(PaperJson.class);
        routes.get(PAPERS + "/{paper}/pdf", DeskPermissions.PERSONAL_DATA, this::pdf)
                .summary("paper.api.pdf");
    }

    private Reply list(Request request) {
        Dossier dossier = door.dossier(request);
        return Reply.json(new PaperJson.Listing(papers.of(dossier).stream()
                .map(paper -> PaperJson.of(paper, address(request, dossier)))
                .toList()));
    }

    private Reply issue(Request request) {
        Dossier dossier = door.dossier(request);
        Optional<PaperKind> kind =
                Optional.ofNullable(request.json(PaperJson.Wanted.class).kind()).flatMap(PaperKind::of);
        PaperJson issued = PaperJson.of(door.issue(request, dossier, kind), address(request, dossier));
        return new Reply.Json(201, issued, Map.of("Location", issued.pdf()));
    }

    private Reply pdf(Request request) {
        Dossier dossier = PersonalData.inFull(request, door.dossier(request));
        IssuedPaper paper = door.paper(request, dossier);
        byte[] file = letters.pdf(List.of(paper.letter()));
        return Reply.download(
                paper.kind().word() + "-" + dossier.code() + ".pdf", "application/pdf", out -> out.write(file));
    }

    private static String address(Request request, Dossier dossier) {
        return request.page().link("/dossiers/" + dossier.code() + "/papers");
    }
}
