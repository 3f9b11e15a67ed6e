package vn.kientao.reform.steering.app.report;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.report.UrgeRows;

/** Urges agencies for reports that are missing (đôn đốc): tells their heads and coordinators. */
@Component(service = Urging.class)
public final class Urging {
    private static final TextBundle TEXTS = TextBundle.of(Urging.class);
    private static final Set<String> HEADS = Set.of(Roles.AGENCY_HEAD, Roles.COORDINATOR);

    private final Database database;
    private final AuditTrail audit;
    private final Notices notices;
    private final Colleagues colleagues;
    private final UrgeRows urges = new UrgeRows();

    @Activate
    public Urging(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Notices notices,
            @Reference Colleagues colleagues,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.colleagues = colleagues;
    }

    /** Urges these agencies, each with its audit entry, all or none. */
    public void urge(ReportTerm term, List<String> agencies, Tasks.Act act) {
        database.write(transaction -> {
            for (String agency : agencies) {
                urges.add(transaction, agency, term.kind(), term.year(), act.at(), act.account());
                audit.record(
                        transaction,
                        AuditEntries.about(
                                act.entry(),
                                agency,
                                "{\"kind\":\"" + term.kind() + "\",\"year\":" + term.year() + "}"));
                colleagues
                        .holding(agency, HEADS)
                        .keySet()
                        .forEach(account -> notices.tell(
                                transaction,
                                new Notice(
                                        account,
                                        "steering.report",
                                        TEXTS.text(
                                                "report.notice." + term.kind().name(),
                                                "" + term.year(),
                                                Formats.date(term.internalDue())),
                                        "/" + agency + "/steering/reports")));
            }
            return agencies.size();
        });
    }
}
