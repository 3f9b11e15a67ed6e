package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.Transition;

/**
 * A dossier on screen.
 *
 * @param form the form of the action that was refused; empty values otherwise
 * @param refused the action whose form has mistakes
 * @param history what was written down on its way
 */
public record DossierModel(
        Page page,
        Dossier dossier,
        DueView due,
        FormView form,
        Optional<DossierAction> refused,
        LocalDateTime now,
        DossierHistory history) {

    /** Whether personal data is masked for the reader, who then gets no paper either. */
    public boolean masked() {
        return !page.can(DeskPermissions.PERSONAL_DATA);
    }

    /** Whether the reader may do this now. */
    public boolean offers(DossierAction action) {
        return dossier.allows(action) && page.can(permission(action));
    }

    /** The other steps that the reader may take now, each on a page of its own. */
    public List<DossierAction> steps() {
        return StepPages.actions().stream().filter(this::offers).toList();
    }

    public boolean offersAnything() {
        return List.of(DossierAction.values()).stream().anyMatch(this::offers);
    }

    static Permission permission(DossierAction action) {
        return DeskPermissions.of(Transition.by(action));
    }

    /** Whether the form of this action was sent and has mistakes. */
    public boolean wasRefused(DossierAction action) {
        return refused.filter(one -> one == action).isPresent();
    }

    public String address(String rest) {
        return page.link("/dossiers/" + dossier.code() + rest);
    }

    public DossierWords.Tag status() {
        return DossierWords.status(dossier.status(), page.texts());
    }

    public Optional<DossierWords.Tag> dueTag() {
        return DossierWords.due(
                dossier.appointment().due(),
                dossier.finishedAt(),
                dossier.status().running() && !dossier.standing().paused(),
                now,
                page.texts());
    }
}
