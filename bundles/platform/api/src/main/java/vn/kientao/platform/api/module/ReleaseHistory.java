package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import vn.kientao.platform.api.text.LocalText;

/**
 * A version of a module that was received (lịch sử phiên bản).
 *
 * @param sha256 of the jar
 * @param publisher who signed it; empty for one that travels with the platform or was accepted unsigned
 * @param servedAt when it last began to serve; empty when it never has
 * @param way how it stands now
 * @param agencies codes of the agencies that it serves although another version serves the others
 * @param problem why it cannot be gone back to
 */
public record ReleaseHistory(
        Version version,
        String sha256,
        Optional<String> publisher,
        Optional<Instant> servedAt,
        Way way,
        Set<String> agencies,
        Optional<LocalText> problem) {

    public ReleaseHistory {
        requireNonNull(version, "version");
        requireNonNull(sha256, "sha256");
        requireNonNull(publisher, "publisher");
        requireNonNull(servedAt, "servedAt");
        requireNonNull(way, "way");
        agencies = Set.copyOf(agencies);
        requireNonNull(problem, "problem");
    }

    /** How a version stands. */
    public enum Way {
        /** It serves everybody who is not served by another one. */
        LIVE,
        /** It serves some agencies. */
        CANARY,
        /** It can be gone back to. */
        RETURNABLE,
        /** It is only remembered. */
        GONE
    }
}
