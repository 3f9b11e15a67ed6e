package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.time.DeadlineSource;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.OpenDeadlines;

/** Tells the calendar which due dates would move. Dates that an officer set by hand do not move with the calendar. */
@Component
public final class RunningDossiers implements DeadlineSource {
    private final Database database;
    private final OpenDeadlines deadlines = new OpenDeadlines();

    @Activate
    public RunningDossiers(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public List<OpenDeadline> openBetween(LocalDate from, LocalDate to) {
        return database.read(handle -> deadlines.between(handle, from, to));
    }
}
