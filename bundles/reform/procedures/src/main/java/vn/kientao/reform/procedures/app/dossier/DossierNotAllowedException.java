package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** What was asked may not be done with a dossier in this state; nothing was changed. */
public final class DossierNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DossierAction action;
    private final DossierStatus status;

    public DossierNotAllowedException(DossierCode code, DossierAction action, DossierStatus status) {
        super(code + " is " + requireNonNull(status, "status") + ": " + requireNonNull(action, "action")
                + " is not allowed");
        this.action = action;
        this.status = status;
    }

    public DossierAction action() {
        return action;
    }

    /** Where the dossier stands. */
    public DossierStatus status() {
        return status;
    }
}
