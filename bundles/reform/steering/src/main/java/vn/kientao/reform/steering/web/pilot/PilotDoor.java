package vn.kientao.reform.steering.web.pilot;

import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Finds the pilot of an address for the agency in it, and says who acts. */
final class PilotDoor {
    private static final TextBundle TEXTS = TextBundle.of(PilotDoor.class);

    private PilotDoor() {}

    /** One that the agency proposed or takes part in; any for who may see the province; else 404. */
    static Pilots.View find(Request request, Pilots pilots) {
        String code = request.pathValue("code");
        return pilots.find(code, request.agency().code())
                .filter(view ->
                        view.proposer() || view.member() || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "pilot-not-found",
                        TEXTS.text("pilot.problem.none", code),
                        TEXTS.text("pilot.problem.none.do"))));
    }

    static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409, "pilot-step", TEXTS.text("pilot.problem.step", word), TEXTS.text("pilot.problem.step.do")));
    }

    static Tasks.Act act(Request request, String action, String code) {
        return Acts.act(request, action, "pilot", code);
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("pilot.title"), page.link("/pilots"));
    }
}
