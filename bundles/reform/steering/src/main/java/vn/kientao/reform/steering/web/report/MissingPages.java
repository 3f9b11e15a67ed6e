package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.app.report.Urging;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Which agencies have not issued the report of a period; the standing office urges them. */
@Component
public final class MissingPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(MissingPages.class);

    private final Reports reports;
    private final Urging urging;
    private final Templates templates = new StaticTemplates();

    @Activate
    public MissingPages(@Reference Reports reports, @Reference Urging urging) {
        this.reports = reports;
        this.urging = urging;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports/missing", SteeringPermissions.PROVINCE, this::list);
        routes.post("/reports/missing", SteeringPermissions.PROGRAMME, this::urge);
    }

    private Reply list(Request request) {
        Page page = request.page();
        List<ReportTerm> terms = terms(request);
        ReportTerm term = term(request, terms, request.query("term").orElse(""));
        MissingModel model = new MissingModel(page, term, terms, reports.standings(term), ReportDoor.today(request));
        return Reply.page(
                        page.text("report.missing"),
                        out -> templates.reportMissing(model).render(new WriterOutput(out)))
                .crumbs(ReportPages.home(page));
    }

    /** Those of this year and the last that have begun, the latest first. */
    private List<ReportTerm> terms(Request request) {
        LocalDate today = ReportDoor.today(request);
        List<ReportTerm> terms = new ArrayList<>();
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            reports.terms(year).stream()
                    .filter(term -> !today.isBefore(term.period().from()))
                    .forEach(terms::add);
        }
        terms.sort(Comparator.comparing(ReportTerm::due).reversed());
        return terms;
    }

    /** The one that was asked for; without one, that which is due next, or was last. */
    private static ReportTerm term(Request request, List<ReportTerm> terms, String given) {
        if (given.isEmpty()) {
            LocalDate today = ReportDoor.today(request);
            return terms.stream()
                    .filter(term -> !today.isBefore(term.period().to()))
                    .findFirst()
                    .or(() -> terms.stream().findFirst())
                    .orElseThrow(() -> none(given));
        }
        return terms.stream()
                .filter(term -> given.equals(term.kind().word() + "." + term.year()))
                .findFirst()
                .orElseThrow(() -> none(given));
    }

    private static ProblemException none(String given) {
        return new ProblemException(new Problem(
                404, "term-not-found", TEXTS.text("report.error.term", given), TEXTS.text("report.problem.none.do")));
    }

    private Reply urge(Request request) {
        String given = request.field("term").orElse("");
        ReportTerm term = term(request, terms(request), given);
        MissingModel model =
                new MissingModel(request.page(), term, List.of(), reports.standings(term), ReportDoor.today(request));
        List<String> chosen = request.fieldAll("agency");
        List<String> agencies = model.missing().stream()
                .map(row -> row.agency().code())
                .filter(code -> chosen.isEmpty() || chosen.contains(code))
                .toList();
        urging.urge(term, agencies, ReportDoor.act(request, "urge-report"));
        return Reply.seeOther(request.page().link("/reports/missing?term=" + given))
                .flash(request.page().text("report.missing.urged", "" + agencies.size()));
    }
}
