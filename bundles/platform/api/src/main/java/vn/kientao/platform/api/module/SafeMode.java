package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * The platform runs with its latest change left off (chế độ an toàn), because it crashed again and again after it.
 * Nothing was written: the change is still what the database asks for. A roll-back ends safe mode for good; a restart
 * tries the change once more.
 *
 * @param rollout the change that is left off
 * @param serving what serves instead; empty when the module is off
 * @param crashes how often the platform crashed after the change
 */
public record SafeMode(
        long rollout, ModuleId module, Version leftOff, Optional<Version> serving, int crashes, Instant since) {

    public SafeMode {
        requireNonNull(module, "module");
        requireNonNull(leftOff, "leftOff");
        requireNonNull(serving, "serving");
        requireNonNull(since, "since");
    }
}
