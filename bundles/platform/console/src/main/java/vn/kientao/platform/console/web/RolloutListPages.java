package vn.kientao.platform.console.web;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;

/** All rollouts (đợt triển khai), with filter and paging. */
@Component(service = PlatformRoutes.class)
public final class RolloutListPages implements PlatformRoutes {
    private static final int PAGE = 30;

    private final Lookup lookup;

    @Activate
    public RolloutListPages(@Reference Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/rollouts", Permission.ADMINISTER, this::list)
                .query("module", "state", "after")
                .menu("rollouts.menu", "arrow-repeat", 14);
    }

    Reply list(Request request) {
        String module = request.query("module").orElse("");
        String state = request.query("state").orElse("");
        List<RolloutStatus> all = lookup.rollouts();
        List<RolloutStatus> found = all.stream()
                .filter(rollout -> module.isEmpty() || rollout.module().value().equals(module))
                .filter(rollout -> fits(rollout, state))
                .toList();
        Pages.Part<RolloutStatus> part =
                Pages.Part.of(found, PAGE, request.query("after").orElse(""), rollout -> String.valueOf(rollout.id()));
        Names names = Names.of(part.shown().stream().map(RolloutStatus::by).toList(), lookup.people(), request);
        RolloutListModel model = new RolloutListModel(
                request.page(),
                module,
                state,
                all.stream()
                        .map(rollout -> rollout.module().value())
                        .distinct()
                        .sorted()
                        .toList(),
                part.shown().stream()
                        .map(rollout -> RolloutRow.of(rollout, names, request))
                        .toList(),
                part.next());
        return Pages.of(request.page().text("rollouts.title"), Pages.TEMPLATES.consoleRollouts(model));
    }

    /** Whether the rollout stands as the word of the filter says. */
    public static boolean fits(RolloutStatus rollout, String state) {
        return switch (state) {
            case "open" -> !rollout.ended();
            case "done" -> rollout.succeeded();
            case "back" -> rollout.ended() && !rollout.succeeded();
            default -> true;
        };
    }
}
