package vn.kientao.reform.steering.web;

import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;

/** What is wrong with what a program sent. */
public final class Mistakes {
    private static final TextBundle TEXTS = TextBundle.of(Mistakes.class);

    private Mistakes() {}

    /** @throws ProblemException 422 with every mistake, when there is one */
    public static void check(FormErrors errors) {
        if (!errors.isEmpty()) {
            throw of(errors);
        }
    }

    public static ProblemException of(FormErrors errors) {
        return new ProblemException(new Problem(
                422,
                "invalid",
                TEXTS.text("report.problem.invalid"),
                TEXTS.text("report.problem.invalid.do"),
                errors.all()));
    }
}
