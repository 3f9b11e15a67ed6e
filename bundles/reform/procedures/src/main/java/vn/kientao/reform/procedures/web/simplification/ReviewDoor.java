package vn.kientao.reform.procedures.web.simplification;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.simplification.ReviewRefusedException;
import vn.kientao.reform.procedures.app.simplification.Reviewer;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;

/** What every door to reviews does alike. */
final class ReviewDoor {
    private static final TextBundle TEXTS = TextBundle.of(ReviewDoor.class);

    private ReviewDoor() {}

    static LocalText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static Reviewer reviewer(Request request) {
        LocalDateTime now = LocalDateTime.ofInstant(request.now(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
        String agency = request.agency().code();
        return new Reviewer(
                agency,
                request.actor().account(),
                request.actor().name(),
                request.actor().can(ReviewPermissions.APPROVE, agency),
                now,
                request.idempotencyKey(),
                request::audit);
    }

    /** @throws ProblemException 404 when the agency has no such plan */
    static ReviewPlan plan(Reviews reviews, Request request) {
        return reviews.plan(request.agency().code(), number(request.pathValue("plan")))
                .orElseThrow(ReviewDoor::missing);
    }

    /** @throws ProblemException 404 when the agency has no such sheet */
    static ReviewSheet sheet(Reviews reviews, Request request) {
        return reviews.sheet(request.agency().code(), number(request.pathValue("sheet")))
                .orElseThrow(ReviewDoor::missing);
    }

    static ProblemException refused(ReviewRefusedException e) {
        return new ProblemException(
                new Problem(409, "review-refused", text(e.textKey()), text("simplification.refused-help")));
    }

    static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    private static ProblemException missing() {
        return new ProblemException(new Problem(
                404, "review-not-found", text("simplification.not-found"), text("simplification.not-found-help")));
    }
}
