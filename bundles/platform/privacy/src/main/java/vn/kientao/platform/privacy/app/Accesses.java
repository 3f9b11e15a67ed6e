package vn.kientao.platform.privacy.app;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.privacy.domain.AccessEntry;
import vn.kientao.platform.privacy.domain.AccessQuery;
import vn.kientao.platform.privacy.store.AccessRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;

/** Looks the access log up. */
@Component(service = Accesses.class)
public final class Accesses {
    private final AccessRepository entries = new AccessRepository();
    private final PrivacyStore store;
    private final AuditTrail audit;

    @Activate
    public Accesses(@Reference PrivacyStore store, @Reference AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Entries with lower ids than {@code below}, the newest first. */
    public List<AccessEntry> older(AccessQuery query, long below, int most) {
        return store.read(handle -> entries.older(handle, query, below, most));
    }

    /** Writes down that somebody took entries away with them. */
    public void taken(AuditEntry entry) {
        store.write(handle -> {
            audit.record(handle, entry);
            return entry;
        });
    }
}
