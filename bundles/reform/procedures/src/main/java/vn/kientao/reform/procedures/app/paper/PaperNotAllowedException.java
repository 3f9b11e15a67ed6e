package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDate;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/** No form of that kind was in force when the dossier was received, or the step was not taken that it goes with. */
public final class PaperNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PaperNotAllowedException(PaperKind kind, LocalDate day) {
        super("no form " + kind + " in force on " + day);
    }

    public PaperNotAllowedException(PaperKind kind, DossierCode dossier) {
        super("nothing to write in form " + kind + " of dossier " + dossier);
    }
}
