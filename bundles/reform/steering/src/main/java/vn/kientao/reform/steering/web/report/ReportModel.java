package vn.kientao.reform.steering.web.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.AgencySymbol;

/**
 * The page of a report.
 *
 * @param form what was typed into the step that its value of that name tells
 * @param actions what the reader may do now
 * @param people name by account, of those who did something
 */
public record ReportModel(
        FormView form,
        Reports.View view,
        LocalDate today,
        List<ReportAction> actions,
        boolean writes,
        boolean attaches,
        AgencyNames names,
        Map<String, String> people,
        List<StoredFile> files) {
    public ReportModel {
        actions = List.copyOf(actions);
        people = Map.copyOf(people);
        files = List.copyOf(files);
    }

    public Page page() {
        return form.page();
    }

    public PeriodicReport report() {
        return view.report();
    }

    public String title() {
        return ReportWords.title(page(), report());
    }

    public String period() {
        return ReportWords.period(page(), report());
    }

    public String style() {
        return ReportWords.style(report().state());
    }

    public boolean late() {
        return report().late(today);
    }

    public String title(Section section) {
        return page().texts().get(section.title());
    }

    public String name(Figure figure) {
        return page().texts().get(figure.name());
    }

    public String amount(Figure figure) {
        return ReportWords.amount(page(), figure);
    }

    /** Where the records behind a figure are; empty when it has no list. */
    public String list(Figure figure) {
        if (!figure.address().isEmpty()) {
            return figure.address();
        }
        Optional<FactKind> kind = FactKind.behind(figure.code());
        String area = figure.area().isEmpty() ? "" : "?area=" + figure.area();
        return kind.map(one -> page().link("/reports/" + report().code() + "/figures/" + one.word() + area))
                .orElse("");
    }

    public String who(String account) {
        return people.getOrDefault(account, account);
    }

    public String who(Happening<ReportAction> event) {
        return who(event.account()) + ", " + names.of(event.agency());
    }

    /** When and by whom a text was written; empty for the first, empty one. */
    public String written(Section section) {
        return section.version() == 1
                ? ""
                : page().text(
                                "report.text.written",
                                "" + section.version(),
                                who(section.text().account()),
                                Formats.time(section.text().at()));
    }

    /** Whether this is the step that could not be taken. */
    public boolean failed(ReportAction action) {
        return action.word().equals(form.value("action"));
    }

    public String id(ReportAction action, String field) {
        return failed(action) ? field : field + "-" + action.word();
    }

    public String value(ReportAction action, String field) {
        if (failed(action)) {
            return form.value(field);
        }
        return switch (field) {
            case "symbol" -> "BC-" + AgencySymbol.of(report().agency());
            case "day" -> Formats.date(today);
            default -> "";
        };
    }

    public Optional<String> error(ReportAction action, String field) {
        return failed(action) ? form.error(field) : Optional.empty();
    }

    public String file(StoredFile file) {
        return page().link("/reports/" + report().code() + "/files/" + file.id());
    }

    public String size(StoredFile file) {
        return Formats.number((file.size() + 1023) / 1024) + " KB";
    }
}
