package vn.kientao.platform.kernel.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.signature.Verdict.Origin;

/**
 * What the store remembers of the receipt of a jar.
 *
 * @param origin why it was taken
 * @param receivedAt the moment at which its signature had to be valid
 */
public record Kept(ModuleId module, Version version, Origin origin, Instant receivedAt) {

    public Kept {
        requireNonNull(module, "module");
        requireNonNull(version, "version");
        requireNonNull(origin, "origin");
        requireNonNull(receivedAt, "receivedAt");
    }
}
