package vn.kientao.reform.steering.web.report;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * Published reports, a page of them.
 *
 * @param narrowed whether a filter is set
 * @param agencies codes of those that have published one
 */
public record OpenReportListModel(
        FormView form,
        List<PeriodicReport> rows,
        boolean first,
        boolean more,
        boolean narrowed,
        List<String> agencies,
        AgencyNames names) {
    public OpenReportListModel {
        rows = List.copyOf(rows);
        agencies = List.copyOf(agencies);
    }

    public Page page() {
        return form.page();
    }

    public String title(PeriodicReport one) {
        return ReportWords.title(page(), one);
    }

    public String period(PeriodicReport one) {
        return ReportWords.period(page(), one);
    }

    public String address(PeriodicReport one) {
        return page().openLink("/reports/" + one.code());
    }

    /** Whether a corrected edition has been begun that is not published yet. */
    public boolean correcting(PeriodicReport one) {
        return one.state() == ReportState.REPLACED;
    }

    public List<ReportKind> kinds() {
        return List.of(ReportKind.values());
    }

    public boolean chosen(String field, String value) {
        return form.value(field).equals(value);
    }

    public String next() {
        return more ? page().with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
