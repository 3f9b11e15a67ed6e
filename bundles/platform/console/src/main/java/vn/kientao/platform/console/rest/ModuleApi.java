package vn.kientao.platform.console.rest;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;
import vn.kientao.platform.console.web.UploadPages;

/** Modules for programs: look at them, install, update, go back, uninstall, purge. */
@Component(service = PlatformRoutes.class)
public final class ModuleApi implements PlatformRoutes {
    private static final String MODULES = "/api/v1/admin/modules";
    private static final String MODULE = MODULES + "/{module}";

    private final Lookup lookup;
    private final ModuleControl control;
    private final Rooms rooms;

    @Activate
    public ModuleApi(@Reference Lookup lookup, @Reference ModuleControl control, @Reference Rooms rooms) {
        this.lookup = lookup;
        this.control = control;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(MODULES, Permission.ADMINISTER, this::list)
                .summary("api.modules")
                .returns(ModuleJson[].class);
        routes.get(MODULE, Permission.ADMINISTER, request -> Reply.json(json(lookup.module(request))))
                .summary("api.module")
                .returns(ModuleJson.class);
        routes.get(MODULE + "/history", Permission.ADMINISTER, this::history)
                .summary("api.history")
                .returns(HistoryJson[].class);
        routes.get(MODULE + "/usage", Permission.ADMINISTER, this::usage)
                .summary("api.usage")
                .returns(UsageJson[].class);
        routes.post(MODULES, Permission.ADMINISTER, this::rollOut)
                .stepUp()
                .summary("api.roll-out")
                .uploads(UploadPages.MOST_BYTES, UploadKind.ZIP)
                .returns(RolloutJson.class);
        routes.post(MODULE + "/roll-back", Permission.ADMINISTER, this::rollBack)
                .summary("api.roll-back")
                .accepts(VersionJson.class)
                .returns(RolloutJson.class);
        routes.post(MODULE + "/readmit", Permission.ADMINISTER, this::readmit)
                .summary("api.readmit")
                .returns(ModuleJson.class);
        routes.post(MODULE + "/uninstall", Permission.ADMINISTER, this::uninstall)
                .stepUp()
                .summary("api.uninstall")
                .returns(RolloutJson.class);
        routes.post(MODULE + "/purge", Permission.ADMINISTER, this::purge)
                .stepUp()
                .summary("api.purge")
                .accepts(PurgeJson.class)
                .returns(RolloutJson.class);
    }

    /** @param version absent means the one that served before */
    public record VersionJson(@Nullable String version) {}

    /** @param typed the module's id once more */
    public record PurgeJson(@Nullable String typed) {}

    Reply list(Request request) {
        return Reply.json(lookup.modules().all().stream().map(this::json).toList());
    }

    private ModuleJson json(ModuleStatus module) {
        return ModuleJson.of(module, lookup.modules().publication(module.id()));
    }

    Reply history(Request request) {
        return Reply.json(lookup.modules().history(lookup.moduleId(request)).stream()
                .map(HistoryJson::of)
                .toList());
    }

    Reply usage(Request request) {
        ModuleId id = lookup.module(request).id();
        return Reply.json(lookup.modules().usage(id).stream().map(UsageJson::of).toList());
    }

    Reply rollOut(Request request) {
        StagesJson asked = new StagesJson(
                request.field("stages").orElse(null),
                request.field("watchMinutes").map(ModuleApi::minutes).orElse(null),
                request.field("automatic").map(Boolean::valueOf).orElse(null));
        Strategy strategy = asked.strategy(lookup);
        long rollout =
                Answers.received(lookup, request, "file", jar -> control.rollOut(jar, strategy, request.actor()));
        return Answers.accepted(lookup, rollout);
    }

    /** What is no number is out of range, too. */
    private static Integer minutes(String typed) {
        return typed.matches("[0-9]{1,5}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
    }

    Reply rollBack(Request request) {
        ModuleId id = lookup.module(request).id();
        String version = request.header("Content-Type").isPresent()
                ? request.json(VersionJson.class).version()
                : null;
        long rollout = Answers.allowed(() -> version == null
                ? control.rollBack(id, request.actor())
                : control.rollBackTo(id, lookup.version(version), request.actor()));
        return Answers.accepted(lookup, rollout);
    }

    Reply readmit(Request request) {
        ModuleId id = lookup.module(request).id();
        Answers.allowed(() -> rooms.quarantines().orElseThrow(lookup::away).lift(id, request.actor()));
        return Reply.json(json(lookup.module(request)));
    }

    Reply uninstall(Request request) {
        ModuleId id = lookup.module(request).id();
        return Answers.accepted(lookup, Answers.allowed(() -> control.uninstall(id, request.actor())));
    }

    Reply purge(Request request) {
        ModuleId id = lookup.moduleId(request);
        String typed = request.json(PurgeJson.class).typed();
        String word = typed == null ? "" : typed;
        return Answers.accepted(lookup, Answers.allowed(() -> control.purge(id, word, request.actor())));
    }
}
