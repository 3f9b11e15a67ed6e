package vn.kientao.reform.steering.web.pilot;

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
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.pilot.PilotDesk;
import vn.kientao.reform.steering.app.pilot.PilotModules;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotFilter;
import vn.kientao.reform.steering.domain.pilot.PilotPlan;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Pilots as pages: the lists of an agency, proposing one. */
@Component
public final class PilotPages implements ModuleRoutes {
    private static final int PAGE = 25;

    private final Pilots pilots;
    private final PilotDesk desk;
    private final PilotModules modules;
    private final Obstacles obstacles;
    private final Programmes programmes;
    private final Agencies agencies;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PilotPages(
            @Reference Pilots pilots,
            @Reference PilotDesk desk,
            @Reference PilotModules modules,
            @Reference Obstacles obstacles,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference TableFiles files) {
        this.pilots = pilots;
        this.desk = desk;
        this.modules = modules;
        this.obstacles = obstacles;
        this.programmes = programmes;
        this.agencies = agencies;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/pilots", SteeringPermissions.READ, this::list).menu("pilot.menu", "activity", 60);
        files.offer(routes, "/pilots", SteeringPermissions.READ, this::table);
        routes.get("/pilots/new", SteeringPermissions.PILOT, this::blank);
        routes.post("/pilots/new", SteeringPermissions.PILOT, this::propose);
    }

    private Reply list(Request request) {
        PilotQuery query = new PilotQuery(request, pilots);
        PilotFilter filter = query.filter();
        List<Pilots.Row> rows = pilots.page(filter, query.before(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        PilotFilter warned = new PilotFilter(filter.agencies(), Optional.empty(), Optional.empty(), true, "");
        PilotListModel model = new PilotListModel(
                query,
                more ? rows.subList(0, PAGE) : rows,
                more,
                pilots.states(PilotFilter.of(filter.agencies())),
                pilots.states(warned).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                programmes.areas(Acts.today(request)),
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("pilot.title"),
                        out -> templates.pilotList(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new PilotTable(
                        pilots, new PilotQuery(request, pilots).filter(), new AgencyNames(agencies, request.page()))
                .table(request.agency().code(), Acts.today(request));
    }

    private Reply blank(Request request) {
        Map<String, String> values = new HashMap<>(request.draft("pilot").orElse(Map.of()));
        cause(request.query("obstacle"), request).ifPresent(obstacle -> {
            values.put("obstacle", obstacle.code());
            values.put("title", obstacle.report().title());
            values.put("baseline", obstacle.report().content());
            values.put("area", obstacle.report().area());
        });
        values.putIfAbsent("agencies", request.agency().code());
        return form(request, FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        PilotFormModel model = new PilotFormModel(
                form, programmes.areas(Acts.today(request)), agencies.on(Acts.today(request)), modules.all());
        return Reply.page(
                        request.page().text("pilot.new"),
                        out -> templates.pilotForm(model).render(new WriterOutput(out)))
                .crumbs(PilotDoor.home(request.page()))
                .status(status);
    }

    private Reply propose(Request request) {
        FormErrors errors = new FormErrors();
        Optional<PilotPlan> plan = new PilotForm(request, errors, agencies)
                .plan(programmes.areas(Acts.today(request)), modules.all().keySet());
        if (plan.isEmpty()) {
            Map<String, String> values = new HashMap<>(request.fields());
            values.put("agencies", String.join(",", request.fieldAll("agencies")));
            return form(request, new FormView(request.page(), values, errors), 422);
        }
        Pilot pilot = desk.propose(
                plan.get(),
                cause(request.field("obstacle"), request),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                PilotDoor.act(request, "propose-pilot", ""));
        request.discardDraft("pilot");
        return Reply.seeOther(request.page().link("/pilots/" + pilot.code()))
                .flash(request.page().text("pilot.proposed", pilot.code()));
    }

    /** The obstacle from which a pilot comes: one that the agency holds. */
    private Optional<Obstacle> cause(Optional<String> code, Request request) {
        return code.flatMap(one -> obstacles.find(one, request.agency().code()))
                .filter(view -> view.may(ObstacleAction.PILOT))
                .map(Obstacles.View::obstacle);
    }
}
