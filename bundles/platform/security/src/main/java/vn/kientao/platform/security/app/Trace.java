package vn.kientao.platform.security.app;

import java.util.Optional;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;

/** Makes audit entries of one request, or of the platform's own doing. */
@FunctionalInterface
public interface Trace {

    AuditEntry entry(String action, String objectType, String objectId, String detail);

    /** The same for something that concerns an agency, so that its own people find it in their trail. */
    default Trace in(Optional<String> agency) {
        return (action, objectType, objectId, detail) -> {
            AuditEntry entry = entry(action, objectType, objectId, detail);
            return entry.agency().isPresent()
                    ? entry
                    : new AuditEntry(
                            entry.account(),
                            agency,
                            entry.module(),
                            action,
                            objectType,
                            objectId,
                            detail,
                            entry.requestId());
        };
    }

    /** The platform acting through {@code door}. */
    static Trace system(String door) {
        return (action, objectType, objectId, detail) -> new AuditEntry(
                Actor.system(door).account(), Optional.empty(), "security", action, objectType, objectId, detail, "");
    }
}
