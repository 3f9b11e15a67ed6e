package vn.kientao.platform.console.app;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;

/** Writes down what no other room writes down: that somebody took a backup away with them. */
@Component(service = Trail.class)
public final class Trail {
    private final Database database;
    private final AuditTrail audit;

    @Activate
    public Trail(@Reference Database database, @Reference AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    public void record(AuditEntry entry) {
        database.write(handle -> {
            audit.record(handle, entry);
            return entry;
        });
    }
}
