package vn.kientao.reform.steering.web.report;

import java.util.Set;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.ReportFilter;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.web.ListQuery;

/** The filter of a list of reports. */
final class ReportListQuery extends ListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"kind", "state", "year", "q", "scope"};

    private final ReportFilter filter;

    ReportListQuery(Request request, Reports reports) {
        super(request, NAMES, Set.of("scope"));
        this.filter = new ReportFilter(
                all() ? Set.of() : reports.with(request.agency().code()),
                word("kind", ReportKind::of),
                word("state", ReportState::of),
                year(),
                words());
    }

    ReportFilter filter() {
        return filter;
    }
}
