package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;

/** What may be done with a whole module: go back (quay lui), readmit after a quarantine, uninstall (gỡ), purge (xoá dữ liệu). */
@Component(service = PlatformRoutes.class)
public final class ModuleActPages implements PlatformRoutes {
    private static final String MODULE = "/admin/modules/{module}";

    private final Lookup lookup;
    private final ModuleControl control;
    private final Rooms rooms;

    @Activate
    public ModuleActPages(@Reference Lookup lookup, @Reference ModuleControl control, @Reference Rooms rooms) {
        this.lookup = lookup;
        this.control = control;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.post(MODULE + "/plans", Permission.ADMINISTER, this::planReturn);
        routes.get(MODULE + "/roll-back", Permission.ADMINISTER, request -> askRollBack(request, Optional.empty()));
        routes.post(MODULE + "/roll-back", Permission.ADMINISTER, this::rollBack);
        routes.post(MODULE + "/readmit", Permission.ADMINISTER, this::readmit);
        routes.get(MODULE + "/uninstall", Permission.ADMINISTER, request -> askUninstall(request, Optional.empty()));
        routes.post(MODULE + "/uninstall", Permission.ADMINISTER, this::uninstall)
                .stepUp();
        routes.get(
                MODULE + "/purge",
                Permission.ADMINISTER,
                request -> askPurge(request, new FormErrors(), Optional.empty()));
        routes.post(MODULE + "/purge", Permission.ADMINISTER, this::purge).stepUp();
    }

    Reply planReturn(Request request) {
        ModuleStatus module = lookup.module(request);
        try {
            Plan plan = control.planReturn(
                    module.id(), lookup.version(request.field("version").orElse("")), request.actor());
            return Reply.seeOther("/admin/plans/" + plan.id());
        } catch (ReleaseRefusedException e) {
            return ModulePages.history(lookup, request, Optional.of(e.reason()));
        }
    }

    private Reply askRollBack(Request request, Optional<LocalText> refusal) {
        ModuleStatus module = lookup.module(request);
        Texts texts = request.page().texts();
        if (module.retained().isEmpty() && refusal.isEmpty()) {
            return ModulePages.history(
                    lookup, request, Optional.of(lookup.texts().text("roll-back.none")));
        }
        String to = Words.version(module.retained().stream().findFirst());
        return confirm(
                request,
                module.id(),
                texts.get("roll-back.ask", texts.get(module.name()), to),
                List.of(texts.get("roll-back.happens"), texts.get("roll-back.stays")),
                "roll-back",
                refusal);
    }

    Reply rollBack(Request request) {
        ModuleStatus module = lookup.module(request);
        try {
            long rollout = control.rollBack(module.id(), request.actor());
            return begun(request, rollout, "roll-back.begun");
        } catch (ReleaseRefusedException e) {
            return askRollBack(request, Optional.of(e.reason()));
        }
    }

    Reply readmit(Request request) {
        ModuleStatus module = lookup.module(request);
        try {
            rooms.quarantines().orElseThrow(lookup::away).lift(module.id(), request.actor());
        } catch (ReleaseRefusedException e) {
            return ModulePages.health(lookup, rooms, request, Optional.of(e.reason()));
        }
        Texts texts = request.page().texts();
        return Reply.seeOther("/admin/modules/" + module.id() + "/health")
                .flash(texts.get("quarantine.lifted", texts.get(module.name())));
    }

    private Reply askUninstall(Request request, Optional<LocalText> refusal) {
        ModuleStatus module = lookup.module(request);
        Texts texts = request.page().texts();
        return confirm(
                request,
                module.id(),
                texts.get("uninstall.ask", texts.get(module.name())),
                List.of(texts.get("uninstall.happens"), texts.get("uninstall.stays"), texts.get("uninstall.instead")),
                "uninstall",
                refusal);
    }

    Reply uninstall(Request request) {
        ModuleStatus module = lookup.module(request);
        try {
            return begun(request, control.uninstall(module.id(), request.actor()), "uninstall.begun");
        } catch (ReleaseRefusedException e) {
            return askUninstall(request, Optional.of(e.reason()));
        }
    }

    private Reply confirm(
            Request request,
            ModuleId module,
            String title,
            List<String> consequences,
            String verb,
            Optional<LocalText> refusal) {
        String address = "/admin/modules/" + module;
        Confirmation model = new Confirmation(
                request.page(),
                title,
                "",
                consequences,
                address + "/" + verb,
                Map.of(),
                Optional.empty(),
                request.page().text(verb + ".button"),
                true,
                address,
                refusal,
                new FormErrors());
        return Pages.confirm(model).crumbs(Pages.modulesCrumb(request.page()));
    }

    private Reply askPurge(Request request, FormErrors errors, Optional<LocalText> refusal) {
        String id = lookup.moduleId(request).value();
        Texts texts = request.page().texts();
        String address = "/admin/modules/" + id;
        Confirmation model = new Confirmation(
                request.page(),
                texts.get("purge.ask", id),
                texts.get("purge.lead"),
                List.of(
                        texts.get("purge.happens"),
                        texts.get("purge.export"),
                        texts.get("purge.second"),
                        texts.get("purge.instead")),
                address + "/purge",
                Map.of(),
                Optional.of(new Confirmation.Ask(
                        "typed",
                        texts.get("purge.typed"),
                        texts.get("purge.typed.hint", id),
                        request.field("typed").orElse(""))),
                texts.get("purge.button"),
                true,
                "/admin/modules",
                refusal,
                errors);
        return Pages.confirm(model).crumbs(Pages.modulesCrumb(request.page()));
    }

    Reply purge(Request request) {
        ModuleId id = lookup.moduleId(request);
        String typed = request.field("typed").orElse("");
        if (!typed.equals(id.value())) {
            FormErrors errors = new FormErrors();
            errors.add("typed", lookup.texts().text("purge.typed.wrong", id.value()));
            return askPurge(request, errors, Optional.empty());
        }
        try {
            return begun(request, control.purge(id, typed, request.actor()), "purge.begun");
        } catch (ReleaseRefusedException e) {
            return askPurge(request, new FormErrors(), Optional.of(e.reason()));
        }
    }

    private static Reply begun(Request request, long rollout, String key) {
        return Reply.seeOther("/admin/rollouts/" + rollout).flash(request.page().text(key));
    }
}
