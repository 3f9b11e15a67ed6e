package vn.kientao.reform.procedures.app.petition;

import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;

/** Something cannot be done to a petition where it stands. */
public final class PetitionNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PetitionNotAllowedException(Petition petition, PetitionAction action) {
        super("petition " + petition.number() + " is " + petition.state() + ": no " + action);
    }
}
