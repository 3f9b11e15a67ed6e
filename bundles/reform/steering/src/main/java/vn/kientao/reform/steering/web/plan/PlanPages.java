package vn.kientao.reform.steering.web.plan;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.PlanDoer;
import vn.kientao.reform.steering.app.plan.PlanRefusedException;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanComparison;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Yearly plans as pages: those of an agency, each with its steps, and two editions side by side. */
@Component
public final class PlanPages implements ModuleRoutes {
    private static final String HOME = "/plans";
    private static final String ONE = HOME + "/{plan}";
    private static final int LONGEST = 4_000;

    private final PlanDoor door;
    private final Plans plans;
    private final Tasks tasks;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PlanPages(@Reference PlanDoor door, @Reference Tasks tasks, @Reference People people) {
        this.door = door;
        this.plans = door.plans();
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(HOME, SteeringPermissions.READ, this::list).menu("plan.menu", "calendar-check", 30);
        routes.post(HOME, SteeringPermissions.PLAN, this::begin);
        routes.get(ONE, SteeringPermissions.READ, this::show);
        routes.get(ONE + "/head", SteeringPermissions.PLAN, this::head);
        routes.post(ONE + "/head", SteeringPermissions.PLAN, this::saveHead);
        routes.get(ONE + "/compare", SteeringPermissions.READ, this::compare);
        routes.post(ONE + "/amend", SteeringPermissions.PLAN, this::amend);
        routes.post(ONE + "/steps/{action}", SteeringPermissions.READ, this::act);
    }

    private Reply list(Request request) {
        Map<String, String> values = new HashMap<>(Map.of("year", "" + PlanDoor.year(request)));
        return list(request, FormView.of(request.page(), values), 200);
    }

    private Reply list(Request request, FormView form, int status) {
        PlanListModel model = new PlanListModel(
                form, plans.ofAgency(request.agency().code()), new AgencyNames(door.agencies(), request.page()));
        return page(request.page().text("plan.title"), templates.planList(model))
                .status(status);
    }

    private Reply begin(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Integer> year = PlanDoor.year(request.field("year").orElse(""), errors);
        if (year.isPresent()) {
            try {
                PlanDoer doer = PlanDoor.doer(request);
                Plan begun = request.field("takeOver").isPresent()
                        ? plans.takeOver(year.get(), doer)
                        : plans.begin(year.get(), request.field("copy").isPresent(), doer);
                return Reply.seeOther(address(request, begun))
                        .flash(request.page().text("plan.begun", "" + begun.year()));
            } catch (PlanRefusedException e) {
                errors.add("year", e.reason());
            }
        }
        return list(request, new FormView(request.page(), request.fields(), errors), 422);
    }

