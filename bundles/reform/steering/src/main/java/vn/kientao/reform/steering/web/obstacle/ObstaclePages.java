package vn.kientao.reform.steering.web.obstacle;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.obstacle.ObstacleDesk;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.Report;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Obstacles as pages: the lists of an agency, raising one, the roll-up. */
@Component
public final class ObstaclePages implements ModuleRoutes {
    private static final int PAGE = 25;

    private final Obstacles obstacles;
    private final ObstacleDesk desk;
    private final Programmes programmes;
    private final Agencies agencies;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ObstaclePages(
            @Reference Obstacles obstacles,
            @Reference ObstacleDesk desk,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference TableFiles files) {
        this.obstacles = obstacles;
        this.desk = desk;
        this.programmes = programmes;
        this.agencies = agencies;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/obstacles", SteeringPermissions.READ, this::list).menu("obstacle.menu", "chat-left-text", 50);
        files.offer(routes, "/obstacles", SteeringPermissions.READ, this::table);
        routes.get("/obstacles/summary", SteeringPermissions.READ, this::summary);
        routes.get("/obstacles/new", SteeringPermissions.RAISE, this::blank);
        routes.post("/obstacles/new", SteeringPermissions.RAISE, this::raise);
    }

    private Reply list(Request request) {
        ObstacleListQuery query = new ObstacleListQuery(request, obstacles);
        ObstacleFilter filter = query.filter();
        List<Obstacle> rows = obstacles.page(filter, query.after(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        ObstacleFilter whole =
                ObstacleFilter.of(filter.agencies(), filter.side(), ObstacleFilter.Span.ALL, filter.now());
        ObstacleListModel model = new ObstacleListModel(
                request.page(),
                query,
                more ? rows.subList(0, PAGE) : rows,
                more,
                obstacles.figures(whole),
                obstacles.states(whole),
                programmes.areas(filter.now().toLocalDate()),
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("obstacle.title"),
                        out -> templates.obstacleList(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new ObstacleTable(
                        obstacles,
                        new ObstacleListQuery(request, obstacles).filter(),
                        new AgencyNames(agencies, request.page()))
                .table(request.agency().code());
    }

    private Reply summary(Request request) {
        ObstacleListQuery query = new ObstacleListQuery(request, obstacles);
        ObstacleFilter given = query.filter();
        ObstacleFilter filter = ObstacleFilter.of(given.agencies(), given.side(), ObstacleFilter.Span.ALL, given.now())
                .raised(given.from(), given.to());
        RollUpModel model = new RollUpModel(
                request.page(),
                query,
                obstacles.rollUp(filter),
                programmes.areas(filter.now().toLocalDate()));
        return Reply.page(
                        request.page().text("obstacle.summary"),
                        out -> templates.obstacleSummary(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("obstacle.title"), page.link("/obstacles"));
    }

    private Reply blank(Request request) {
        Map<String, String> values = new HashMap<>(request.draft("obstacle").orElse(Map.of()));
        for (String name : List.of("area", "ruleDocument", "ruleArticle")) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        values.putIfAbsent("kind", "OBSTACLE");
        return form(request, FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        ObstacleFormModel model = new ObstacleFormModel(form, programmes.areas(Acts.today(request)));
        return Reply.page(
                        request.page().text("obstacle.new"),
                        out -> templates.obstacleForm(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(status);
    }

    private Reply raise(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Report> report =
                new ObstacleForm(new FormReader(request, errors), programmes.areas(Acts.today(request))).report();
        if (report.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Obstacle raised = desk.raise(
                report.get(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                ObstacleDoor.act(request, "raise-obstacle"));
        request.discardDraft("obstacle");
        return Reply.seeOther(request.page().link("/obstacles/" + raised.code()))
                .flash(request.page().text("obstacle.raised.flash", raised.code()));
    }
}
