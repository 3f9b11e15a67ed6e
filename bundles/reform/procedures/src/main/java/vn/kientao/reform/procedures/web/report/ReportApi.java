package vn.kientao.reform.procedures.web.report;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.report.Report;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.report.ReportForm;

/** Reports for programs: the same numbers as on the page. */
@Component
public final class ReportApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ReportApi.class);

    private final Reports reports;

    @Activate
    public ReportApi(@Reference Reports reports) {
        this.reports = reports;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/reports", ReportPermissions.REPORT, this::report)
                .summary("report.api.report")
                .query("form", "period", "year", "from", "to", "field", "scope")
                .returns(ReportJson.class);
    }

    private Reply report(Request request) {
        ReportFilter filter = new ReportFilter(request);
        if (!filter.errors().isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    TEXTS.text("report.problem.invalid"),
                    TEXTS.text("report.problem.invalid.do"),
                    filter.errors().all()));
        }
        String year = "" + filter.period().to().getYear();
        ReportForm form = filter.form(reports.forms(filter.period().to()))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "no-report-form",
                        TEXTS.text("report.problem.no-form", year),
                        TEXTS.text("report.problem.no-form.do"))));
        Report report = reports.report(filter.query(), form.rowBy());
        return Reply.json(ReportJson.of(form, filter.period(), report.table(), report.shares()));
    }
}
