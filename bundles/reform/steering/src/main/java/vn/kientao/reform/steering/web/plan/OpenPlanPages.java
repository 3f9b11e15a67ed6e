package vn.kientao.reform.steering.web.plan;

import gg.jte.output.WriterOutput;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Published plans for everybody, without the names of people. */
@Component
public final class OpenPlanPages implements ModuleRoutes {
    private final PlanDoor door;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OpenPlanPages(@Reference PlanDoor door) {
        this.door = door;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/plans", Permission.ANYONE, this::list).menu("plan.menu", "calendar-check", 30);
        routes.get("/plans/{plan}", Permission.ANYONE, this::show);
    }

    private Reply list(Request request) {
        Page page = request.page();
        int year = request.query("year").isPresent()
                ? PlanDoor.year(request)
                : PlanDoor.today(request).getYear();
        OpenPlanModel model =
                new OpenPlanModel(page, year, door.plans().published(year), new AgencyNames(door.agencies(), page));
        return Reply.page(
                page.text("plan.open.title"), out -> templates.planOpen(model).render(new WriterOutput(out)));
    }

    private Reply show(Request request) {
        Page page = request.page();
        Plans.View view = door.published(request);
        PlanModel model = new PlanModel(
                FormView.of(page, Map.of()),
                view,
                door.terms(PlanDoor.today(request)),
                new AgencyNames(door.agencies(), page),
                Map.of(),
                Map.of());
        return Reply.page(
                        page.text("plan.one", "" + view.plan().year()),
                        out -> templates.planPlan(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("plan.open.title"), page.openLink("/plans")));
    }
}
