package vn.kientao.reform.steering.app.report;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.report.OutlineRow;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.report.ReportRules;

/** Keeps the outline of reports; reports that were made keep the sections that they were made with. */
@Component(service = Outlines.class)
public final class Outlines {
    private final Database database;
    private final AuditTrail audit;
    private final ReportRules rules = new ReportRules();

    @Activate
    public Outlines(@Reference Database database, @Reference AuditTrail audit, @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
    }

    public void add(OutlineRow row, Tasks.Act act) {
        database.write(transaction -> {
            rules.add(transaction, row);
            audit.record(transaction, AuditEntries.about(act.entry(), row.code(), ""));
            return row;
        });
    }

    /** @throws StaleRecordException when somebody changed the row meanwhile */
    public void change(OutlineRow row, Tasks.Act act) {
        database.write(transaction -> {
            if (!rules.change(transaction, row)) {
                throw new StaleRecordException("outline row " + row.code(), row.version());
            }
            audit.record(transaction, AuditEntries.about(act.entry(), row.code(), ""));
            return row;
        });
    }
}
