package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.report.ReportLetter;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** What comes out of a report: the document as PDF and DOCX, and the records behind each of its figures. */
@Component
public final class ReportFilePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ReportFilePages.class);
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int PAGE = 50;

    private final Reports reports;
    private final ReportLetter letter;
    private final Letters letters;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReportFilePages(
            @Reference Reports reports,
            @Reference ReportLetter letter,
            @Reference Letters letters,
            @Reference Programmes programmes,
            @Reference Agencies agencies) {
        this.reports = reports;
        this.letter = letter;
        this.letters = letters;
        this.programmes = programmes;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports/{code}/pdf", SteeringPermissions.READ, this::pdf);
        routes.get("/reports/{code}/docx", SteeringPermissions.READ, this::docx);
        routes.get("/reports/{code}/figures/{figure}", SteeringPermissions.READ, this::facts);
    }

    private Reply pdf(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        byte[] file = letters.pdf(List.of(letter(request, view)));
        return Reply.download(view.report().code() + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply docx(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        byte[] file = letters.docx(letter(request, view));
        return Reply.download(view.report().code() + ".docx", DOCX, out -> out.write(file));
    }

    private Letter letter(Request request, Reports.View view) {
        return letter.of(view, ReportDoor.today(request));
    }

    private Reply facts(Request request) {
        Page page = request.page();
        Reports.View view = ReportDoor.find(request, reports);
        PeriodicReport report = view.report();
        String word = request.pathValue("figure");
        FactKind kind = FactKind.of(word)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "figure-not-found",
                        TEXTS.text("report.problem.figure", word),
                        TEXTS.text("report.problem.none.do"))));
        String area = request.query("area").orElse("");
        long after = ListQuery.key(request).orElse(0L);
        List<Fact> rows = reports.facts(report, kind, area, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        FactListModel model = new FactListModel(
                new AgencyNames(agencies, page),
                report,
                kind,
                area(page, report, area),
                view.figures().stream()
                        .filter(one ->
                                one.code().equals(kind.word()) && one.area().equals(area))
                        .findFirst()
                        .map(one -> ReportWords.amount(page, one))
                        .orElse(""),
                more ? rows.subList(0, PAGE) : rows,
                more,
                after == 0);
        return Reply.page(
                        page.text(kind.textKey()),
                        out -> templates.reportFacts(model).render(new WriterOutput(out)))
                .crumbs(
                        ReportPages.home(page),
                        new Reply.Crumb(ReportWords.title(page, report), page.link("/reports/" + report.code())));
    }

    private String area(Page page, PeriodicReport report, String code) {
        return programmes.areas(report.period().to()).stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(code);
    }
}
