package vn.kientao.reform.steering.web.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.PlanDoer;
import vn.kientao.reform.steering.app.plan.PlanRefusedException;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Yearly plans for programs, under the rules of the pages; whoever changes a record names the version that it has seen. */
@Component
public final class PlanApi implements ModuleRoutes {
    private static final String HOME = "/plans";
    private static final String ONE = HOME + "/{plan}";
    private static final String ITEM = ONE + "/items/{item}";

    private final PlanDoor door;
    private final Plans plans;

    @Activate
    public PlanApi(@Reference PlanDoor door) {
        this.door = door;
        this.plans = door.plans();
    }

    /**
     * @param copy whether it begins with last year's lines
     * @param takeOver whether it begins with what is left of this year's plans of the agencies whose work it took over
     */
    public record NewPlanJson(
            @Nullable Integer year,
            @Nullable Boolean copy,
            @Nullable Boolean takeOver) {}

    /** @param fields by name, as a plan shows them */
    public record NewItemJson(@Nullable Map<String, @Nullable String> fields) {}

    /**
     * What goes with a step.
     *
     * @param symbol of the decision, when it is approved
     * @param remarks by id of the item, when it is returned
     */
    public record StepJson(
            @Nullable String note,
            @Nullable String symbol,
            @Nullable Map<String, @Nullable String> remarks) {}

    @Override
    public void api(Routes routes) {
        routes.get(HOME, SteeringPermissions.READ, this::list)
                .summary("plan.api.list")
                .returns(PlanJson.class);
        routes.post(HOME, SteeringPermissions.PLAN, this::begin)
                .summary("plan.api.begin")
                .accepts(NewPlanJson.class)
                .returns(PlanJson.class);
        routes.get(ONE, SteeringPermissions.READ, request -> answer(request, door.find(request)))
                .summary("plan.api.one")
                .returns(PlanJson.class)
                .versioned();
        routes.post(ONE + "/items", SteeringPermissions.PLAN, this::add)
                .summary("plan.api.add")
                .accepts(NewItemJson.class)
                .returns(PlanJson.class);
        routes.get(ITEM, SteeringPermissions.READ, this::item)
                .summary("plan.api.item")
                .returns(PlanJson.Item.class)
                .versioned();
        routes.put(ITEM, SteeringPermissions.PLAN, this::change)
                .summary("plan.api.change")
                .accepts(NewItemJson.class)
                .returns(PlanJson.Item.class)
                .versioned();
        routes.delete(ITEM, SteeringPermissions.PLAN, this::remove)
                .summary("plan.api.remove")
                .returns(PlanJson.class)
                .versioned();
        routes.post(ONE + "/steps/{action}", SteeringPermissions.READ, this::step)
                .summary("plan.api.step")
                .accepts(StepJson.class)
                .returns(PlanJson.class)
                .versioned();
        routes.post(ONE + "/amend", SteeringPermissions.PLAN, this::amend)
                .summary("plan.api.amend")
                .accepts(StepJson.class)
                .returns(PlanJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        return Reply.json(plans.ofAgency(request.agency().code()).stream()
                .map(plan -> PlanJson.of(plan, List.of()))
                .toList());
    }

    private Reply begin(Request request) {
        NewPlanJson body = request.json(NewPlanJson.class);
        FormErrors errors = new FormErrors();
        Optional<Integer> year = PlanDoor.year(body.year() == null ? "" : "" + body.year(), errors);
        if (year.isEmpty()) {
            throw Mistakes.of(errors);
        }
        PlanDoer doer = PlanDoor.doer(request);
        Plan begun = attempt(() -> Boolean.TRUE.equals(body.takeOver())
                ? plans.takeOver(year.get(), doer)
                : plans.begin(year.get(), Boolean.TRUE.equals(body.copy()), doer));
        return created(request, begun);
    }

    private Reply created(Request request, Plan plan) {
        Reply.Json answer = answer(request, plans.find(plan.id()).orElseThrow());
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("Location", request.page().link(HOME + "/" + plan.id()));
        return new Reply.Json(201, answer.value(), headers);
    }

    private Reply add(Request request) {
        Plan plan = door.own(request).plan();
        ItemWords words = words(request, plan);
        attempt(() -> {
            plans.add(plan, List.of(words), PlanDoor.doer(request));
            return plan;
        });
        return created(request, plan);
    }

    private ItemWords words(Request request, Plan plan) {
        FormErrors errors = new FormErrors();
        Map<String, String> typed = given(request.json(NewItemJson.class).fields());
        return new ItemFields(door.terms(PlanDoor.today(request)), plan, typed, errors)
                .read()
                .orElseThrow(() -> Mistakes.of(errors));
    }

    private static Map<String, String> given(@Nullable Map<String, @Nullable String> fields) {
        Map<String, String> given = new HashMap<>();
        if (fields != null) {
            fields.forEach((name, value) -> {
                if (value != null) {
                    given.put(name, value.strip());
                }
            });
        }
        return given;
    }

    private Reply item(Request request) {
        return answer(request, door.item(request, door.find(request)));
    }

    private Reply change(Request request) {
        Plans.View view = door.own(request);
        PlanItem item = door.item(request, view);
        request.expect(item.version());
        ItemWords words = words(request, view.plan());
        attempt(() -> {
            plans.change(view.plan(), item, words, PlanDoor.doer(request));
            return item;
        });
        return item(request);
    }

    private Reply remove(Request request) {
        Plans.View view = door.own(request);
        PlanItem item = door.item(request, view);
        request.expect(item.version());
        attempt(() -> {
            plans.remove(view.plan(), item, PlanDoor.doer(request));
            return item;
        });
        return answer(request, door.own(request));
    }

    private Reply step(Request request) {
        Plans.View view = door.find(request);
        request.expect(view.plan().version());
        StepJson body = request.json(StepJson.class);
        Map<String, String> typed = new HashMap<>();
        given(body.remarks()).forEach((item, remark) -> typed.put("remark-" + item, remark));
        Optional.ofNullable(body.note()).ifPresent(note -> typed.put("note", note.strip()));
        Optional.ofNullable(body.symbol()).ifPresent(symbol -> typed.put("symbol", symbol.strip()));
        FormErrors errors = new FormErrors();
        Plans.Step step = PlanDoor.step(request, view, typed, errors);
        Mistakes.check(errors);
        attempt(() -> {
            plans.act(view.plan(), step, PlanDoor.doer(request));
            return view;
        });
        return answer(request, door.find(request));
    }

    private Reply amend(Request request) {
        Plans.View view = door.own(request);
        request.expect(view.plan().version());
        String why = Optional.ofNullable(request.json(StepJson.class).note())
                .map(String::strip)
                .orElse("");
        FormErrors errors = new FormErrors();
        if (why.isEmpty()) {
            errors.add("note", PlanWords.text("form.error.missing"));
        }
        PlanDoor.longest(why, "note", 2_000, errors);
        Mistakes.check(errors);
        return created(request, attempt(() -> plans.amend(view.plan(), why, PlanDoor.doer(request))));
    }

    private static <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (PlanRefusedException e) {
            throw PlanDoor.refused(e);
        }
    }

    /** Something that may be refused. */
    @FunctionalInterface
    private interface Attempt<T> {
        T make();
    }

    private Reply.Json answer(Request request, Plans.View view) {
        return Reply.json(PlanJson.of(view, door.terms(PlanDoor.today(request))))
                .version(view.plan().version());
    }

    private Reply.Json answer(Request request, PlanItem item) {
        return Reply.json(PlanJson.Item.of(item, door.terms(PlanDoor.today(request))))
                .version(item.version());
    }
}
