package vn.kientao.reform.procedures.app.rule;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DeadlineRules;

/**
 * The rule sets of deadlines. A later decree is a further row: what held before ends the day before, and dossiers keep the
 * row under which they were received.
 */
@Component(service = RuleBook.class)
public final class RuleBook {
    private final Database database;
    private final AuditTrail audit;
    private final DeadlineRules rules = new DeadlineRules();

    @Activate
    public RuleBook(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** Makes an entry of the audit trail for what is being done. */
    @FunctionalInterface
    public interface Audit {
        AuditEntry entry(String action, String objectType, String objectId, String detail);
    }

    /** All rows, the newest first. */
    public List<DeadlineRule> all() {
        return database.read(rules::all);
    }

    /**
     * Adds a rule set that holds from its first day on; what held until then ends the day before.
     *
     * @return false, and nothing is changed, when one begins on that day or later already
     */
    public boolean add(DeadlineRule rule, Audit trail) {
        return database.write(handle -> {
            boolean later = rules.all(handle).stream()
                    .anyMatch(known -> !known.validFrom().isBefore(rule.validFrom()));
            if (later) {
                return false;
            }
            rules.end(handle, rule.validFrom().minusDays(1));
            rules.add(handle, rule);
            audit.record(
                    handle,
                    trail.entry(
                            "procedures.rule-add",
                            "deadline-rule",
                            rule.code(),
                            "{\"from\":\"" + rule.validFrom() + "\",\"reading\":\"" + rule.reading() + "\"}"));
            return true;
        });
    }
}
