package vn.kientao.reform.steering.app.goal;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.goal.TargetRows;

/** Looks up the targets of the programme. */
@Component(service = Targets.class)
public final class Targets {
    private final Database database;
    private final TargetRows targets = new TargetRows();

    @Activate
    public Targets(@Reference Database database, @Reference SteeringTables tables) {
        this.database = database;
    }

    /** The targets valid on a day, by area. */
    public List<Target> on(LocalDate day) {
        return database.read(handle -> targets.on(handle, day));
    }
}
