package vn.kientao.platform.console.rest;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.RolloutVerb;
import vn.kientao.platform.console.web.RolloutListPages;

/** Rollouts for programs: follow them, pause, resume, promote, take back, approve, turn down. */
@Component(service = PlatformRoutes.class)
public final class RolloutApi implements PlatformRoutes {
    private static final String ROLLOUTS = "/api/v1/admin/rollouts";
    private static final int MOST = 100;

    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public RolloutApi(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(ROLLOUTS, Permission.ADMINISTER, this::list)
                .query("module", "state")
                .summary("api.rollouts")
                .returns(RolloutJson[].class);
        routes.get(
                        ROLLOUTS + "/{rollout}",
                        Permission.ADMINISTER,
                        request -> Reply.json(RolloutJson.of(lookup.rollout(request))))
                .summary("api.rollout")
                .returns(RolloutJson.class);
        for (RolloutVerb verb : RolloutVerb.values()) {
            routes.post(ROLLOUTS + "/{rollout}/" + verb.word(), Permission.ADMINISTER, request -> act(request, verb))
                    .summary("api.rollout." + verb.word())
                    .returns(RolloutJson.class);
        }
    }

    /** The newest 100 that fit. */
    Reply list(Request request) {
        String module = request.query("module").orElse("");
        String state = request.query("state").orElse("");
        return Reply.json(lookup.rollouts().stream()
                .filter(rollout -> module.isEmpty() || rollout.module().value().equals(module))
                .filter(rollout -> RolloutListPages.fits(rollout, state))
                .limit(MOST)
                .map(RolloutJson::of)
                .toList());
    }

    private Reply act(Request request, RolloutVerb verb) {
        RolloutStatus rollout = lookup.rollout(request);
        Answers.allowed(() -> verb.act(control, rollout.id(), request.actor()));
        return Reply.json(RolloutJson.of(lookup.rollout(request)));
    }
}
