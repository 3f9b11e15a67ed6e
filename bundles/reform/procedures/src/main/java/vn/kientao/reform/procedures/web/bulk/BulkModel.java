package vn.kientao.reform.procedures.web.bulk;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.web.dossier.DossierWords;
import vn.kientao.reform.procedures.web.dossier.StepField;

/**
 * A bulk action before it is taken: its form, and what would become of each dossier.
 *
 * @param allowed how many of the dossiers the action can be taken on
 */
public record BulkModel(
        Page page, DossierAction action, FormView form, List<StepField> fields, List<Line> lines, long allowed) {
    public BulkModel {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /**
     * A dossier of the preview.
     *
     * @param value what is sent when it stays ticked; empty when the action cannot be taken on it
     * @param now its state; empty words when there is no such dossier
     * @param then the state that it would reach, or why it would not
     */
    public record Line(
            String code, String value, String procedure, String applicant, DossierWords.Tag now, String then) {}

    public String name() {
        return page.text("dossier.action." + action.word());
    }
}
