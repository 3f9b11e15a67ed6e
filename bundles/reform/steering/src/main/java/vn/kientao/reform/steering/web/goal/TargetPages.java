package vn.kientao.reform.steering.web.goal;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.goal.TargetCounting;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Targets as pages: the list, one with its roadmap and history. */
@Component
public final class TargetPages implements ModuleRoutes {
    private static final int PAGE = 25;

    private final TargetDoor door;
    private final TargetCounting counting;
    private final People people;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TargetPages(
            @Reference TargetDoor door,
            @Reference TargetCounting counting,
            @Reference People people,
            @Reference TableFiles files) {
        this.door = door;
        this.counting = counting;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/targets", SteeringPermissions.READ, this::list).menu("target.menu", "bar-chart", 22);
        files.offer(routes, "/targets", SteeringPermissions.READ, this::table);
        routes.get("/targets/{code}", SteeringPermissions.READ, this::show);
        routes.post("/targets/{code}/count", SteeringPermissions.PROGRAMME, this::count);
    }

    private Reply list(Request request) {
        TargetListQuery query = TargetListQuery.of(request);
        List<Progress> all = door.targets().list(query.filter());
        List<Progress> rest = query.rest(all);
        boolean more = rest.size() > PAGE;
        TargetListModel model = model(request, query, more ? rest.subList(0, PAGE) : rest, more, all.size());
        return Reply.page(
                request.page().text("target.title"),
                out -> templates.goalList(model).render(new WriterOutput(out)));
    }

    private TargetListModel model(Request request, TargetListQuery query, List<Progress> rows, boolean more, int all) {
        Page page = request.page();
        LocalDate today = Acts.today(request);
        Map<String, String> values = new HashMap<>();
        request.query("q").ifPresent(words -> values.put("q", words));
        values.put("year", "" + query.filter().year());
        return new TargetListModel(
                FormView.of(page, values),
                query.filter(),
                rows,
                more,
                query.after().isEmpty(),
                all,
                door.targets().states(query.filter()),
                door.programmes().areas(today),
                target -> door.responsible(target, today)
                        .map(agency -> page.texts().get(agency.name()))
                        .orElse(""));
    }

    private TableFile table(Request request) {
        TargetListQuery query = TargetListQuery.of(request);
        List<Progress> all = door.targets().list(query.filter());
        return new TargetTable(model(request, query, all, false, all.size()))
                .table(request.agency().code(), Acts.today(request));
    }

    private Reply show(Request request) {
        Page page = request.page();
        LocalDate today = Acts.today(request);
        Targets.View view = door.find(request);
        TargetModel model = new TargetModel(
                page,
                view,
                today.getYear(),
                door.programmes().areas(today),
                door.responsible(view.target(), today)
                        .map(agency -> page.texts().get(agency.name()))
                        .orElse(""),
                figure(request, view),
                door.names(page),
                people.names(view.history().stream().map(ActualValue::account).toList()),
                door.enters(request, view.target()));
        return Reply.page(
                        page.texts().get(view.target().name()),
                        out -> templates.goalTarget(model).render(new WriterOutput(out)))
                .crumbs(TargetDoor.home(page));
    }

    /** The name of the figure that measures it; its code when no module of the agency offers it now. */
    private String figure(Request request, Targets.View view) {
        return view.target()
                .indicator()
                .map(code -> counting.known(request.agency().code()).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .map(one -> request.page().texts().get(one.name()))
                        .orElse(code))
                .orElse("");
    }

    private Reply count(Request request) {
        Targets.View view = door.find(request);
        Page page = request.page();
        int years = view.target().indicator().isEmpty()
                ? 0
                : counting.count(view.target(), Acts.now(request), TargetDoor.act(request, "count-target"));
        return Reply.seeOther(page.link("/targets/" + view.target().code()))
                .flash(years > 0 ? page.text("target.counted-years", "" + years) : page.text("target.counted-none"));
    }
}
