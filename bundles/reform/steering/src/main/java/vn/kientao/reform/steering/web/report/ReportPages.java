package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.report.ReportDesk;
import vn.kientao.reform.steering.app.report.ReportRefusedException;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Periodic reports as pages: the list of an agency or of the province, and the form that begins one. */
@Component
public final class ReportPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ReportPages.class);
    private static final int PAGE = 25;

    private final Reports reports;
    private final ReportDesk desk;
    private final Agencies agencies;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReportPages(
            @Reference Reports reports,
            @Reference ReportDesk desk,
            @Reference Agencies agencies,
            @Reference TableFiles files) {
        this.reports = reports;
        this.desk = desk;
        this.agencies = agencies;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports", SteeringPermissions.READ, this::list).menu("report.menu", "file-earmark-text", 80);
        files.offer(routes, "/reports", SteeringPermissions.READ, this::table);
        routes.get("/reports/new", SteeringPermissions.REPORT, this::blank);
        routes.post("/reports/new", SteeringPermissions.REPORT, this::make);
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("report.title"), page.link("/reports"));
    }

    private Reply list(Request request) {
        ReportListQuery query = new ReportListQuery(request, reports);
        List<PeriodicReport> rows = reports.page(query.filter(), query.before(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        ReportListModel model = new ReportListModel(
                query,
                more ? rows.subList(0, PAGE) : rows,
                more,
                ReportDoor.today(request),
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("report.title"),
                        out -> templates.reportList(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new ReportTable(
                        reports,
                        new ReportListQuery(request, reports).filter(),
                        new AgencyNames(agencies, request.page()),
                        ReportDoor.today(request))
                .table(request.agency().code());
    }

    private Reply blank(Request request) {
        return form(request, FormView.of(request.page(), Map.of("scope", "agency")), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        NewReportModel model = new NewReportModel(form, terms(request));
        return Reply.page(
                        request.page().text("report.new"),
                        out -> templates.reportForm(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(status);
    }

    /** Those of this year and the last that have begun, the latest first. */
    private List<ReportTerm> terms(Request request) {
        int year = ReportDoor.today(request).getYear();
        List<ReportTerm> terms = new ArrayList<>();
        for (int one = year + 1; one >= year - 1; one--) {
            List<ReportTerm> some = new ArrayList<>(reports.terms(one));
            some.removeIf(
                    term -> ReportDoor.today(request).isBefore(term.period().from()));
            Collections.reverse(some);
            terms.addAll(some);
        }
        return terms;
    }

    private Reply make(Request request) {
        FormErrors errors = new FormErrors();
        String given = request.field("term").orElse("");
        Optional<ReportTerm> term = terms(request).stream()
                .filter(one -> given.equals(one.kind().word() + "." + one.year()))
                .findFirst();
        if (term.isEmpty()) {
            errors.add("term", TEXTS.text("report.error.term", given));
        }
        ReportScope scope = scope(request, errors);
        if (errors.isEmpty()) {
            try {
                PeriodicReport made = desk.make(term.orElseThrow(), scope, ReportDoor.act(request, "make-report"));
                return Reply.seeOther(request.page().link("/reports/" + made.code()))
                        .flash(request.page().text("report.made"));
            } catch (ReportRefusedException e) {
                errors.add("term", TEXTS.text("report.refusal." + e.reason().name()));
            }
        }
        return form(request, new FormView(request.page(), request.fields(), errors), 422);
    }

    private static ReportScope scope(Request request, FormErrors errors) {
        String given = request.field("scope").orElse("agency").toUpperCase(Locale.ROOT);
        if (ReportScope.PROVINCE.name().equals(given) && request.page().can(SteeringPermissions.PROGRAMME)) {
            return ReportScope.PROVINCE;
        }
        if (!ReportScope.AGENCY.name().equals(given)) {
            errors.add("scope", TEXTS.text("report.error.scope"));
        }
        return ReportScope.AGENCY;
    }
}
