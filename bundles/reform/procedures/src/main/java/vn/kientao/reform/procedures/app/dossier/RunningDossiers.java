package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.DeadlineSource;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DueDateMoves;
import vn.kientao.reform.procedures.store.dossier.DueDateMoves.Running;
import vn.kientao.reform.procedures.store.dossier.OpenDeadlines;

/**
 * Tells the calendar which due dates would move, and moves them when it has changed. Dates that an officer set by hand do
 * not move with the calendar.
 */
@Component
public final class RunningDossiers implements DeadlineSource {
    private static final Logger log = LoggerFactory.getLogger(RunningDossiers.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final OpenDeadlines open = new OpenDeadlines();
    private final DueDateMoves moves = new DueDateMoves();

    @Activate
    public RunningDossiers(
            @Reference Database database,
            @Reference Deadlines deadlines,
            @Reference AuditTrail audit,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    @Override
    public List<OpenDeadline> openBetween(LocalDate from, LocalDate to) {
        return database.read(handle -> open.between(handle, from, to));
    }

    /** Moves a few hundred at a time, each few in a transaction of their own; a second call finds nothing more to move. */
    @Override
    public int calendarChanged(LocalDate from, LocalDate to) {
        int moved = 0;
        long after = 0;
        while (true) {
            long begin = after;
            List<Running> dossiers = database.read(handle -> moves.touched(handle, from, to, begin, AT_ONCE));
            if (dossiers.isEmpty()) {
                log.info("The changed calendar of {} to {} moved {} due dates", from, to, moved);
                return moved;
            }
            after = dossiers.get(dossiers.size() - 1).id();
            moved += move(dossiers);
        }
    }

    private int move(List<Running> dossiers) {
        Map<Running, DueDate> others = dossiers.stream()
                .collect(Collectors.toMap(
                        dossier -> dossier,
                        dossier -> deadlines.due(
                                dossier.received(), dossier.limit(), dossier.reading(), dossier.terms())));
        others.entrySet()
                .removeIf(entry -> entry.getValue().due().equals(entry.getKey().due()));
        if (others.isEmpty()) {
            return 0;
        }
        return database.write(handle -> {
            int moved = 0;
            for (Map.Entry<Running, DueDate> other : others.entrySet()) {
                if (moves.move(handle, other.getKey(), other.getValue())) {
                    audit.record(handle, entry(other.getKey(), other.getValue()));
                    moved++;
                }
            }
            return moved;
        });
    }

    private static AuditEntry entry(Running dossier, DueDate due) {
        return new AuditEntry(
                Actor.system("calendar").account(),
                Optional.of(dossier.agency()),
                "procedures",
                "procedures.due-moved",
                "dossier",
                dossier.code(),
                "{\"was\":\"" + dossier.due() + "\",\"due\":\"" + due.due() + "\"}",
                "");
    }
}
