package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;

/**
 * Releases that were taken out of service because they endangered the others (cách ly). They are not asked any more, also
 * after a restart, until another version serves or a person lets them in again.
 */
@ProviderType
public interface Quarantines {

    /** Every release in quarantine, in order of module. */
    List<Quarantined> all();

    /**
     * Lets every release of the module in again. Writes an audit entry in the same transaction; the caller has checked
     * the permission.
     *
     * @throws ReleaseRefusedException when none is in quarantine
     */
    void lift(ModuleId module, Actor by);

    /** A release in quarantine and why, in one sentence. */
    record Quarantined(ModuleId module, Version version, LocalText reason, Instant since) {
        public Quarantined {
            requireNonNull(module, "module");
            requireNonNull(version, "version");
            requireNonNull(reason, "reason");
            requireNonNull(since, "since");
        }
    }
}
