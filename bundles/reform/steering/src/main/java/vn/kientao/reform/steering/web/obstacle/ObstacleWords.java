package vn.kientao.reform.steering.web.obstacle;

import java.time.LocalDateTime;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;

/** How states and clocks of obstacles are said and coloured, and what is said when there is none. */
final class ObstacleWords {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleWords.class);

    private ObstacleWords() {}

    static String style(ObstacleState state) {
        return switch (state) {
            case RAISED, ANSWERED -> "kt-tag kt-tag-need";
            case CLASSIFIED, ROUTED, OUTSIDE, DRAFTED -> "kt-tag kt-tag-progress";
            case SATISFIED -> "kt-tag kt-tag-done";
            case UNSATISFIED -> "kt-tag kt-tag-late";
            case WITHDRAWN -> "kt-tag";
        };
    }

    /** Days left, or days late; nothing to say about what was withdrawn. */
    static String clock(Page page, Obstacle one, LocalDateTime now) {
        if (one.state() == ObstacleState.WITHDRAWN) {
            return "";
        }
        if (one.late(now)) {
            return page.text(
                    one.state().open() ? "obstacle.late.days" : "obstacle.answered-late.days", "" + one.daysLate(now));
        }
        return one.state().open()
                ? page.text("obstacle.left.days", "" + one.daysLeft(now))
                : page.text("obstacle.answered-in-time");
    }

    static String clockStyle(Obstacle one, LocalDateTime now) {
        if (one.late(now)) {
            return "kt-tag kt-tag-late";
        }
        return one.state().open() ? "kt-tag" : "kt-tag kt-tag-done";
    }

    static ProblemException notFound(String code) {
        return new ProblemException(new Problem(
                404,
                "obstacle-not-found",
                TEXTS.text("obstacle.problem.none", code),
                TEXTS.text("obstacle.problem.none.do")));
    }

    static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409,
                "obstacle-step",
                TEXTS.text("obstacle.problem.step", word),
                TEXTS.text("obstacle.problem.step.do")));
    }
}
