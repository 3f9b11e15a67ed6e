package vn.kientao.platform.console.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Stages;
import vn.kientao.platform.console.web.PlanModel.AgencyName;

/** A plan (phương án): what a change would do, and the form that begins it. */
@Component(service = PlatformRoutes.class)
public final class PlanPages implements PlatformRoutes {
    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public PlanPages(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/plans/{plan}", Permission.ADMINISTER, this::show);
        routes.post("/admin/plans/{plan}/apply", Permission.ADMINISTER, this::apply)
                .stepUp();
        routes.post("/admin/plans/{plan}/again", Permission.ADMINISTER, this::again);
    }

    Reply show(Request request) {
        Plan plan = lookup.plan(request);
        return page(request, plan, suggested(plan), new FormErrors(), Optional.empty());
    }

    private static Stages suggested(Plan plan) {
        return Stages.suggested(plan.kind() == Kind.UPDATE && plan.agencies().size() > 1);
    }

    Reply apply(Request request) {
        Plan plan = lookup.plan(request);
        Stages stages = Stages.of(request);
        FormErrors errors = new FormErrors();
        Optional<Strategy> strategy = stages.strategy(lookup, errors);
        if (strategy.isEmpty()) {
            return page(request, plan, stages, errors, Optional.empty());
        }
        try {
            long rollout = control.apply(plan.id(), strategy.get(), request.actor());
            return Reply.seeOther("/admin/rollouts/" + rollout)
                    .flash(request.page().text("plan.applied", String.valueOf(rollout)));
        } catch (ReleaseRefusedException e) {
            return page(request, lookup.plan(request), stages, errors, Optional.of(e.reason()));
        }
    }

    /** Plans the same once more, as modules stand now. */
    Reply again(Request request) {
        Plan plan = lookup.plan(request);
        try {
            Plan fresh = control.planReturn(plan.module(), plan.to(), request.actor());
            return Reply.seeOther("/admin/plans/" + fresh.id());
        } catch (ReleaseRefusedException e) {
            return page(request, plan, suggested(plan), new FormErrors(), Optional.of(e.reason()));
        }
    }

    private Reply page(Request request, Plan plan, Stages stages, FormErrors errors, Optional<LocalText> refusal) {
        Texts texts = request.page().texts();
        PlanModel model = new PlanModel(
                request.page(),
                plan,
                texts.get("plan.title", texts.get(plan.name()), plan.to().toString()),
                Names.of(plan.by(), lookup.people(), request).who(plan.by()),
                agencies(plan, texts),
                stages,
                errors,
                refusal);
        return Pages.of(model.title(), Pages.TEMPLATES.consolePlan(model))
                .status(errors.isEmpty() ? Pages.status(refusal.isPresent()) : 422)
                .crumbs(Pages.modulesCrumb(request.page()));
    }

    private List<AgencyName> agencies(Plan plan, Texts texts) {
        return plan.agencies().stream()
                .map(code -> new AgencyName(code, texts.get(lookup.agencyName(code))))
                .sorted(Comparator.comparing(AgencyName::name).thenComparing(AgencyName::code))
                .toList();
    }
}
