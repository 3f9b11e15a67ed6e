package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;

/**
 * What a change would do, before anybody says yes (phương án). Nothing has happened yet but that the artifact is stored.
 *
 * @param id what {@link ModuleControl#apply} is given
 * @param from what serves now; empty for a first install
 * @param current whether modules stand as they stood when the plan was made; a plan that is not can not be applied
 * @param signature who published the jar, in one sentence
 * @param bytes size of the jar
 * @param freeBytes free room on the disk of the data folder
 * @param expand migration scripts that run before the release starts
 * @param contract scripts of the live release that run first, and that end the way back before it
 * @param refreshed bundles that would be refreshed; always empty for a module that may be rolled out
 * @param agencies codes of the agencies that the module is on for
 * @param impacts what people have under way
 * @param apiFrom the platform API range of the live release
 * @param api that of the new one
 * @param permissionsAdded permissions that the live release does not declare
 * @param permissionsRemoved permissions that only the live release declares
 * @param changes what is new, newest version first, of every version after the live one
 * @param warnings what to think about first
 * @param refusal why it cannot be applied now
 */
public record Plan(
        long id,
        ModuleId module,
        LocalText name,
        RolloutStatus.Kind kind,
        Optional<Version> from,
        Version to,
        String by,
        Instant at,
        boolean current,
        LocalText signature,
        long bytes,
        long freeBytes,
        List<String> expand,
        List<String> contract,
        List<String> refreshed,
        Set<String> agencies,
        List<ImpactSource.Impact> impacts,
        Optional<VersionRange> apiFrom,
        VersionRange api,
        List<Permission> permissionsAdded,
        List<Permission> permissionsRemoved,
        List<Changes> changes,
        List<LocalText> warnings,
        Optional<LocalText> refusal) {

    public Plan {
        requireNonNull(module, "module");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(signature, "signature");
        expand = List.copyOf(expand);
        contract = List.copyOf(contract);
        refreshed = List.copyOf(refreshed);
        agencies = Set.copyOf(agencies);
        impacts = List.copyOf(impacts);
        requireNonNull(apiFrom, "apiFrom");
        requireNonNull(api, "api");
        permissionsAdded = List.copyOf(permissionsAdded);
        permissionsRemoved = List.copyOf(permissionsRemoved);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
        requireNonNull(refusal, "refusal");
    }

    /**
     * What one version changes, from the jar's changelog.
     *
     * @param breaking what people must know first
     * @param others everything else, as written
     */
    public record Changes(Version version, Optional<String> date, List<String> breaking, List<String> others) {
        public Changes {
            requireNonNull(version, "version");
            requireNonNull(date, "date");
            breaking = List.copyOf(breaking);
            others = List.copyOf(others);
        }
    }
}
