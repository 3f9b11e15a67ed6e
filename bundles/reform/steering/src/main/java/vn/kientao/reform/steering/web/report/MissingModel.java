package vn.kientao.reform.steering.web.report;

import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Who has issued the report of a period, and who has not. */
public record MissingModel(
        Page page, ReportTerm term, List<ReportTerm> terms, List<Reports.Standing> rows, LocalDate today) {
    public MissingModel {
        terms = List.copyOf(terms);
        rows = List.copyOf(rows);
    }

    public String value(ReportTerm one) {
        return one.kind().word() + "." + one.year();
    }

    public String name(ReportTerm one) {
        return ReportWords.name(page, one.kind(), one.year());
    }

    public boolean issued(Reports.Standing row) {
        return row.report()
                .filter(report -> report.state() == ReportState.ISSUED)
                .isPresent();
    }

    public List<Reports.Standing> missing() {
        return rows.stream().filter(row -> !issued(row)).toList();
    }

    public List<Reports.Standing> there() {
        return rows.stream().filter(this::issued).toList();
    }

    public String agency(Reports.Standing row) {
        return page.texts().get(row.agency().name());
    }

    public String state(Reports.Standing row) {
        return row.report()
                .map(report -> page.text(report.state().textKey()))
                .orElseGet(() -> page.text("report.missing.none"));
    }

    public String urged(Reports.Standing row) {
        return row.urged().map(Formats::time).orElse("");
    }

    public boolean urges() {
        return page.can(SteeringPermissions.PROGRAMME);
    }

    /** Whether the province wanted the reports before today. */
    public boolean over() {
        return today.isAfter(term.internalDue());
    }
}
