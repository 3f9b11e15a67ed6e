package vn.kientao.reform.steering.web.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.inspection.InspectionDesk;
import vn.kientao.reform.steering.app.inspection.InspectionStep;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Inspections for programs: the list, one visit with what was found, every step. */
@Component
public final class InspectionApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(InspectionApi.class);
    private static final int PAGE = 50;

    private final Inspections inspections;
    private final InspectionDesk desk;
    private final Programmes programmes;

    @Activate
    public InspectionApi(
            @Reference Inspections inspections, @Reference InspectionDesk desk, @Reference Programmes programmes) {
        this.inspections = inspections;
        this.desk = desk;
        this.programmes = programmes;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/inspections", SteeringPermissions.READ, this::list)
                .summary("inspection.api.list")
                .query(VisitListQuery.NAMES)
                .returns(VisitJson.Listing.class);
        routes.get("/inspections/{code}", SteeringPermissions.READ, this::show)
                .summary("inspection.api.show")
                .returns(VisitJson.class)
                .versioned();
        routes.post("/inspections/{code}/steps", SteeringPermissions.READ, this::act)
                .summary("inspection.api.step")
                .accepts(VisitJson.Step.class)
                .returns(VisitJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        VisitListQuery query = new VisitListQuery(request, inspections);
        Mistakes.check(query.errors());
        List<Visit> rows = inspections.page(query.filter(), query.before(), PAGE + 1);
        return Reply.json(VisitJson.Listing.of(rows, PAGE, query.filter().today()));
    }

    private Reply show(Request request) {
        Inspections.View view = VisitDoor.find(request, inspections);
        return new Reply.Json(200, VisitJson.of(view, VisitDoor.today(request)), Map.of())
                .version(view.visit().version());
    }

    private Reply act(Request request) {
        Inspections.View view = VisitDoor.find(request, inspections);
        VisitJson.Step body = request.json(VisitJson.Step.class);
        String word = body.action() == null ? "" : body.action();
        VisitAction action = VisitAction.of(word)
                .filter(one -> VisitDoor.may(request.page(), view, one))
                .orElseThrow(() -> VisitDoor.refused(word));
        request.expect(view.visit().version());
        FormErrors errors = new FormErrors();
        Optional<InspectionStep> step = new VisitStepForm(
                        new FormReader(body.values(), errors),
                        programmes.areas(VisitDoor.today(request)),
                        VisitDoor.today(request))
                .step(view, action, body.chosen());
        Mistakes.check(errors);
        try {
            desk.act(
                    view,
                    step.orElseThrow(),
                    VisitDoor.act(request, word + "-inspection", view.visit().code()));
        } catch (StaleRecordException e) {
            throw stale();
        }
        return show(request);
    }

    static ProblemException stale() {
        return new ProblemException(new Problem(
                412, "stale", TEXTS.text("inspection.problem.stale"), TEXTS.text("inspection.problem.step.do")));
    }
}
