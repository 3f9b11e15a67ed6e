package vn.kientao.platform.security.store;

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

/** The schema {@code security}, brought to its present state before anybody uses it. */
@Component(service = SecurityStore.class)
public final class SecurityStore {
    private final Database database;

    @Activate
    public SecurityStore(@Reference Database database, @Reference Migrations migrations, BundleContext context) {
        this(database, migrations, MigrationScripts.of(context.getBundle()));
    }

    private SecurityStore(Database database, Migrations migrations, MigrationScripts scripts) {
        this.database = database;
        migrations.expand("security", scripts);
        database.write(new AccountRepository()::fold);
    }

    /** Without the framework. */
    public static SecurityStore of(Database database, Migrations migrations, MigrationScripts scripts) {
        return new SecurityStore(database, migrations, scripts);
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
