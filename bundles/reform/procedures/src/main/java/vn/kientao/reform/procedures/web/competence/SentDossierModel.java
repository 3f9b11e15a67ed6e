package vn.kientao.reform.procedures.web.competence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DossierWords;

/**
 * A dossier that another agency settles, as the receiving desk sees it, with what the desk can do.
 *
 * @param competent name of the agency that settles it
 * @param last what the desk did last; empty before
 */
public record SentDossierModel(
        Page page, SentDossier dossier, String competent, Optional<Errand> last, FormView form, LocalDateTime now) {

    public DossierWords.Tag state() {
        return SentWords.state(dossier, page.texts());
    }

    /** What the desk can do now, and the reader may. */
    public List<DossierAction> offers() {
        boolean waits =
                last.filter(one -> one.outcome() == Errand.Outcome.WAITING).isPresent();
        return waits
                ? List.of()
                : Errand.ACTIONS.stream()
                        .filter(action -> Errand.fits(action, dossier))
                        .filter(action -> page.can(DeskPermissions.of(Transition.by(action))))
                        .toList();
    }

    public String address(DossierAction action) {
        return page.link("/sent/" + dossier.code() + "/" + action.word());
    }

    /** What became of what the desk did last, in one sentence. */
    public Optional<String> news() {
        return last.map(one -> {
            String what = page.text("dossier.action." + one.action().word());
            return one.outcome() == Errand.Outcome.REFUSED
                    ? page.text("sent.errand.refused", what, page.text(one.refusal(), "", ""))
                    : page.text("sent.errand." + one.outcome().word(), what);
        });
    }

    /** Whether that went wrong. */
    public boolean refused() {
        return last.filter(one -> one.outcome() == Errand.Outcome.REFUSED).isPresent();
    }
}
