package vn.kientao.reform.steering.app.report;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportFilter;

/** Periodic reports on the search page of an agency: its own, by code, name and year. */
@Component
public final class ReportSearch implements SearchSource {
    private static final TextBundle TEXTS = TextBundle.of(ReportSearch.class);
    private static final int ORDER = 60;

    private final Reports reports;

    @Activate
    public ReportSearch(@Reference Reports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "steering.reports";
    }

    @Override
    public LocalText title() {
        return TEXTS.text("report.title");
    }

    @Override
    public Permission permission() {
        return new Permission("steering.read");
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public SearchFindings search(Actor reader, String agency, SearchWords words) {
        ReportFilter filter = ReportFilter.of(reports.with(agency), Folding.fold(words.text()));
        long before = words.after()
                .filter(key -> key.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        List<PeriodicReport> found = reports.page(filter, before, words.most() + 1);
        boolean more = found.size() > words.most();
        List<PeriodicReport> shown = more ? found.subList(0, words.most()) : found;
        return new SearchFindings(
                shown.stream().map(one -> finding(agency, one)).toList(),
                more ? Optional.of("" + shown.get(shown.size() - 1).id()) : Optional.empty());
    }

    private static SearchFindings.Finding finding(String agency, PeriodicReport one) {
        return new SearchFindings.Finding(
                one.code(),
                TEXTS.text(one.kind().whenKey(), "" + one.year()).vi(),
                TEXTS.text(one.state().textKey()),
                "/" + agency + "/steering/reports/" + one.code());
    }
}
