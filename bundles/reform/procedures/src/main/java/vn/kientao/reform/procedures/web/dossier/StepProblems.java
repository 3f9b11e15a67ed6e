package vn.kientao.reform.procedures.web.dossier;

import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/** A step that is not allowed, in a sentence. 409: the dossier stands otherwise than its author believed. */
public final class StepProblems {
    private static final int CONFLICT = 409;

    private StepProblems() {}

    /** The state does not allow it. */
    public static ProblemException notAllowed(DossierCode code, DossierNotAllowedException refused) {
        return new ProblemException(new Problem(
                CONFLICT,
                "step-not-allowed",
                sentence(code, Words.text(refused.status().textKey()), action(refused.action())),
                Words.text("dossier.problem.step.do")));
    }

    /** A condition of law does not hold. */
    public static ProblemException guarded(DossierGuardException refused) {
        LocalText why = Words.text(
                refused.guard().textKey(), (Object[]) refused.arguments().toArray(String[]::new));
        return new ProblemException(new Problem(
                CONFLICT,
                "step-guarded",
                new LocalText(
                        Words.text("dossier.problem.guard", why.vi()).vi(),
                        Words.text("dossier.problem.guard", why.en()).en()),
                Words.text("dossier.problem.guard.do")));
    }

    private static LocalText sentence(DossierCode code, LocalText status, LocalText action) {
        return new LocalText(
                Words.text("dossier.problem.step", code.toString(), status.vi(), action.vi())
                        .vi(),
                Words.text("dossier.problem.step", code.toString(), status.en(), action.en())
                        .en());
    }

    private static LocalText action(DossierAction action) {
        return Words.text("dossier.action." + action.word());
    }
}
