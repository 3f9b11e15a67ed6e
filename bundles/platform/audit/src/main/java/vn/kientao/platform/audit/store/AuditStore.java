package vn.kientao.platform.audit.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;

/** The schema {@code audit}, brought to its present state before anybody uses it. */
@Component(service = AuditStore.class)
public final class AuditStore {
    private final Database database;

    @Activate
    public AuditStore(@Reference Database database, @Reference Migrations migrations, BundleContext context) {
        this(database);
        migrations.expand("audit", MigrationScripts.of(context.getBundle()));
    }

    private AuditStore(Database migrated) {
        this.database = migrated;
    }

    /** The schema in a database that has been migrated already. */
    public static AuditStore of(Database migrated) {
        return new AuditStore(migrated);
    }

    public <T> T read(Database.Work<T> work) {
        return database.read(work);
    }

    public <T> T write(Database.Work<T> work) {
        return database.write(work);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
