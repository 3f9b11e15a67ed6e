package vn.kientao.platform.console.web;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;
import vn.kientao.platform.console.web.OverviewModel.Need;

/** What wants an administrator now (tổng quan). */
@Component(service = PlatformRoutes.class)
public final class OverviewPages implements PlatformRoutes {
    private static final int LATEST = 8;

    private final Lookup lookup;
    private final Rooms rooms;

    @Activate
    public OverviewPages(@Reference Lookup lookup, @Reference Rooms rooms) {
        this.lookup = lookup;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin", Permission.ADMINISTER, this::show).menu("overview.menu", "activity", 10);
    }

    Reply show(Request request) {
        Texts texts = request.page().texts();
        List<ModuleStatus> modules = lookup.modules().all();
        List<RolloutStatus> rollouts = lookup.rollouts();
        List<Need> needs = new ArrayList<>();
        lookup.modules().safeMode().ifPresent(safe -> needs.add(need(safe, texts)));
        modules.forEach(module -> module.problem()
                .ifPresent(problem -> needs.add(new Need(
                        texts.get(module.name()),
                        texts.get(problem),
                        "/admin/modules/" + module.id() + "/health",
                        Words.tag(module.state(), texts)))));
        rollouts.stream().filter(rollout -> !rollout.ended()).forEach(rollout -> needs.add(need(rollout, texts)));
        if (rooms.publishers().filter(room -> room.development()).isPresent()) {
            needs.add(new Need(
                    texts.get("overview.development"),
                    texts.get("overview.development.detail"),
                    "/admin/publishers",
                    new Tag("need", texts.get("overview.attention"))));
        }
        List<RolloutStatus> latest = rollouts.stream().limit(LATEST).toList();
        Names names = Names.of(latest.stream().map(RolloutStatus::by).toList(), lookup.people(), request);
        OverviewModel model = new OverviewModel(
                request.page(),
                needs,
                modules.stream()
                        .map(module -> ModuleRow.of(module, lookup, texts))
                        .toList(),
                latest.stream()
                        .map(rollout -> RolloutRow.of(rollout, names, request))
                        .toList());
        return Pages.of(texts.get("overview.title"), Pages.TEMPLATES.consoleOverview(model));
    }

    private static Need need(SafeMode safe, Texts texts) {
        return new Need(
                texts.get("overview.safe-mode"),
                texts.get(
                        "overview.safe-mode.detail",
                        safe.module().value(),
                        safe.leftOff().toString(),
                        String.valueOf(safe.crashes())),
                "/admin/rollouts/" + safe.rollout(),
                new Tag("late", texts.get("overview.attention")));
    }

    private static Need need(RolloutStatus rollout, Texts texts) {
        return new Need(
                texts.get(
                        "rollout.title",
                        String.valueOf(rollout.id()),
                        rollout.module().value()),
                Words.what(rollout, texts),
                "/admin/rollouts/" + rollout.id(),
                Words.tag(rollout, texts));
    }
}
