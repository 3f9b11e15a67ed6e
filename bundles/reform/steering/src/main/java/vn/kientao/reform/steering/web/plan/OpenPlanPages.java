package vn.kientao.reform.steering.web.plan;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.OpenPlans;
import vn.kientao.reform.steering.domain.plan.OpenItem;
import vn.kientao.reform.steering.domain.plan.OpenPlan;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Published plans for everybody, with how far they have come, without the names of people. */
@Component
public final class OpenPlanPages implements ModuleRoutes {
    private static final String ONE = "/plans/{plan}";
    private static final int PAGE = 20;

    private final PlanDoor door;
    private final OpenPlans plans;
    private final Sheets sheets;
    private final Letters letters;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OpenPlanPages(
            @Reference PlanDoor door,
            @Reference OpenPlans plans,
            @Reference Sheets sheets,
            @Reference Letters letters) {
        this.door = door;
        this.plans = plans;
        this.sheets = sheets;
        this.letters = letters;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/plans", Permission.ANYONE, this::list).menu("plan.menu", "calendar-check", 30);
        routes.get(ONE, Permission.ANYONE, this::show);
        for (SheetFormat format : SheetFormat.values()) {
            routes.get(format.fileName(ONE + "/items"), Permission.ANYONE, request -> sheet(request, format));
        }
        routes.get(ONE + "/paper.pdf", Permission.ANYONE, this::pdf);
    }

    private Reply list(Request request) {
        Page page = request.page();
        LocalDate today = PlanDoor.today(request);
        OpenPlanQuery query = new OpenPlanQuery(request, door.agencies());
        List<OpenPlan> rows = plans.page(query.filter(), query.after(), PAGE + 1, today);
        boolean more = rows.size() > PAGE;
        OpenPlanListModel model = new OpenPlanListModel(
                query.form(),
                more ? rows.subList(0, PAGE) : rows,
                query.after().isEmpty(),
                more,
                query.narrowed(),
                plans.choices(),
                door.terms(today).areas(),
                new AgencyNames(door.agencies(), page));
        return Reply.page(
                        page.text("plan.open.title"),
                        out -> templates.planOpen(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private OpenPlanModel find(Request request) {
        LocalDate today = PlanDoor.today(request);
        OpenPlans.View view = PlanDoor.number(request.pathValue("plan"))
                .flatMap(id -> plans.find(id, today))
                .orElseThrow(() -> PlanDoor.none(request));
        return new OpenPlanModel(
                request.page(), view, door.terms(today), new AgencyNames(door.agencies(), request.page()));
    }

    private Reply show(Request request) {
        Page page = request.page();
        OpenPlanModel model = find(request);
        return Reply.page(
                        page.text("plan.one", "" + model.plan().year()),
                        out -> templates.planOpenPlan(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("plan.open.title"), page.openLink("/plans")));
    }

    private Reply sheet(Request request, SheetFormat format) {
        OpenPlanModel model = find(request);
        return Reply.download(
                format.fileName(PlanPaper.file(model.plan())),
                format.contentType(),
                out -> new OpenPlanSheet(model).write(sheets, format, out));
    }

    private Reply pdf(Request request) {
        OpenPlanModel model = find(request);
        byte[] file = letters.pdf(List.of(new PlanPaper(model.terms(), door.agencies())
                .letter(
                        model.plan(),
                        model.view().items().stream().map(OpenItem::words).toList(),
                        request.page().text("plan.paper.place"),
                        PlanDoor.today(request))));
        return Reply.download(PlanPaper.file(model.plan()) + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }
}
