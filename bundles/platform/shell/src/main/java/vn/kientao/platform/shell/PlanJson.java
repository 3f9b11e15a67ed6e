package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.security.Permission;

/** The shape of a plan that {@code --json} prints. */
final class PlanJson {
    private PlanJson() {}

    static Map<String, Object> of(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", plan.id());
        json.put("module", plan.module().value());
        json.put("kind", plan.kind().name());
        plan.from().ifPresent(from -> json.put("from", from.toString()));
        json.put("to", plan.to().toString());
        json.put("current", plan.current());
        json.put("signature", Json.text(plan.signature()));
        json.put("bytes", plan.bytes());
        json.put("freeBytes", plan.freeBytes());
        json.put("expand", plan.expand());
        json.put("contract", plan.contract());
        json.put("refreshed", plan.refreshed());
        json.put("agencies", new TreeSet<>(plan.agencies()));
        json.put(
                "impacts",
                plan.impacts().stream()
                        .map(impact -> Map.of("kind", Json.text(impact.kind()), "count", impact.count()))
                        .toList());
        json.put("permissionsAdded", names(plan.permissionsAdded()));
        json.put("permissionsRemoved", names(plan.permissionsRemoved()));
        json.put("warnings", plan.warnings().stream().map(Json::text).toList());
        plan.refusal().ifPresent(refusal -> json.put("refusal", Json.text(refusal)));
        return json;
    }

    private static List<String> names(List<Permission> permissions) {
        return permissions.stream().map(Permission::name).toList();
    }
}
