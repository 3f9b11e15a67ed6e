package vn.kientao.reform.steering.web.report;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The form that begins a report: the terms of this year and the last. */
public record NewReportModel(FormView form, List<ReportTerm> terms) {
    public NewReportModel {
        terms = List.copyOf(terms);
    }

    public Page page() {
        return form.page();
    }

    public String value(ReportTerm term) {
        return term.kind().word() + "." + term.year();
    }

    public String name(ReportTerm term) {
        return ReportWords.name(page(), term.kind(), term.year());
    }

    public String about(ReportTerm term) {
        return page().text(
                        "report.about",
                        Formats.date(term.period().from()),
                        Formats.date(term.period().to()),
                        Formats.date(term.internalDue()),
                        Formats.date(term.due()));
    }

    /** Whether the reader makes the province's report too. */
    public boolean province() {
        return page().can(SteeringPermissions.PROGRAMME);
    }
}
