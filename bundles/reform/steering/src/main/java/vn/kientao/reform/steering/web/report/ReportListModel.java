package vn.kientao.reform.steering.web.report;

import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** A list of reports. */
public record ReportListModel(
        ReportListQuery query, List<PeriodicReport> rows, boolean more, LocalDate today, AgencyNames names) {
    public ReportListModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return names.page();
    }

    public FormView form() {
        return query.form();
    }

    public FileLinks files() {
        return new FileLinks(page(), "/reports");
    }

    public boolean makes() {
        return page().can(SteeringPermissions.REPORT);
    }

    public boolean province() {
        return page().can(SteeringPermissions.PROVINCE);
    }

    public boolean keeps() {
        return page().can(SteeringPermissions.PROGRAMME);
    }

    public boolean all() {
        return query.all();
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public List<ReportKind> kinds() {
        return List.of(ReportKind.values());
    }

    public List<ReportState> states() {
        return List.of(ReportState.values());
    }

    public String title(PeriodicReport report) {
        return ReportWords.title(page(), report);
    }

    public String period(PeriodicReport report) {
        return ReportWords.period(page(), report);
    }

    public String style(PeriodicReport report) {
        return ReportWords.style(report.state());
    }

    public String next() {
        return more ? page().with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }

    public boolean first() {
        return query.before() == Long.MAX_VALUE;
    }
}
