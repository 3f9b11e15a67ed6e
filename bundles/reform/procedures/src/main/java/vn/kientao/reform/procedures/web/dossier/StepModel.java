package vn.kientao.reform.procedures.web.dossier;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Transition;

/** The form of one step of one dossier. */
public record StepModel(Page page, Dossier dossier, DossierAction action, FormView form, List<StepField> fields) {
    public StepModel {
        fields = List.copyOf(fields);
    }

    /** Where the form is sent. */
    public String target() {
        return page.link("/dossiers/" + dossier.code() + "/" + action.word());
    }

    /** The provision under which the step is taken. */
    public String basis() {
        return Transition.of(dossier.status(), action).stream()
                .map(Transition::legalBasis)
                .findFirst()
                .orElse("");
    }
}
