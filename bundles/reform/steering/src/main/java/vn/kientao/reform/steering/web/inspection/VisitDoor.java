package vn.kientao.reform.steering.web.inspection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Finds the visit of an address for the agency in it, and says who acts and what they may do. */
final class VisitDoor {
    private static final TextBundle TEXTS = TextBundle.of(VisitDoor.class);

    private VisitDoor() {}

    /** One that the agency makes or gets; any for who may see the province; else 404. */
    static Inspections.View find(Request request, Inspections inspections) {
        String code = request.pathValue("code");
        return inspections
                .find(code, request.agency().code())
                .filter(view -> view.concerns() || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "visit-not-found",
                        TEXTS.text("inspection.problem.none", code),
                        TEXTS.text("inspection.problem.none.do"))));
    }

    /** Whether the reader may take a step of the visit now. */
    static boolean may(Page page, Inspections.View view, VisitAction action) {
        return view.may(action)
                && page.can(
                        action.by() == VisitAction.Side.INSPECTOR
                                ? SteeringPermissions.INSPECT
                                : SteeringPermissions.WORK);
    }

    /** What the reader may do now. */
    static List<VisitAction> actions(Page page, Inspections.View view) {
        return Arrays.stream(VisitAction.values())
                .filter(action -> may(page, view, action))
                .toList();
    }

    /** Whether the reader may add evidence. */
    static boolean adds(Page page, Inspections.View view) {
        return view.visit().state().open()
                && ((view.unit() && page.can(SteeringPermissions.WORK))
                        || (view.inspector() && page.can(SteeringPermissions.INSPECT)));
    }

    static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409,
                "visit-step",
                TEXTS.text("inspection.problem.step", word),
                TEXTS.text("inspection.problem.step.do")));
    }

    static LocalDate today(Request request) {
        return Acts.today(request);
    }

    static Tasks.Act act(Request request, String action, String code) {
        return Acts.act(request, action, "inspection", code);
    }
}
