package vn.kientao.reform.steering.store;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;

/**
 * The tables of schema {@code steering}, brought to what this release needs before this service exists. Every
 * component that reads or writes them refers to it.
 */
@Component(service = SteeringTables.class)
public final class SteeringTables {
    /** The schema of the module. */
    public static final String SCHEMA = "steering";

    private static final Logger log = LoggerFactory.getLogger(SteeringTables.class);

    @Activate
    public SteeringTables(BundleContext context, @Reference Migrations migrations) {
        this(migrations, MigrationScripts.of(context.getBundle()));
    }

    private SteeringTables(Migrations migrations, MigrationScripts scripts) {
        var ran = migrations.expand(SCHEMA, scripts);
        if (!ran.isEmpty()) {
            log.info("Ran migrations {}", ran);
        }
    }

    /** For tests: the scripts from wherever they are. */
    public static SteeringTables of(Migrations migrations, MigrationScripts scripts) {
        return new SteeringTables(migrations, scripts);
    }
}
