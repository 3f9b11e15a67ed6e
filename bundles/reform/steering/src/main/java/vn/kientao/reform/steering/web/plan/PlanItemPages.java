package vn.kientao.reform.steering.web.plan;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.PlanRefusedException;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The lines of a plan, each in a form of its own. */
@Component
public final class PlanItemPages implements ModuleRoutes {
    private static final String ITEMS = "/plans/{plan}/items";

    private final PlanDoor door;
    private final Plans plans;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PlanItemPages(@Reference PlanDoor door) {
        this.door = door;
        this.plans = door.plans();
    }

    @Override
    public void staff(Routes routes) {
        routes.get(ITEMS + "/new", SteeringPermissions.PLAN, this::blank);
        routes.post(ITEMS + "/new", SteeringPermissions.PLAN, this::add);
        routes.get(ITEMS + "/{item}", SteeringPermissions.PLAN, this::show);
        routes.post(ITEMS + "/{item}", SteeringPermissions.PLAN, this::change);
        routes.post(ITEMS + "/{item}/remove", SteeringPermissions.PLAN, this::remove);
    }

    private Reply blank(Request request) {
        Plan plan = door.own(request).plan();
        Map<String, String> values = new HashMap<>();
        for (String name : List.of("clause", "target", "area")) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        values.put("lead", plan.agency());
        request.draft(draft(plan, Optional.empty())).ifPresent(values::putAll);
        return form(request, plan, Optional.empty(), FormView.of(request.page(), values), 200);
    }

    private static String draft(Plan plan, Optional<PlanItem> item) {
        return "plan-" + plan.id() + "-" + item.map(one -> "" + one.id()).orElse("new");
    }

    private Reply show(Request request) {
        Plans.View view = door.own(request);
        PlanItem item = door.item(request, view);
        PlanTerms terms = door.terms(PlanDoor.today(request));
        Map<String, String> values = new HashMap<>(ItemFields.of(item.words(), terms));
        // What was typed over an older version would hide what somebody else has saved since.
        request.draft(draft(view.plan(), Optional.of(item)))
                .filter(draft -> ("" + item.version()).equals(draft.get("version")))
                .ifPresent(values::putAll);
        return form(request, view.plan(), Optional.of(item), FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, Plan plan, Optional<PlanItem> item, FormView form, int status) {
        Page page = request.page();
        PlanItemModel model = new PlanItemModel(form, plan, item, door.terms(PlanDoor.today(request)));
        return Reply.page(
                        page.text(item.isPresent() ? "plan.item" : "plan.item.new"),
                        out -> templates.planItem(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("plan.title"), page.link("/plans")),
                        new Reply.Crumb(page.text("plan.one", "" + plan.year()), model.back()))
                .status(status);
    }

    private Reply add(Request request) {
        Plan plan = door.own(request).plan();
        return save(
                request,
                plan,
                Optional.empty(),
                words -> plans.add(plan, List.of(words), PlanDoor.doer(request)),
                "plan.item.added");
    }

    private Reply change(Request request) {
        Plans.View view = door.own(request);
        PlanItem item = door.item(request, view);
        return save(
                request,
                view.plan(),
                Optional.of(item),
                words -> plans.change(view.plan(), seen(request, item), words, PlanDoor.doer(request)),
                "plan.saved");
    }

    private Reply save(Request request, Plan plan, Optional<PlanItem> item, Saving saving, String done) {
        FormErrors errors = new FormErrors();
        Map<String, String> typed = new HashMap<>(request.fields());
        typed.put("cooperating", String.join(",", request.fieldAll("cooperating")));
        Optional<ItemWords> words = new ItemFields(door.terms(PlanDoor.today(request)), plan, typed, errors).read();
        int status = 422;
        if (words.isPresent()) {
            try {
                saving.save(words.get());
                request.discardDraft(draft(plan, item));
                return Reply.seeOther(request.page().link("/plans/" + plan.id()))
                        .flash(request.page().text(done));
            } catch (PlanRefusedException e) {
                errors.add("title", e.reason());
                status = 409;
            }
        }
        return form(request, plan, item, new FormView(request.page(), typed, errors), status);
    }

    /** Writes what a form says. */
    @FunctionalInterface
    private interface Saving {
        void save(ItemWords words);
    }

    private Reply remove(Request request) {
        Plans.View view = door.own(request);
        PlanItem item = door.item(request, view);
        try {
            plans.remove(view.plan(), seen(request, item), PlanDoor.doer(request));
        } catch (PlanRefusedException e) {
            throw PlanDoor.refused(e);
        }
        return Reply.seeOther(request.page().link("/plans/" + view.plan().id()))
                .flash(request.page().text("plan.item.removed"));
    }

    private static PlanItem seen(Request request, PlanItem item) {
        return PlanWords.at(
                item, request.field("version").flatMap(PlanDoor::number).orElse(0L));
    }
}
