package vn.kientao.reform.procedures.app.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.rule.RuleSet;
import vn.kientao.reform.procedures.domain.rule.RuleStatement;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DeadlineRules;
import vn.kientao.reform.procedures.store.paper.PaperForms;
import vn.kientao.reform.procedures.store.rule.RuleStatements;

/**
 * The rule sets of deadlines. A later decree is a further row: what held before ends the day before, and dossiers keep the
 * row under which they were received.
 */
@Component(service = RuleBook.class)
public final class RuleBook {
    private final Database database;
    private final AuditTrail audit;
    private final DeadlineRules rules = new DeadlineRules();
    private final RuleStatements statements = new RuleStatements();
    private final PaperForms forms = new PaperForms();

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

    /** What each rule set that was loaded from a file states itself, by its id. */
    public Map<Long, List<RuleStatement>> statements() {
        return database.read(statements::all);
    }

    /** The forms of all times, the youngest of each kind first. */
    public List<PaperForm> forms() {
        return database.read(forms::all);
    }

    /**
     * Loads a whole rule set: its deadlines and its forms hold from their first days on, what held until then ends the day
     * before. All of it or nothing.
     *
     * @return false, and nothing is changed, when something of it begins on the day of a row that is there, or before it
     */
    public boolean load(RuleSet set, Audit trail) {
        return database.write(handle -> {
            List<PaperForm> present = forms.all(handle);
            boolean overlaps = set.rule()
                            .filter(rule -> begunSince(handle, rule.validFrom()))
                            .isPresent()
                    || set.forms().stream()
                            .anyMatch(form -> present.stream()
                                    .anyMatch(other -> other.kind() == form.kind()
                                            && !other.validFrom().isBefore(form.validFrom())));
            if (overlaps) {
                return false;
            }
            set.rule().ifPresent(rule -> {
                rules.end(handle, rule.validFrom().minusDays(1));
                statements.add(handle, rules.add(handle, rule), set.stated());
            });
            set.forms().forEach(form -> forms.succeed(handle, form));
            audit.record(
                    handle,
                    trail.entry(
                            "procedures.rule-load",
                            "deadline-rule",
                            set.rule().map(DeadlineRule::code).orElse("forms"),
                            "{\"values\":" + set.stated().size() + ",\"forms\":"
                                    + set.forms().size() + "}"));
            return true;
        });
    }

    private boolean begunSince(Handle handle, LocalDate day) {
        return rules.all(handle).stream().anyMatch(known -> !known.validFrom().isBefore(day));
    }

    /**
     * Adds a rule set that holds from its first day on; what held until then ends the day before.
     *
     * @return false, and nothing is changed, when one begins on that day or later already
     */
    public boolean add(DeadlineRule rule, Audit trail) {
        return database.write(handle -> {
            if (begunSince(handle, rule.validFrom())) {
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
