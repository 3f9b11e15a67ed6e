package vn.kientao.reform.steering.web.obstacle;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.obstacle.ObstacleDesk;
import vn.kientao.reform.steering.app.obstacle.ObstacleStep;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.obstacle.Receivers;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleEvent;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FileDoor;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The page of an obstacle with every step that the reader may take, and its files. */
@Component
public final class ObstacleStepPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleStepPages.class);

    private final Obstacles obstacles;
    private final ObstacleDesk desk;
    private final Receivers receivers;
    private final Programmes programmes;
    private final Agencies agencies;
    private final People people;
    private final Files files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ObstacleStepPages(
            @Reference Obstacles obstacles,
            @Reference ObstacleDesk desk,
            @Reference Receivers receivers,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference People people,
            @Reference Files files) {
        this.obstacles = obstacles;
        this.desk = desk;
        this.receivers = receivers;
        this.programmes = programmes;
        this.agencies = agencies;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/obstacles/{code}", SteeringPermissions.READ, this::show);
        routes.post("/obstacles/{code}/steps/{action}", SteeringPermissions.READ, this::act);
        FileDoor.accept(routes.post("/obstacles/{code}/files", SteeringPermissions.READ, this::add));
        routes.get("/obstacles/{code}/files/{file}", SteeringPermissions.READ, this::file);
    }

    private Reply show(Request request) {
        return show(request, ObstacleDoor.find(request, obstacles), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Obstacles.View view, FormView form, int status) {
        Page page = request.page();
        Obstacle one = view.obstacle();
        LocalDate today = Acts.today(request);
        ObstacleModel model = new ObstacleModel(
                form,
                view,
                Acts.now(request),
                programmes.areas(today),
                new AgencyNames(agencies, page),
                agencies.on(today),
                receivers.proposals(one.raiser(), one.report().area(), today),
                people.names(view.events().stream().map(ObstacleEvent::account).toList()),
                files.of(view.owner()));
        return Reply.page(one.code(), out -> templates.obstacleObstacle(model).render(new WriterOutput(out)))
                .crumbs(ObstaclePages.home(page))
                .status(status);
    }

    private Reply act(Request request) {
        Obstacles.View view = ObstacleDoor.find(request, obstacles);
        String word = request.pathValue("action");
        ObstacleAction action = ObstacleAction.of(word)
                .filter(one -> new ObstacleRights(request.page(), view).may(one))
                .orElseThrow(() -> ObstacleWords.refused(word));
        FormErrors errors = new FormErrors();
        if (!request.field("version").orElse("").equals("" + view.obstacle().version())) {
            errors.add("note", TEXTS.text("obstacle.problem.stale"));
        }
        Optional<ObstacleStep> step = new ObstacleStepForm(
                        new FormReader(request, errors), receivers, Acts.today(request))
                .step(view.obstacle(), action);
        if (step.isEmpty()) {
            return again(request, view, word, errors, 422);
        }
        try {
            desk.act(view.obstacle(), step.get(), ObstacleDoor.act(request, word + "-obstacle"));
        } catch (StaleRecordException e) {
            errors.add("note", TEXTS.text("obstacle.problem.stale"));
            return again(request, ObstacleDoor.find(request, obstacles), word, errors, 409);
        }
        return Reply.seeOther(
                        request.page().link("/obstacles/" + view.obstacle().code()))
                .flash(request.page().text("obstacle.acted." + action.name()));
    }

    private Reply again(Request request, Obstacles.View view, String word, FormErrors errors, int status) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("action", word);
        return show(request, view, new FormView(request.page(), values, errors), status);
    }

    private Reply add(Request request) {
        Obstacles.View view = ObstacleDoor.find(request, obstacles);
        if (!new ObstacleRights(request.page(), view).may(ObstacleAction.NOTE)) {
            throw ObstacleWords.refused("files");
        }
        FormErrors errors = FileDoor.take(
                request,
                sent -> files.add(
                        view.owner(),
                        sent,
                        ObstacleDoor.act(request, "add-file", view.obstacle().code())));
        if (!errors.isEmpty()) {
            return show(request, view, new FormView(request.page(), Map.of(), errors), 422);
        }
        return Reply.seeOther(
                        request.page().link("/obstacles/" + view.obstacle().code()))
                .flash(request.page().text("file.added"));
    }

    private Reply file(Request request) {
        return FileDoor.download(
                request, files, ObstacleDoor.find(request, obstacles).owner());
    }
}
