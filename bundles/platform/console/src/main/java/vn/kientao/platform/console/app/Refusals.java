package vn.kientao.platform.console.app;

import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;

/** What the kernel refuses, as a problem: its sentence is the title. */
public final class Refusals {
    private Refusals() {}

    /** The state does not allow it. */
    public static ProblemException conflict(ReleaseRefusedException refusal) {
        return problem(409, refusal);
    }

    /** What was sent is no good. */
    public static ProblemException unfit(ReleaseRefusedException refusal) {
        return problem(422, refusal);
    }

    private static ProblemException problem(int status, ReleaseRefusedException refusal) {
        return new ProblemException(new Problem(status, "refused", refusal.reason(), LocalText.same("")));
    }
}
