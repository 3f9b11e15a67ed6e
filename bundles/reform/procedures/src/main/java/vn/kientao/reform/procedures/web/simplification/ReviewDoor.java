package vn.kientao.reform.procedures.web.simplification;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.simplification.ReviewRefusedException;
import vn.kientao.reform.procedures.app.simplification.Reviewer;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;

/** What every door to reviews does alike. */
final class ReviewDoor {
    private static final TextBundle TEXTS = TextBundle.of(ReviewDoor.class);

    private static final int LONGEST_TITLE = 400;

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

    /** @throws ProblemException 422 when no stage has that word */
    static Stage stage(String word) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        422, "unknown-stage", text("simplification.no-way"), text("simplification.refused-help"))));
    }

    /** @throws ProblemException 404 when the address names no side */
    static Side side(Request request) {
        String word = request.pathValue("side");
        return Arrays.stream(Side.values())
                .filter(side -> side.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "no-such-side", text("simplification.not-found"), text("simplification.not-found-help"))));
    }

    /** Out of the appraisal it goes by those who decide, elsewhere by those who review. */
    static void requireRight(Request request, ReviewSheet sheet) {
        boolean deciding = sheet.stage() == Stage.APPRAISAL;
        if (!request.page().can(deciding ? ReviewPermissions.APPROVE : ReviewPermissions.REVIEW)) {
            throw new ProblemException(new Problem(
                    403,
                    "not-yours-to-move",
                    text("simplification.not-approving"),
                    text("simplification.refused-help")));
        }
    }

    /** The mistakes in what somebody plans: year and title. */
    static FormErrors plan(String year, String title) {
        FormErrors errors = new FormErrors();
        if (!year.matches("20\\d\\d")) {
            errors.add("year", text("simplification.error.year", year));
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            errors.add("title", text("simplification.error.title", LONGEST_TITLE));
        }
        return errors;
    }

    static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    private static ProblemException missing() {
        return new ProblemException(new Problem(
                404, "review-not-found", text("simplification.not-found"), text("simplification.not-found-help")));
    }
}
