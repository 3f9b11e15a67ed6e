package vn.kientao.platform.security.app;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.store.AuditRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** The audit trail, kept with the change it tells of. */
@Component
public final class AuditLog implements AuditTrail {
    private final AuditRepository entries = new AuditRepository();
    private final Clock clock;

    @Activate
    public AuditLog(@Reference SecurityStore migrated, @Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public void record(Handle transaction, AuditEntry entry) {
        entries.add(transaction, entry, clock.instant());
    }
}
