package vn.kientao.platform.console.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;

/** A plan for programs. */
public record PlanJson(
        long id,
        String module,
        String kind,
        Optional<String> from,
        String to,
        Instant at,
        boolean current,
        LocalText signature,
        long bytes,
        long freeBytes,
        List<String> expand,
        List<String> contract,
        List<String> refreshed,
        List<String> agencies,
        List<ImpactJson> impacts,
        Optional<String> apiFrom,
        String api,
        List<String> permissionsAdded,
        List<String> permissionsRemoved,
        List<ChangesJson> changes,
        List<LocalText> warnings,
        Optional<LocalText> refusal) {

    /** So many of one kind. */
    public record ImpactJson(LocalText kind, long count) {}

    /** What one version changes. */
    public record ChangesJson(String version, Optional<String> date, List<String> breaking, List<String> others) {}

    static PlanJson of(Plan plan) {
        return new PlanJson(
                plan.id(),
                plan.module().value(),
                plan.kind().name(),
                plan.from().map(Version::toString),
                plan.to().toString(),
                plan.at(),
                plan.current(),
                plan.signature(),
                plan.bytes(),
                plan.freeBytes(),
                plan.expand(),
                plan.contract(),
                plan.refreshed(),
                plan.agencies().stream().sorted().toList(),
                plan.impacts().stream()
                        .map(impact -> new ImpactJson(impact.kind(), impact.count()))
                        .toList(),
                plan.apiFrom().map(VersionRange::toString),
                plan.api().toString(),
                plan.permissionsAdded().stream().map(Permission::name).toList(),
                plan.permissionsRemoved().stream().map(Permission::name).toList(),
                plan.changes().stream()
                        .map(one -> new ChangesJson(one.version().toString(), one.date(), one.breaking(), one.others()))
                        .toList(),
                plan.warnings(),
                plan.refusal());
    }
}
