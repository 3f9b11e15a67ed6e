package vn.kientao.reform.procedures.web.competence;

import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.web.dossier.DossierWords;

/** How a dossier that was sent on stands, in the reader's words. */
final class SentWords {
    private SentWords() {}

    static DossierWords.Tag state(SentDossier dossier, Texts texts) {
        return switch (dossier.state()) {
            case THERE, OVER -> DossierWords.status(dossier.status(), texts);
            case SENT -> new DossierWords.Tag("kt-tag kt-tag-progress", texts.get("sent.state.sent"));
            case READY -> new DossierWords.Tag("kt-tag kt-tag-need", texts.get("sent.state.ready"));
            case BACK -> new DossierWords.Tag("kt-tag kt-tag-need", texts.get("sent.state.back"));
        };
    }
}
