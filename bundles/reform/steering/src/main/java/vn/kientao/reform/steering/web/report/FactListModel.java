package vn.kientao.reform.steering.web.report;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The records behind a figure.
 *
 * @param area its name; empty for all
 * @param counted what the report says, with its unit; empty when it does not say it
 */
public record FactListModel(
        AgencyNames names,
        PeriodicReport report,
        FactKind kind,
        String area,
        String counted,
        List<Fact> rows,
        boolean more,
        boolean first) {
    public FactListModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return names.page();
    }

    public String title() {
        return ReportWords.title(page(), report);
    }

    public String next() {
        return more ? page().with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
