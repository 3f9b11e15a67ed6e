package vn.kientao.reform.steering.web.inspection;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.inspection.InspectionDesk;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Inspection plans for programs: those of an agency, one with what it covers, making and changing it, planning a visit. */
@Component
public final class InspectionPlanApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(InspectionPlanApi.class);
    private static final String ALL = "/inspection-plans";
    private static final String ONE = ALL + "/{year}";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final Inspections inspections;
    private final InspectionDesk desk;
    private final Agencies agencies;

    @Activate
    public InspectionPlanApi(
            @Reference Inspections inspections, @Reference InspectionDesk desk, @Reference Agencies agencies) {
        this.inspections = inspections;
        this.desk = desk;
        this.agencies = agencies;
    }

    @Override
    public void api(Routes routes) {
        routes.get(ALL, SteeringPermissions.READ, this::list)
                .summary("inspection.api.plans")
                .returns(InspectionPlanJson.Listing.class);
        routes.post(ALL, SteeringPermissions.INSPECT, this::make)
                .summary("inspection.api.make-plan")
                .accepts(InspectionPlanJson.Words.class)
                .returns(InspectionPlanJson.class);
        routes.get(ONE, SteeringPermissions.READ, this::show)
                .summary("inspection.api.plan")
                .returns(InspectionPlanJson.class)
                .versioned();
        routes.put(ONE, SteeringPermissions.INSPECT, this::change)
                .summary("inspection.api.change-plan")
                .accepts(InspectionPlanJson.Words.class)
                .returns(InspectionPlanJson.class)
                .versioned();
        routes.post("/inspections", SteeringPermissions.INSPECT, this::visit)
                .summary("inspection.api.visit")
                .accepts(InspectionPlanJson.NewVisit.class)
                .returns(VisitJson.class);
    }

    private Reply list(Request request) {
        return Reply.json(new InspectionPlanJson.Listing(
                inspections.plans(request.agency().code()).stream()
                        .map(InspectionPlanJson.Row::of)
                        .toList()));
    }

    private InspectionPlan find(Request request) {
        String year = request.pathValue("year");
        return Optional.of(year)
                .filter(text -> text.matches("20\\d\\d"))
                .flatMap(text -> inspections.plan(request.agency().code(), Integer.parseInt(text)))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "inspection-plan-not-found",
                        TEXTS.text("inspection.problem.no-plan", year),
                        TEXTS.text("inspection.problem.no-plan.do"))));
    }

    private Reply show(Request request) {
        return json(request, find(request).year(), 200, Map.of());
    }

    private Reply json(Request request, int year, int status, Map<String, String> headers) {
        Inspections.Coverage coverage = inspections.coverage(request.agency().code(), year, VisitDoor.today(request));
        InspectionPlan plan = coverage.plan().orElseThrow();
        return new Reply.Json(status, InspectionPlanJson.of(plan, coverage), headers).version(plan.version());
    }

    private Reply make(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader =
                new FormReader(request.json(InspectionPlanJson.Words.class).values(), errors);
        int year = reader.number("year", FIRST_YEAR, LAST_YEAR);
        String agency = request.agency().code();
        InspectionPlan plan = new InspectionForm(reader).plan(Optional.empty(), 0, agency, year);
        Mistakes.check(errors);
        if (inspections.plan(agency, year).isPresent()) {
            throw new ProblemException(new Problem(
                    409,
                    "inspection-plan-present",
                    TEXTS.text("inspection.problem.plan-present", "" + year),
                    TEXTS.text("inspection.problem.plan-present.do")));
        }
        keep(request, plan);
        return json(request, year, 201, Map.of("Location", request.page().link(ALL + "/" + year)));
    }

    private Reply change(Request request) {
        InspectionPlan old = find(request);
        request.expect(old.version());
        FormErrors errors = new FormErrors();
        FormReader reader =
                new FormReader(request.json(InspectionPlanJson.Words.class).values(), errors);
        InspectionPlan plan =
                new InspectionForm(reader).plan(Optional.of(old), old.version(), old.agency(), old.year());
        Mistakes.check(errors);
        keep(request, plan);
        return json(request, old.year(), 200, Map.of());
    }

    private void keep(Request request, InspectionPlan plan) {
        try {
            desk.plan(plan, VisitDoor.act(request, "plan-inspections", ""));
        } catch (StaleRecordException e) {
            throw InspectionApi.stale();
        }
    }

    private Reply visit(Request request) {
        FormErrors errors = new FormErrors();
        String own = request.agency().code();
        Optional<InspectionForm.Planned> planned = new InspectionForm(new FormReader(
                        request.json(InspectionPlanJson.NewVisit.class).values(), errors))
                .visit(own, agencies, inspections, VisitDoor.today(request));
        Mistakes.check(errors);
        Visit visit = desk.plan(
                planned.orElseThrow().plan(),
                planned.orElseThrow().visit(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                VisitDoor.act(request, "plan-inspection", ""));
        Inspections.View view = inspections.find(visit.code(), own).orElseThrow();
        return new Reply.Json(
                        201,
                        VisitJson.of(view, VisitDoor.today(request)),
                        Map.of("Location", request.page().link("/inspections/" + visit.code())))
                .version(view.visit().version());
    }
}
