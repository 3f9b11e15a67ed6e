package vn.kientao.reform.steering.web.report;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * A published report: what it says and counts; neither who wrote it nor the records behind its figures.
 *
 * @param editions the published ones, the oldest first
 */
public record OpenReportModel(
        Page page, PeriodicReport report, Reports.View view, List<PeriodicReport> editions, AgencyNames names) {
    public OpenReportModel {
        editions = List.copyOf(editions);
    }

    public String title() {
        return ReportWords.title(page, report);
    }

    public String period() {
        return ReportWords.period(page, report);
    }

    public String title(Section section) {
        return page.texts().get(section.title());
    }

    public String name(Figure figure) {
        return page.texts().get(figure.name());
    }

    public String amount(Figure figure) {
        return ReportWords.amount(page, figure);
    }

    /** Sections with something in them. */
    public List<Section> sections() {
        return view.sections().stream()
                .filter(section ->
                        !section.text().body().isBlank() || !view.of(section).isEmpty())
                .toList();
    }

    public String address(PeriodicReport edition) {
        return page.openLink("/reports/" + edition.code());
    }

    /** The last published edition, when this one is older. */
    public Optional<PeriodicReport> newer() {
        PeriodicReport last = editions.get(editions.size() - 1);
        return last.id() == report.id() ? Optional.empty() : Optional.of(last);
    }
}
