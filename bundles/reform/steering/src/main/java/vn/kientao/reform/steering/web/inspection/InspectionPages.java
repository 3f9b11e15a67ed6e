package vn.kientao.reform.steering.web.inspection;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.inspection.InspectionDesk;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Inspections as pages: the list, the plan of a year, planning a visit. */
@Component
public final class InspectionPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(InspectionPages.class);
    private static final int PAGE = 25;

    private final Inspections inspections;
    private final InspectionDesk desk;
    private final Agencies agencies;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public InspectionPages(
            @Reference Inspections inspections,
            @Reference InspectionDesk desk,
            @Reference Agencies agencies,
            @Reference TableFiles files) {
        this.inspections = inspections;
        this.desk = desk;
        this.agencies = agencies;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/inspections", SteeringPermissions.READ, this::list).menu("inspection.menu", "shield-check", 40);
        files.offer(routes, "/inspections", SteeringPermissions.READ, this::table);
        routes.get("/inspections/plan", SteeringPermissions.INSPECT, this::showPlan);
        routes.post("/inspections/plan", SteeringPermissions.INSPECT, this::savePlan);
        routes.get("/inspections/new", SteeringPermissions.INSPECT, this::blank);
        routes.post("/inspections/new", SteeringPermissions.INSPECT, this::add);
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("inspection.title"), page.link("/inspections"));
    }

    private Reply list(Request request) {
        VisitListQuery query = new VisitListQuery(request, inspections);
        VisitFilter filter = query.filter();
        List<Visit> rows = inspections.page(filter, query.before(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        int year = filter.year().orElse(filter.today().getYear());
        VisitListModel model = new VisitListModel(
                query,
                more ? rows.subList(0, PAGE) : rows,
                more,
                inspections.count(
                        VisitFilter.of(filter.agencies(), filter.today()).late()),
                inspections.coverage(request.agency().code(), year, filter.today()),
                year,
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("inspection.title"),
                        out -> templates.inspectionList(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new VisitTable(
                        inspections,
                        new VisitListQuery(request, inspections).filter(),
                        new AgencyNames(agencies, request.page()))
                .table(request.agency().code());
    }

    private static int year(Optional<String> given, LocalDate today) {
        return given.filter(text -> text.matches("20\\d\\d"))
                .map(Integer::parseInt)
                .orElse(today.getYear());
    }

    private Reply showPlan(Request request) {
        LocalDate today = VisitDoor.today(request);
        int year = year(request.query("year"), today);
        Inspections.Coverage coverage = inspections.coverage(request.agency().code(), year, today);
        Map<String, String> values = new HashMap<>(Map.of("share", "" + coverage.wanted()));
        coverage.plan().ifPresent(plan -> {
            values.put("symbol", plan.symbol());
            values.put("content", plan.content());
            plan.issuedOn().ifPresent(day -> values.put("issuedOn", Formats.date(day)));
        });
        return plan(request, year, FormView.of(request.page(), values), 200);
    }

    private Reply plan(Request request, int year, FormView form, int status) {
        InspectionPlanModel model = new InspectionPlanModel(
                form, year, inspections.coverage(request.agency().code(), year, VisitDoor.today(request)));
        return Reply.page(
                        request.page().text("inspection.plan", "" + year),
                        out -> templates.inspectionPlan(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(status);
    }

    private Reply savePlan(Request request) {
        int year = year(request.field("year"), VisitDoor.today(request));
        FormErrors errors = new FormErrors();
        String agency = request.agency().code();
        long version = request.field("version")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
        InspectionPlan plan = new InspectionForm(new FormReader(request, errors))
                .plan(inspections.plan(agency, year), version, agency, year);
        if (!errors.isEmpty()) {
            return plan(request, year, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            desk.plan(plan, VisitDoor.act(request, "plan-inspections", ""));
        } catch (StaleRecordException e) {
            errors.add("symbol", TEXTS.text("inspection.problem.stale"));
            return plan(request, year, new FormView(request.page(), request.fields(), errors), 409);
        }
        return Reply.seeOther(request.page().link("/inspections?year=" + year))
                .flash(request.page().text("inspection.plan.saved"));
    }

    private Reply blank(Request request) {
        return form(request, FormView.of(request.page(), Map.of()), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        NewVisitModel model = new NewVisitModel(form, agencies.on(VisitDoor.today(request)));
        return Reply.page(
                        request.page().text("inspection.new"),
                        out -> templates.inspectionForm(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(status);
    }

    private Reply add(Request request) {
        FormErrors errors = new FormErrors();
        Optional<InspectionForm.Planned> planned = new InspectionForm(new FormReader(request, errors))
                .visit(request.agency().code(), agencies, inspections, VisitDoor.today(request));
        if (planned.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Visit visit = desk.plan(
                planned.get().plan(),
                planned.get().visit(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                VisitDoor.act(request, "plan-inspection", ""));
        return Reply.seeOther(request.page().link("/inspections/" + visit.code()))
                .flash(request.page().text("inspection.planned"));
    }
}
