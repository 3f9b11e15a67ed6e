package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.RolloutVerb;

/** One rollout (đợt triển khai), and what a person may do with it. */
@Component(service = PlatformRoutes.class)
public final class RolloutPages implements PlatformRoutes {
    private static final List<RolloutVerb> ASK_FIRST = List.of(RolloutVerb.TAKE_BACK, RolloutVerb.TURN_DOWN);

    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public RolloutPages(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/rollouts/{rollout}", Permission.ADMINISTER, request -> page(request, Optional.empty()));
        for (RolloutVerb verb : RolloutVerb.values()) {
            routes.post(
                    "/admin/rollouts/{rollout}/" + verb.word(), Permission.ADMINISTER, request -> act(request, verb));
        }
        for (RolloutVerb verb : ASK_FIRST) {
            routes.get(
                    "/admin/rollouts/{rollout}/" + verb.word(), Permission.ADMINISTER, request -> ask(request, verb));
        }
    }

    private Reply page(Request request, Optional<LocalText> refusal) {
        RolloutStatus rollout = lookup.rollout(request);
        RolloutModel model = new RolloutView(lookup, request).of(rollout, refusal);
        return Pages.of(title(request, rollout), Pages.TEMPLATES.consoleRollout(model))
                .status(Pages.status(refusal.isPresent()))
                .crumbs(Pages.rolloutsCrumb(request.page()));
    }

    private static String title(Request request, RolloutStatus rollout) {
        return request.page()
                .text(
                        "rollout.title",
                        String.valueOf(rollout.id()),
                        rollout.module().value());
    }

    private Reply act(Request request, RolloutVerb verb) {
        RolloutStatus rollout = lookup.rollout(request);
        try {
            verb.act(control, rollout.id(), request.actor());
        } catch (ReleaseRefusedException e) {
            return page(request, Optional.of(e.reason()));
        }
        return Reply.seeOther("/admin/rollouts/" + rollout.id())
                .flash(request.page().text("rollout.did." + verb.word()));
    }

    private Reply ask(Request request, RolloutVerb verb) {
        RolloutStatus rollout = lookup.rollout(request);
        Texts texts = request.page().texts();
        String key = "rollout." + verb.word();
        String address = "/admin/rollouts/" + rollout.id();
        Confirmation model = new Confirmation(
                request.page(),
                texts.get(key + ".ask", String.valueOf(rollout.id())),
                title(request, rollout),
                List.of(
                        texts.get(key + ".happens", rollout.module().value(), Words.version(rollout.from())),
                        texts.get(key + ".stays")),
                address + "/" + verb.word(),
                Map.of(),
                Optional.empty(),
                texts.get("rollout.act." + verb.word()),
                true,
                address,
                Optional.empty(),
                new FormErrors());
        return Pages.confirm(model)
                .crumbs(Pages.rolloutsCrumb(request.page()), new Reply.Crumb(title(request, rollout), address));
    }
}
