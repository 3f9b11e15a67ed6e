package vn.kientao.platform.web.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.web.store.DatabasePulse;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: the database answers and every module that should
 * serve does; otherwise 503 with the names of what is missing.
 */
@Component
public final class HealthPages implements PlatformRoutes {
    private final DatabasePulse database;
    private final AtomicReference<@Nullable Modules> modules = new AtomicReference<>();

    @Activate
    public HealthPages(@Reference Database database) {
        this.database = new DatabasePulse(database);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindModules(Modules service) {
        modules.set(service);
    }

    void unbindModules(Modules service) {
        modules.compareAndSet(service, null);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/health/live", Permission.ANYONE, request -> Reply.json(Map.of("status", "up")));
        routes.get("/health/ready", Permission.ANYONE, this::ready).returns(Readiness.class);
    }

    /** @param missing {@code database}, {@code kernel}, or ids of modules */
    public record Readiness(String status, List<String> missing) {}

    private Reply ready(Request request) {
        List<String> missing = new ArrayList<>();
        if (!database.beats()) {
            missing.add("database");
        }
        missing.addAll(missingModules());
        return missing.isEmpty()
                ? Reply.json(new Readiness("ready", List.of()))
                : new Reply.Json(503, new Readiness("waiting", missing), Map.of("Retry-After", "1"));
    }

    private List<String> missingModules() {
        Modules now = modules.get();
        return now == null
                ? List.of("kernel")
                : now.missing().stream().map(ModuleId::value).toList();
    }
}
