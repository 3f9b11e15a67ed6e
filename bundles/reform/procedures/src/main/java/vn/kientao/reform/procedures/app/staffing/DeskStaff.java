package vn.kientao.reform.procedures.app.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.staffing.DeskRules;
import vn.kientao.reform.procedures.domain.staffing.FeeNote;
import vn.kientao.reform.procedures.domain.staffing.Posting;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.staffing.DeskRuleRows;
import vn.kientao.reform.procedures.store.staffing.FeeNotes;
import vn.kientao.reform.procedures.store.staffing.Postings;

/** Keeps the register of desk staff, each change with its audit entry and only from the version that its author saw. */
@Component(service = DeskStaff.class)
public final class DeskStaff {
    private final Database database;
    private final AuditTrail audit;
    private final Postings postings = new Postings();
    private final DeskRuleRows rules = new DeskRuleRows();
    private final FeeNotes fees = new FeeNotes();

    @Activate
    public DeskStaff(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** The postings that have not ended before a day, in order of their end. */
    public List<Posting> from(String agency, LocalDate day) {
        return database.read(handle -> postings.from(handle, agency, day));
    }

    public Optional<Posting> find(String agency, long id) {
        return database.read(handle -> postings.find(handle, agency, id));
    }

    public DeskRules rules(LocalDate day) {
        return database.read(handle -> rules.on(handle, day));
    }

    /** Adds a posting; a repetition with the same key adds nothing. */
    public void add(String agency, Posting posting, Optional<String> onceKey, AuditEntry note) {
        database.write(transaction -> {
            if (onceKey.filter(key -> postings.made(transaction, agency, key)).isPresent()) {
                return false;
            }
            postings.add(transaction, agency, posting, onceKey);
            audit.record(transaction, note);
            return true;
        });
    }

    /** @throws StaleRecordException when somebody changed it meanwhile */
    public void change(String agency, Posting posting, AuditEntry note) {
        database.write(transaction -> {
            if (!postings.change(transaction, agency, posting)) {
                throw new StaleRecordException("posting " + posting.id(), posting.version());
            }
            audit.record(transaction, note);
            return true;
        });
    }

    /** The fee notes of the last eight quarters that have one, newest first. */
    public List<FeeNote> feeNotes(String agency) {
        return database.read(handle -> fees.newest(handle, agency));
    }

    public void note(String agency, FeeNote fee, String by, AuditEntry note) {
        database.write(transaction -> {
            fees.put(transaction, agency, fee, by);
            audit.record(transaction, note);
            return true;
        });
    }
}
