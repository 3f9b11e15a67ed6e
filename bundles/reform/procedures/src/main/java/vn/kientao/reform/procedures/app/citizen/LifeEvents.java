package vn.kientao.reform.procedures.app.citizen;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.procedures.domain.citizen.LifeEvent;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.citizen.LifeEventTable;

/** The life events by which people who do not know the name of a procedure find it. */
@Component(service = LifeEvents.class)
public final class LifeEvents {
    private final Database database;
    private final LifeEventTable table = new LifeEventTable();

    @Activate
    public LifeEvents(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    /** Those of people first, in their order. */
    public List<LifeEvent> all() {
        return database.read(table::all);
    }
}
