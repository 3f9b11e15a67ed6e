package vn.kientao.reform.procedures.app.paper;

import static java.util.Objects.requireNonNull;

import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.paper.PaperDetails;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/** What a paper of a dossier is about. */
record PaperSubject(PaperKind kind, Dossier dossier, DossierHistory history, PaperDetails details) {
    PaperSubject {
        requireNonNull(kind, "kind");
        requireNonNull(dossier, "dossier");
        requireNonNull(history, "history");
        requireNonNull(details, "details");
    }
}
