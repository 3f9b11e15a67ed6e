package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module, or a room of the platform, that keeps things no longer than needed. Registered as a service. The platform asks
 * every night, for all agencies; nothing needs a timer of its own.
 */
@ConsumerType
public interface RetentionSource {

    List<RetentionRule> rules();

    /** How many objects the rule would touch now. */
    long due(String rule, Scope scope);

    /**
     * Deletes or makes anonymous at most {@code most} objects in the caller's transaction; called again until nothing is
     * left. The caller writes the audit entry.
     *
     * @return how many objects were touched
     */
    int apply(Handle transaction, String rule, Scope scope, int most);

    /**
     * What a rule is about at the moment.
     *
     * @param before objects whose period began before this moment
     * @param held ids of objects on hold (tạm giữ), which stay as they are
     */
    record Scope(Instant before, Set<String> held) {
        public Scope {
            requireNonNull(before, "before");
            held = Set.copyOf(held);
        }
    }
}
