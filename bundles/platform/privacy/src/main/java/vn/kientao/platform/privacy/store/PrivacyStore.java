package vn.kientao.platform.privacy.store;

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

/** The schema {@code privacy}, brought to its present state before anybody uses it. */
@Component(service = PrivacyStore.class)
public final class PrivacyStore {
    private final Database database;

    @Activate
    public PrivacyStore(@Reference Database database, @Reference Migrations migrations, BundleContext context) {
        this(database);
        migrations.expand("privacy", MigrationScripts.of(context.getBundle()));
    }

    private PrivacyStore(Database migrated) {
        this.database = migrated;
    }

    /** The schema in a database that has been migrated already. */
    public static PrivacyStore of(Database migrated) {
        return new PrivacyStore(migrated);
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
