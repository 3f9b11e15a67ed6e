package vn.kientao.reform.procedures.app.dossier;

import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/** What is handed in again has been made before and stands in another agency's register by now. */
public final class SentOnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DossierCode code;

    SentOnException(DossierCode code) {
        super(code + " has been sent on");
        this.code = code;
    }

    public DossierCode code() {
        return code;
    }
}
