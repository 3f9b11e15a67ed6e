package vn.kientao.reform.procedures.web.paper;

import java.util.List;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/**
 * The papers of a dossier.
 *
 * @param issued in the order in which they were issued
 * @param offered what may be issued now
 * @param later forms that wait for a step
 */
public record PaperModel(
        Page page,
        String code,
        List<IssuedPaper> issued,
        List<PaperForm> offered,
        List<PaperForm> later,
        boolean mayIssue) {

    public PaperModel {
        issued = List.copyOf(issued);
        offered = List.copyOf(offered);
        later = List.copyOf(later);
    }

    public String address(String rest) {
        return page.link("/dossiers/" + code + rest);
    }

    public String file(IssuedPaper paper, String format) {
        return address("/papers/" + paper.id() + "/" + format);
    }

    /** In the words of the circular, with the number of the form. */
    public String name(PaperForm one) {
        return one.number().isEmpty() ? one.title() : page.text("paper.form-name", one.number(), one.title());
    }

    /** After which step there will be something to write. */
    public String after(PaperForm one) {
        return one.kind().steps().stream()
                .map(action -> page.text("paper.step", page.text("dossier.action." + action.word())))
                .collect(Collectors.joining(" " + page.text("paper.step-or") + " "));
    }

    public String kind(PaperKind kind) {
        return page.text(kind.textKey());
    }

    public String at(IssuedPaper paper) {
        return Formats.time(paper.issuedAt());
    }
}
