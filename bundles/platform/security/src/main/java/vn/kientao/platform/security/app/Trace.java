package vn.kientao.platform.security.app;

import java.util.Optional;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;

/** Makes audit entries of one request, or of the platform's own doing. */
@FunctionalInterface
public interface Trace {

    AuditEntry entry(String action, String objectType, String objectId, String detail);

    /** The platform acting through {@code door}. */
    static Trace system(String door) {
        return (action, objectType, objectId, detail) -> new AuditEntry(
                Actor.system(door).account(), Optional.empty(), "security", action, objectType, objectId, detail, "");
    }
}
