package vn.kientao.reform.procedures.web.bulk;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

/** The actions whose form can be the same for many dossiers. */
public final class BulkActions {
    static final List<DossierAction> ALL = List.of(
            DossierAction.TAKE_OVER,
            DossierAction.FORWARD,
            DossierAction.PASS_ON,
            DossierAction.FINISH,
            DossierAction.HAND_OVER,
            DossierAction.PAUSE,
            DossierAction.RESUME,
            DossierAction.ASSIGN);

    private BulkActions() {}

    static Optional<DossierAction> of(String word) {
        return ALL.stream().filter(action -> action.word().equals(word)).findFirst();
    }

    static Permission permission(DossierAction action) {
        return DeskPermissions.of(Transition.by(action));
    }

    /** Those that the reader may take. */
    public static List<DossierAction> offered(Page page) {
        return ALL.stream().filter(action -> page.can(permission(action))).toList();
    }
}
