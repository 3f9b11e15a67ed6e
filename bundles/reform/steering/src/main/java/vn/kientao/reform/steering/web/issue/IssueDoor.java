package vn.kientao.reform.steering.web.issue;

import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.issue.Issues;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Finds the matter of an address for the agency in it, and says what may be done with it. */
final class IssueDoor {
    private static final TextBundle TEXTS = TextBundle.of(IssueDoor.class);

    private IssueDoor() {}

    /** One of the agency itself; any for who may see the province; else 404. */
    static Issue find(Request request, Issues issues) {
        String code = request.pathValue("code");
        return issues.find(code)
                .filter(one -> own(request, issues, one) || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "issue-not-found",
                        TEXTS.text("issue.problem.none", code),
                        TEXTS.text("issue.problem.none.do"))));
    }

    private static boolean own(Request request, Issues issues, Issue one) {
        return issues.with(request.agency().code()).contains(one.agency());
    }

    /** Whether the reader may decide on it now. */
    static boolean decides(Request request, Issue one) {
        return one.state() == IssueState.RAISED && request.page().can(SteeringPermissions.APPROVE);
    }

    /** Whether the reader may say now what came of it: who raised it, or the standing office. */
    static boolean closes(Request request, Issues issues, Issue one) {
        boolean side = own(request, issues, one) || request.page().can(SteeringPermissions.PROGRAMME);
        return one.state() == IssueState.DECIDED && side && request.page().can(SteeringPermissions.REPORT);
    }

    static ProblemException refused(String step) {
        return new ProblemException(new Problem(
                409, "issue-step", TEXTS.text("issue.problem.step", step), TEXTS.text("issue.problem.none.do")));
    }
}
