package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.report.ReportLetter;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportFilter;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Published reports for everybody: the list, one with its texts and figures, both as files. */
@Component
public final class OpenReportPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(OpenReportPages.class);
    private static final String ONE = "/reports/{code}";
    private static final String[] NAMES = {"year", "agency", "kind", "q"};
    private static final int PAGE = 20;
    private static final int LONGEST = 100;

    private final Reports reports;
    private final ReportLetter letter;
    private final Letters letters;
    private final Sheets sheets;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OpenReportPages(
            @Reference Reports reports,
            @Reference ReportLetter letter,
            @Reference Letters letters,
            @Reference Sheets sheets,
            @Reference Agencies agencies) {
        this.reports = reports;
        this.letter = letter;
        this.letters = letters;
        this.sheets = sheets;
        this.agencies = agencies;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/reports", Permission.ANYONE, this::list).menu("report.menu", "file-earmark-text", 35);
        routes.get(ONE, Permission.ANYONE, this::show);
        for (SheetFormat format : SheetFormat.values()) {
            routes.get(format.fileName(ONE + "/figures"), Permission.ANYONE, request -> sheet(request, format));
        }
        routes.get(ONE + "/paper.pdf", Permission.ANYONE, this::pdf);
    }

    private Reply list(Request request) {
        Page page = request.page();
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            request.query(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        FormErrors errors = new FormErrors();
        ReportFilter filter = filter(values, errors);
        long before = ListQuery.key(request).orElse(Long.MAX_VALUE);
        List<PeriodicReport> rows = reports.published(filter, before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        OpenReportListModel model = new OpenReportListModel(
                new FormView(page, values, errors),
                more ? rows.subList(0, PAGE) : rows,
                before == Long.MAX_VALUE,
                more,
                !values.isEmpty(),
                reports.publishers(),
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("report.open.title"),
                        out -> templates.reportOpen(model).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private static ReportFilter filter(Map<String, String> values, FormErrors errors) {
        Optional<ReportKind> kind = Optional.ofNullable(values.get("kind")).flatMap(ReportKind::of);
        if (values.containsKey("kind") && kind.isEmpty()) {
            errors.add("kind", TEXTS.text("report.error.filter", values.get("kind")));
        }
        String year = values.getOrDefault("year", "");
        boolean readable = year.matches("20\\d\\d");
        if (!year.isEmpty() && !readable) {
            errors.add("year", TEXTS.text("report.error.year", year));
        }
        String words = values.getOrDefault("q", "");
        if (words.length() > LONGEST) {
            errors.add("q", TEXTS.text("form.error.length", "" + words.length(), "0", "" + LONGEST));
        }
        String agency = values.getOrDefault("agency", "");
        return new ReportFilter(
                agency.isEmpty() ? Set.of() : Set.of(agency),
                kind,
                Optional.empty(),
                readable ? OptionalInt.of(Integer.parseInt(year)) : OptionalInt.empty(),
                words.length() > LONGEST ? "" : Folding.fold(words));
    }

    private Reports.View find(Request request) {
        String code = request.pathValue("code");
        return reports.find(code)
                .filter(view -> view.report().publishedOn().isPresent())
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "report-not-found",
                        TEXTS.text("report.problem.none", code),
                        TEXTS.text("report.open.problem.do"))));
    }

    private Reply show(Request request) {
        Page page = request.page();
        Reports.View view = find(request);
        OpenReportModel model = new OpenReportModel(
                page, view.report(), view, reports.published(view.report()), new AgencyNames(agencies, page));
        return Reply.page(
                        model.title(), out -> templates.reportOpenReport(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("report.open.title"), page.openLink("/reports")));
    }

    private Reply pdf(Request request) {
        Reports.View view = find(request);
        byte[] file = letters.pdf(List.of(letter.of(view, ReportDoor.today(request))));
        return Reply.download(view.report().code() + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply sheet(Request request, SheetFormat format) {
        Reports.View view = find(request);
        return Reply.download(
                format.fileName(view.report().code()),
                format.contentType(),
                out -> write(request.page(), view, format, out));
    }

    /** Every figure with its area; those of the whole agency with an empty one. */
    private void write(Page page, Reports.View view, SheetFormat format, OutputStream out) throws IOException {
        List<String> heading = format == SheetFormat.CSV
                ? List.of()
                : List.of(
                        ReportWords.title(page, view.report()),
                        new AgencyNames(agencies, page).of(view.report().agency()),
                        ReportWords.period(page, view.report()));
        SheetLayout layout = new SheetLayout(
                page.text("report.open.figures"),
                heading,
                List.of(
                        new SheetColumn(page.text("report.open.code"), 26),
                        new SheetColumn(page.text("task.area"), 18),
                        new SheetColumn(page.text("report.figure"), 56),
                        new SheetColumn(page.text("report.open.unit"), 14),
                        new SheetColumn(page.text("report.amount"), 14)));
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            for (Figure figure : view.figures()) {
                sheet.row(List.of(
                        SheetCell.text(figure.code()),
                        SheetCell.text(figure.area()),
                        SheetCell.text(page.texts().get(figure.name())),
                        SheetCell.text(page.texts().get(figure.unit())),
                        figure.amount().map(SheetCell::number).orElseGet(SheetCell::empty)));
            }
        }
    }
}
