package vn.kientao.platform.web.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
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
 * {@code /health}: every check there is, with what it says for administrators and for this machine; 503 when one is
 * critical. {@code /health/live}: the process answers. {@code /health/ready}: the database answers and every module that should
 * serve does, or was tried and does not come up; otherwise 503 with the names of what is still missing.
 */
@Component
public final class HealthPages implements PlatformRoutes {
    private final DatabasePulse database;
    private final AtomicReference<@Nullable Modules> modules = new AtomicReference<>();
    private final AtomicReference<@Nullable HealthCheckExecutor> executor = new AtomicReference<>();

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

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindExecutor(HealthCheckExecutor service) {
        executor.set(service);
    }

    void unbindExecutor(HealthCheckExecutor service) {
        executor.compareAndSet(service, null);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/health", Permission.ANYONE, this::checks).returns(Checkup.class);
        routes.get("/health/live", Permission.ANYONE, request -> Reply.json(Map.of("status", "up")));
        routes.get("/health/ready", Permission.ANYONE, this::ready).returns(Readiness.class);
    }

    /** @param missing {@code database}, {@code kernel}, or ids of modules */
    public record Readiness(String status, List<String> missing) {}

    /** @param checks empty for those who are not shown the details */
    public record Checkup(String status, List<Check> checks) {}

    /** One check and what it says; several lines when it has several things to say. */
    public record Check(String name, List<String> tags, String status, List<String> says, long millis) {}

    private Reply checks(Request request) {
        HealthCheckExecutor now = executor.get();
        List<HealthCheckExecutionResult> results =
                now == null ? List.of() : now.execute(HealthCheckSelector.tags("platform", "module"), anyOfTheTags());
        Result.Status worst = results.stream()
                .map(result -> result.getHealthCheckResult().getStatus())
                .max(Comparator.naturalOrder())
                .orElse(Result.Status.OK);
        List<Check> details = mayLookInside(request)
                ? results.stream().map(HealthPages::check).toList()
                : List.of();
        int status = worst == Result.Status.OK || worst == Result.Status.WARN ? 200 : 503;
        return new Reply.Json(status, new Checkup(worst.name(), details), Map.of());
    }

    private static HealthCheckExecutionOptions anyOfTheTags() {
        return new HealthCheckExecutionOptions().setCombineTagsWithOr(true);
    }

    private static boolean mayLookInside(Request request) {
        String address = request.remoteAddress();
        return address.equals("127.0.0.1")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || request.actor().canEverywhere(Permission.ADMINISTER);
    }

    private static Check check(HealthCheckExecutionResult result) {
        List<String> says = new ArrayList<>();
        result.getHealthCheckResult().forEach(entry -> says.add(entry.getMessage()));
        return new Check(
                result.getHealthCheckMetadata().getName(),
                result.getHealthCheckMetadata().getTags(),
                result.getHealthCheckResult().getStatus().name(),
                says,
                result.getElapsedTimeInMs());
    }

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
