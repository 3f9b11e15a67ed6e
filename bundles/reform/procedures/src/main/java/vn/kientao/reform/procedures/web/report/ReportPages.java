package vn.kientao.reform.procedures.web.report;

import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.report.Report;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Reports on the settlement of procedures, and the dossiers behind each of their numbers. */
@Component
public final class ReportPages implements ModuleRoutes {
    private static final int PAGE = 50;
    private static final TextBundle TEXTS = TextBundle.of(ReportPages.class);
    private static final Permission READ_DOSSIERS = new Permission("procedures.read-dossiers");

    private final Reports reports;
    private final Agencies agencies;
    private final Documents documents;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReportPages(
            @Reference Reports reports,
            @Reference Agencies agencies,
            @Reference Documents documents,
            @Reference TableFiles files) {
        this.reports = reports;
        this.agencies = agencies;
        this.documents = documents;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports", ReportPermissions.REPORT, this::report).menu("report.menu", "bar-chart", 60);
        routes.get("/reports/dossiers", ReportPermissions.REPORT, this::behind);
        files.offerSheets(routes, "/reports", ReportPermissions.REPORT, this::table);
        routes.get("/reports.pdf", ReportPermissions.REPORT, this::pdf);
    }

    private Reply report(Request request) {
        ReportFilter filter = new ReportFilter(request);
        ReportModel model = model(request, filter);
        return Reply.page(
                        request.page().text("report.title"),
                        out -> templates.reportReport(model).render(new WriterOutput(out)))
                .status(filter.errors().isEmpty() ? 200 : 422);
    }

    private ReportModel model(Request request, ReportFilter filter) {
        List<ReportForm> forms = reports.forms(filter.period().to());
        ReportForm form = filter.form(forms).orElseThrow(() -> noForm(filter));
        Report report = reports.report(filter.query(), form.rowBy());
        return new ReportModel(
                request.page(),
                filter.view(),
                forms,
                form,
                filter.period(),
                report.table(),
                report.shares(),
                code -> name(form, code, request.page()),
                filter.mayAll(),
                filter.province());
    }

    private String name(ReportForm form, String code, Page page) {
        return form.rowBy() == ReportForm.RowBy.FIELD
                ? code
                : agencies.find(code)
                        .map(agency -> page.texts().get(agency.name()))
                        .orElse(code);
    }

    private Reply behind(Request request) {
        ReportFilter filter = new ReportFilter(request);
        String word = request.query("measure").orElse("total");
        Measure measure = Measure.of(word).orElseThrow(() -> noMeasure(word));
        Optional<ReportedDossier.Key> after = request.query("after").flatMap(BehindModel::key);
        List<ReportedDossier> rows = reports.dossiers(filter.query(), measure, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        BehindModel model = new BehindModel(
                request.page(),
                filter.view(),
                filter.period(),
                measure,
                more ? rows.subList(0, PAGE) : rows,
                more,
                after.isEmpty(),
                request.page().can(READ_DOSSIERS));
        return Reply.page(model.title(), out -> templates.reportBehind(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(request.page().text("report.title"), model.report()))
                .status(filter.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new ReportFile(model(request, new ReportFilter(request)))
                .table(
                        request.agency().code(),
                        request.page().texts().get(request.agency().name()));
    }

    private Reply pdf(Request request) {
        ReportModel model = model(request, new ReportFilter(request));
        StringOutput xhtml = new StringOutput();
        templates.reportPaper(model, files.head(request)).render(xhtml);
        byte[] pdf = documents.pdf(xhtml.toString());
        String agency = request.agency().code();
        reports.taken(request.audit("procedures.export", "report", agency, ""));
        return Reply.download(new ReportFile(model).name(agency) + ".pdf", "application/pdf", out -> out.write(pdf))
                .shownInline();
    }

    private static ProblemException noForm(ReportFilter filter) {
        String year = "" + filter.period().to().getYear();
        return new ProblemException(new Problem(
                404,
                "no-report-form",
                TEXTS.text("report.problem.no-form", year),
                TEXTS.text("report.problem.no-form.do")));
    }

    private static ProblemException noMeasure(String word) {
        return new ProblemException(new Problem(
                404,
                "no-such-column",
                TEXTS.text("report.problem.measure", word),
                TEXTS.text("report.problem.measure.do")));
    }
}
