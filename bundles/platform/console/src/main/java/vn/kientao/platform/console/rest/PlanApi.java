package vn.kientao.platform.console.rest;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.web.UploadPages;

/** Plans for programs: make one of a jar or of a version that was received before, look at it, apply it. */
@Component(service = PlatformRoutes.class)
public final class PlanApi implements PlatformRoutes {
    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public PlanApi(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/api/v1/admin/plans", Permission.ADMINISTER, this::plan)
                .summary("api.plan")
                .uploads(UploadPages.MOST_BYTES, UploadKind.ZIP)
                .returns(PlanJson.class);
        routes.post("/api/v1/admin/modules/{module}/plans", Permission.ADMINISTER, this::planReturn)
                .summary("api.plan-return")
                .accepts(Return.class)
                .returns(PlanJson.class);
        routes.get("/api/v1/admin/plans/{plan}", Permission.ADMINISTER, this::show)
                .summary("api.plan.show")
                .returns(PlanJson.class);
        routes.post("/api/v1/admin/plans/{plan}/apply", Permission.ADMINISTER, this::apply)
                .stepUp()
                .summary("api.apply")
                .accepts(StagesJson.class)
                .returns(RolloutJson.class);
    }

    /** @param version one of the module's history */
    public record Return(String version) {}

    Reply plan(Request request) {
        return made(Answers.received(lookup, request, "file", jar -> control.plan(jar, request.actor())));
    }

    Reply planReturn(Request request) {
        ModuleId module = lookup.module(request).id();
        String version = request.json(Return.class).version();
        return made(Answers.allowed(() -> control.planReturn(module, lookup.version(version), request.actor())));
    }

    private static Reply made(Plan plan) {
        return new Reply.Json(201, PlanJson.of(plan), Map.of("Location", "/api/v1/admin/plans/" + plan.id()));
    }

    Reply show(Request request) {
        return Reply.json(PlanJson.of(lookup.plan(request)));
    }

    Reply apply(Request request) {
        Plan plan = lookup.plan(request);
        Strategy strategy = request.json(StagesJson.class).strategy(lookup);
        return Answers.accepted(lookup, Answers.allowed(() -> control.apply(plan.id(), strategy, request.actor())));
    }
}
