package vn.kientao.reform.steering.web.report;

import java.time.LocalDate;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Finds the report of an address for the agency in it, and says who acts and what they may do. */
final class ReportDoor {
    private static final TextBundle TEXTS = TextBundle.of(ReportDoor.class);

    private ReportDoor() {}

    /** One of the agency itself; any for who may see the province; else 404. */
    static Reports.View find(Request request, Reports reports) {
        String code = request.pathValue("code");
        return reports.find(code)
                .filter(view ->
                        own(request, reports, view.report()) || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "report-not-found",
                        TEXTS.text("report.problem.none", code),
                        TEXTS.text("report.problem.none.do"))));
    }

    static Section section(Request request, Reports.View view) {
        String code = request.pathValue("section");
        return view.section(code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "section-not-found",
                        TEXTS.text("report.problem.section", code),
                        TEXTS.text("report.problem.none.do"))));
    }

    private static boolean own(Request request, Reports reports, PeriodicReport report) {
        return reports.with(request.agency().code()).contains(report.agency());
    }

    /** Whether the reader may write its texts now. */
    static boolean writes(Request request, Reports reports, PeriodicReport report) {
        return report.state() == ReportState.DRAFT && makes(request, reports, report);
    }

    private static boolean makes(Request request, Reports reports, PeriodicReport report) {
        boolean province =
                report.scope() == ReportScope.AGENCY || request.page().can(SteeringPermissions.PROGRAMME);
        return own(request, reports, report) && province && request.page().can(SteeringPermissions.REPORT);
    }

    /** Whether the reader may take a step now. */
    static boolean may(Request request, Reports reports, PeriodicReport report, ReportAction action) {
        if (!action.possible(report) || !own(request, reports, report)) {
            return false;
        }
        return switch (action) {
            case MAKE -> false;
            case COUNT, SUBMIT -> makes(request, reports, report);
            case RETURN, ISSUE, CORRECT, PUBLISH, WITHDRAW -> request.page().can(SteeringPermissions.SIGN);
        };
    }

    /** Whether the reader may attach the signed file now. */
    static boolean attaches(Request request, Reports reports, PeriodicReport report) {
        boolean running = report.state() == ReportState.DRAFT || report.state() == ReportState.SUBMITTED;
        return running
                && own(request, reports, report)
                && (request.page().can(SteeringPermissions.REPORT)
                        || request.page().can(SteeringPermissions.SIGN));
    }

    static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409, "report-step", TEXTS.text("report.problem.step", word), TEXTS.text("report.problem.step.do")));
    }

    static LocalDate today(Request request) {
        return Acts.today(request);
    }

    static Tasks.Act act(Request request, String action) {
        return act(request, action, "");
    }

    static Tasks.Act act(Request request, String action, String code) {
        return Acts.act(request, action, "report", code);
    }
}
