package vn.kientao.reform.procedures.web.petition;

import java.util.List;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.web.dossier.DossierWords.Tag;
import vn.kientao.reform.procedures.web.dossier.Words;

/** How petitions are spoken of. */
final class PetitionWords {
    private PetitionWords() {}

    static Tag state(PetitionState state, Texts texts) {
        String style = switch (state) {
            case REFUSED, FORWARDED -> "kt-tag";
            case NEW, ASSIGNED, DRAFTED, APPROVED -> "kt-tag kt-tag-progress";
            case SUPPLEMENT -> "kt-tag kt-tag-need";
            case ANSWERED -> "kt-tag kt-tag-done";
        };
        return new Tag(style, texts.get(state.textKey()));
    }

    static String kind(List<PetitionKind> kinds, String code, Texts texts) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .map(PetitionKind::name)
                .map(texts::get)
                .findFirst()
                .orElse(code);
    }

    /** 404: no such petition here. */
    static ProblemException notFound(String id) {
        return new ProblemException(new Problem(
                404,
                "petition-not-found",
                Words.text("petition.problem.not-found", id),
                Words.text("petition.problem.not-found.do")));
    }

    /** 409: somebody else was faster, or it cannot be done where the petition stands. */
    static ProblemException overtaken(Petition petition) {
        LocalText state = Words.text(petition.state().textKey());
        return new ProblemException(new Problem(
                409,
                "petition-changed",
                new LocalText(
                        Words.text("petition.problem.changed", petition.number(), state.vi())
                                .vi(),
                        Words.text("petition.problem.changed", petition.number(), state.en())
                                .en()),
                Words.text("petition.problem.changed.do")));
    }
}
