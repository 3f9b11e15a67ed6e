package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import vn.kientao.platform.api.text.LocalText;

/**
 * A module as an administrator sees it.
 *
 * @param live the release that serves; empty when {@link ModuleState#AWAY}
 * @param liveSince when the live release began to serve
 * @param retained versions still in the artifact store that can be gone back to, newest first, without the live one
 * @param off codes of the agencies for which it is switched off; it is on for all others
 * @param problem one sentence when something wants attention
 */
public record ModuleStatus(
        ModuleId id,
        LocalText name,
        ModuleState state,
        Optional<ModuleManifest> live,
        Optional<Instant> liveSince,
        List<Version> retained,
        Set<String> off,
        Optional<LocalText> problem) {

    public ModuleStatus {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        requireNonNull(live, "live");
        requireNonNull(liveSince, "liveSince");
        retained = List.copyOf(retained);
        off = Set.copyOf(off);
        requireNonNull(problem, "problem");
    }
}
