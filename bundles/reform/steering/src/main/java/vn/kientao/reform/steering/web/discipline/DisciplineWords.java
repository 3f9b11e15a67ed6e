package vn.kientao.reform.steering.web.discipline;

import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.reform.steering.domain.discipline.BreachState;

/** What the pages of discipline say alike. */
final class DisciplineWords {
    private static final TextBundle TEXTS = TextBundle.of(DisciplineWords.class);

    private DisciplineWords() {}

    static String style(BreachState state) {
        return switch (state) {
            case RECORDED -> "kt-tag kt-tag-need";
            case ASKED, EXPLAINED -> "kt-tag kt-tag-progress";
            case CLOSED -> "kt-tag kt-tag-done";
        };
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("discipline.title"), page.link("/discipline"));
    }

    static ProblemException notFound(String code) {
        return new ProblemException(new Problem(
                404,
                "breach-not-found",
                TEXTS.text("discipline.problem.none", code),
                TEXTS.text("discipline.problem.none.do")));
    }

    static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409,
                "breach-step",
                TEXTS.text("discipline.problem.step", word),
                TEXTS.text("discipline.problem.step.do")));
    }
}
