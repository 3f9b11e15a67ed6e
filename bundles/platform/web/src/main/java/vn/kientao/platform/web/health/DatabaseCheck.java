package vn.kientao.platform.web.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.web.store.DatabasePulse;

/** Whether the database answers, among the other health checks. */
@Component(property = {HealthCheck.NAME + "=database", HealthCheck.TAGS + "=platform", HealthCheck.TAGS + "=database"})
public final class DatabaseCheck implements HealthCheck {
    private final DatabasePulse database;

    @Activate
    public DatabaseCheck(@Reference Database database) {
        this.database = new DatabasePulse(database);
    }

    @Override
    public Result execute() {
        return database.beats()
                ? new Result(Result.Status.OK, "the database answers")
                : new Result(Result.Status.CRITICAL, "the database does not answer");
    }
}
