package vn.kientao.reform.procedures.web.paper;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.web.dossier.FormView;

/**
 * The papers of a dossier.
 *
 * @param issued in the order in which they were issued
 * @param forms what may be issued
 * @param chosen the form that is being filled in
 */
public record PaperModel(
        Page page,
        Dossier dossier,
        List<IssuedPaper> issued,
        List<PaperForm> forms,
        Optional<PaperForm> chosen,
        boolean mayIssue,
        FormView form) {

    public PaperModel {
        issued = List.copyOf(issued);
        forms = List.copyOf(forms);
    }

    public String address(String rest) {
        return page.link("/dossiers/" + dossier.code() + rest);
    }

    public String file(IssuedPaper paper, String format) {
        return address("/papers/" + paper.id() + "/" + format);
    }

    /** In the words of the circular, with the number of the form. */
    public String name(PaperForm one) {
        return one.number().isEmpty() ? one.title() : page.text("paper.form-name", one.number(), one.title());
    }

    public String kind(PaperKind kind) {
        return page.text(kind.textKey());
    }

    public String at(IssuedPaper paper) {
        return Formats.time(paper.issuedAt());
    }
}
