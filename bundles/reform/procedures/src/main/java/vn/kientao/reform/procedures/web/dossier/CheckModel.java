package vn.kientao.reform.procedures.web.dossier;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/**
 * What was typed, to be checked before the dossier is received.
 *
 * @param values the fields as typed, sent along hidden
 */
public record CheckModel(
        Page page, DeskProcedure procedure, Map<String, String> values, Submission submission, DueView due) {

    public CheckModel {
        values = Map.copyOf(values);
    }

    public List<ReceivedPaper> received() {
        return submission.papers().stream().filter(ReceivedPaper::received).toList();
    }

    public List<ReceivedPaper> missing() {
        return submission.papers().stream().filter(paper -> !paper.received()).toList();
    }
}
