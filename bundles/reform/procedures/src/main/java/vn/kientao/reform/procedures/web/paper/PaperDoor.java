package vn.kientao.reform.procedures.web.paper;

import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.web.dossier.PaperHeads;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Finds and issues the papers of the dossier in an address. The same for pages and programs. */
final class PaperDoor {
    private final Dossiers dossiers;
    private final Papers papers;
    private final PaperHeads heads;

    PaperDoor(Dossiers dossiers, Papers papers, Agencies agencies) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.heads = new PaperHeads(agencies);
    }

    /** @throws ProblemException 404 */
    Dossier dossier(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
    }

    /** @throws ProblemException 404 */
    IssuedPaper paper(Request request, Dossier dossier) {
        String id = request.pathValue("paper");
        return papers.of(dossier).stream()
                .filter(paper -> String.valueOf(paper.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.not-found"), Words.text("paper.not-found.do"))));
    }

    /** @throws ProblemException 404 when there is nothing to write of the kind */
    IssuedPaper issue(Request request, Dossier dossier, Optional<PaperKind> kind) {
        PaperKind offered = papers.offers(dossier).stream()
                .map(offer -> offer.form().kind())
                .filter(one -> kind.filter(one::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.no-form"), Words.text("paper.no-form.do"))));
        return papers.issue(dossier, offered, heads.of(request, dossier), Words.doer(request));
    }
}