    private Reply show(Request request) {
        return show(request, door.find(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Plans.View view, FormView form, int status) {
        Page page = request.page();
        AgencyNames names = new AgencyNames(door.agencies(), page);
        PlanModel model = new PlanModel(
                form,
                view,
                door.terms(PlanDoor.today(request)),
                names,
                people.names(
                        view.events().stream().map(event -> event.account()).toList()),
                tasks.codes(view.items().stream()
                        .flatMap(item -> item.task().stream())
                        .toList()));
        return page(title(page, view.plan()), templates.planPlan(model))
                .crumbs(new Reply.Crumb(page.text("plan.title"), page.link(HOME)))
                .status(status);
    }

    private static String title(Page page, Plan plan) {
        return page.text("plan.one", "" + plan.year());
    }

    private Reply act(Request request) {
        Plans.View view = door.find(request);
        FormErrors errors = new FormErrors();
        Plans.Step step = PlanDoor.step(request, view, request.fields(), errors);
        if (!errors.isEmpty()) {
            return show(request, view, new FormView(request.page(), request.fields(), errors), 422);
        }
        return attempt(request, view, () -> {
            plans.act(seen(request, view.plan()), step, PlanDoor.doer(request));
            return Reply.seeOther(address(request, view.plan()))
                    .flash(request.page().text("plan.acted." + step.action().name()));
        });
    }

    private Reply amend(Request request) {
        Plans.View view = door.own(request);
        FormErrors errors = new FormErrors();
        String why = request.field("why").orElse("");
        if (why.isEmpty()) {
            errors.add("why", PlanWords.text("form.error.missing"));
        }
        PlanDoor.longest(why, "why", LONGEST / 2, errors);
        if (!errors.isEmpty()) {
            return show(request, view, new FormView(request.page(), request.fields(), errors), 422);
        }
        return attempt(request, view, () -> {
            Plan next = plans.amend(seen(request, view.plan()), why, PlanDoor.doer(request));
            return Reply.seeOther(address(request, next)).flash(request.page().text("plan.amending"));
        });
    }

    /** A refusal is shown on the plan as it is now. */
    private Reply attempt(Request request, Plans.View view, Attempt attempt) {
        try {
            return attempt.make();
        } catch (PlanRefusedException e) {
            FormErrors errors = new FormErrors();
            errors.add("plan", e.reason());
            Plans.View now = plans.find(view.plan().id()).orElse(view);
            return show(request, now, new FormView(request.page(), request.fields(), errors), 409);
        }
    }

    /** Something that may be refused. */
    @FunctionalInterface
    private interface Attempt {
        Reply make();
    }

    /** The plan at the version that the form was made from. */
    private static Plan seen(Request request, Plan now) {
        return PlanWords.at(
                now, request.field("version").flatMap(PlanDoor::number).orElse(0L));
    }

    private Reply head(Request request) {
        Plan plan = door.own(request).plan();
        Map<String, String> values = Map.of("bases", plan.bases(), "purpose", plan.purpose());
        return head(request, plan, FormView.of(request.page(), values), 200);
    }

    private Reply head(Request request, Plan plan, FormView form, int status) {
        Page page = request.page();
        return page(title(page, plan), templates.planHead(form, plan))
                .crumbs(
                        new Reply.Crumb(page.text("plan.title"), page.link(HOME)),
                        new Reply.Crumb(title(page, plan), address(request, plan)))
                .status(status);
    }

    private Reply saveHead(Request request) {
        Plan plan = door.own(request).plan();
        FormErrors errors = new FormErrors();
        String bases = request.field("bases").orElse("");
        String purpose = request.field("purpose").orElse("");
        PlanDoor.longest(bases, "bases", LONGEST, errors);
        PlanDoor.longest(purpose, "purpose", LONGEST, errors);
        int status = 422;
        if (errors.isEmpty()) {
            try {
                plans.head(seen(request, plan), bases, purpose, PlanDoor.doer(request));
                return Reply.seeOther(address(request, plan))
                        .flash(request.page().text("plan.saved"));
            } catch (PlanRefusedException e) {
                errors.add("bases", e.reason());
                status = 409;
            }
        }
        return head(request, plan, new FormView(request.page(), request.fields(), errors), status);
    }

    private Reply compare(Request request) {
        Plans.View view = door.find(request);
        Page page = request.page();
        Plan older = request.query("with")
                .flatMap(PlanDoor::number)
                .flatMap(id ->
                        view.editions().stream().filter(one -> one.id() == id).findFirst())
                .or(view::before)
                .orElse(view.plan());
        List<PlanItem> before = plans.find(older.id()).orElseThrow().items();
        PlanCompareModel model = new PlanCompareModel(
                page,
                older,
                view.plan(),
                new PlanComparison(before, view.items()),
                door.terms(PlanDoor.today(request)),
                new AgencyNames(door.agencies(), page));
        return page(page.text("plan.compare"), templates.planCompare(model))
                .crumbs(
                        new Reply.Crumb(page.text("plan.title"), page.link(HOME)),
                        new Reply.Crumb(title(page, view.plan()), address(request, view.plan())));
    }

    private static String address(Request request, Plan plan) {
        return request.page().link(HOME + "/" + plan.id());
    }

    private static Reply.View page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }
}
