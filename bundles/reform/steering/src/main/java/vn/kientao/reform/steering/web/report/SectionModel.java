package vn.kientao.reform.steering.web.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.domain.report.SectionText;

/**
 * The page on which the text of a section is written.
 *
 * @param form with the text as its reader has it, and in {@code version} the version on which it is based
 * @param older every saved text, the newest first
 * @param people name by account
 */
public record SectionModel(
        FormView form,
        Reports.View view,
        Section section,
        List<SectionText> older,
        boolean writes,
        Map<String, String> people) {
    public SectionModel {
        older = List.copyOf(older);
        people = Map.copyOf(people);
    }

    public Page page() {
        return form.page();
    }

    public PeriodicReport report() {
        return view.report();
    }

    public String title() {
        return page().texts().get(section.title());
    }

    public String reportTitle() {
        return ReportWords.title(page(), report());
    }

    public String address() {
        return page().link("/reports/" + report().code() + "/sections/" + section.code());
    }

    public String draft() {
        return draft(view, section);
    }

    /** The name under which the draft of a section is kept. */
    static String draft(Reports.View view, Section section) {
        return "report-" + view.report().code() + "-" + section.code();
    }

    public List<Figure> figures() {
        return view.of(section);
    }

    public String name(Figure figure) {
        return page().texts().get(figure.name());
    }

    public String amount(Figure figure) {
        return ReportWords.amount(page(), figure);
    }

    /** The version on which the reader's text is based, when somebody has saved another one since. */
    public Optional<String> behind() {
        String based = form.value("based");
        return based.isEmpty() || based.equals("" + section.version()) ? Optional.empty() : Optional.of(based);
    }

    public String who(SectionText text) {
        return people.getOrDefault(text.account(), text.account());
    }

    public String when(SectionText text) {
        return Formats.time(text.at());
    }
}
