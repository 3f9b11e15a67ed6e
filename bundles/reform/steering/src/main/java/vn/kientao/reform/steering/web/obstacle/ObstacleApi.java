package vn.kientao.reform.steering.web.obstacle;

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
import vn.kientao.reform.steering.app.obstacle.ObstacleDesk;
import vn.kientao.reform.steering.app.obstacle.ObstacleStep;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.obstacle.Receivers;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.Report;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Obstacles for programs: the list, one, raising, every step. */
@Component
public final class ObstacleApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleApi.class);
    private static final int PAGE = 50;

    private final Obstacles obstacles;
    private final ObstacleDesk desk;
    private final Receivers receivers;
    private final Programmes programmes;

    @Activate
    public ObstacleApi(
            @Reference Obstacles obstacles,
            @Reference ObstacleDesk desk,
            @Reference Receivers receivers,
            @Reference Programmes programmes) {
        this.obstacles = obstacles;
        this.desk = desk;
        this.receivers = receivers;
        this.programmes = programmes;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/obstacles", SteeringPermissions.READ, this::list)
                .summary("obstacle.api.list")
                .query(ObstacleListQuery.NAMES)
                .returns(ObstacleJson.Listing.class);
        routes.post("/obstacles", SteeringPermissions.RAISE, this::raise)
                .summary("obstacle.api.raise")
                .accepts(ObstacleJson.New.class)
                .returns(ObstacleJson.class);
        routes.get("/obstacles/{code}", SteeringPermissions.READ, this::show)
                .summary("obstacle.api.show")
                .returns(ObstacleJson.class)
                .versioned();
        routes.post("/obstacles/{code}/steps", SteeringPermissions.READ, this::act)
                .summary("obstacle.api.step")
                .accepts(ObstacleJson.Step.class)
                .returns(ObstacleJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        ObstacleListQuery query = new ObstacleListQuery(request, obstacles);
        Mistakes.check(query.errors());
        List<Obstacle> rows = obstacles.page(query.filter(), query.after(), PAGE + 1);
        return Reply.json(ObstacleJson.Listing.of(rows, PAGE, query.filter().now()));
    }

    private Reply show(Request request) {
        return json(request, ObstacleDoor.find(request, obstacles), 200, Map.of());
    }

    private static Reply json(Request request, Obstacles.View view, int status, Map<String, String> headers) {
        return new Reply.Json(status, ObstacleJson.of(view, Acts.now(request)), headers)
                .version(view.obstacle().version());
    }

    private Reply raise(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request.json(ObstacleJson.New.class).values(), errors);
        Optional<Report> report = new ObstacleForm(reader, programmes.areas(Acts.today(request))).report();
        Mistakes.check(errors);
        Obstacle raised = desk.raise(
                report.orElseThrow(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                ObstacleDoor.act(request, "raise-obstacle"));
        Obstacles.View view =
                obstacles.find(raised.code(), request.agency().code()).orElseThrow();
        return json(request, view, 201, Map.of("Location", request.page().link("/obstacles/" + raised.code())));
    }

    private Reply act(Request request) {
        Obstacles.View view = ObstacleDoor.find(request, obstacles);
        ObstacleJson.Step body = request.json(ObstacleJson.Step.class);
        String word = body.action() == null ? "" : body.action();
        ObstacleAction action = ObstacleAction.of(word)
                .filter(one -> new ObstacleRights(request.page(), view).may(one))
                .orElseThrow(() -> ObstacleWords.refused(word));
        request.expect(view.obstacle().version());
        FormErrors errors = new FormErrors();
        Optional<ObstacleStep> step = new ObstacleStepForm(
                        new FormReader(body.values(), errors), receivers, Acts.today(request))
                .step(view.obstacle(), action);
        Mistakes.check(errors);
        try {
            desk.act(view.obstacle(), step.orElseThrow(), ObstacleDoor.act(request, word + "-obstacle"));
        } catch (StaleRecordException e) {
            throw new ProblemException(new Problem(
                    412, "stale", TEXTS.text("obstacle.problem.stale"), TEXTS.text("obstacle.problem.step.do")));
        }
        return json(request, ObstacleDoor.find(request, obstacles), 200, Map.of());
    }
}
