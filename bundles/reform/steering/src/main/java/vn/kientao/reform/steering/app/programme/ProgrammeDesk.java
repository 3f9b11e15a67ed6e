package vn.kientao.reform.steering.app.programme;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.Facts;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.programme.ProgrammeRows;
import vn.kientao.reform.steering.store.programme.ProgrammeWriter;

/**
 * Keeps the documents of the programme and their clauses, each change with its audit entry in one transaction. What tasks or plans
 * lead to is never removed; it ends.
 */
@Component(service = ProgrammeDesk.class)
public final class ProgrammeDesk {
    private final Database database;
    private final AuditTrail audit;
    private final ProgrammeRows rows = new ProgrammeRows();
    private final ProgrammeWriter writer = new ProgrammeWriter();

    @Activate
    public ProgrammeDesk(@Reference Database database, @Reference AuditTrail audit, @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * Adds a document.
     *
     * @return false when there is one of that code
     */
    public boolean add(Document document, Tasks.Act act) {
        return database.write(transaction -> {
            if (rows.document(transaction, document.code()).isPresent()) {
                return false;
            }
            writer.add(transaction, document);
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), document.code(), "")
                            .changing("", ProgrammeFacts.of(document).json()));
            return true;
        });
    }

    /** @throws StaleRecordException when somebody changed it meanwhile */
    public void change(Document seen, Document next, Tasks.Act act) {
        Facts was = ProgrammeFacts.of(seen);
        Facts is = ProgrammeFacts.of(next);
        database.write(transaction -> {
            if (!writer.change(transaction, next)) {
                throw stale(seen);
            }
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), seen.code(), "").changing(was.unlike(is), is.unlike(was)));
            return next;
        });
    }

    private static StaleRecordException stale(Document seen) {
        return new StaleRecordException("document " + seen.code(), seen.version());
    }

    /**
     * Removes a document without clauses that nothing leads to.
     *
     * @return false when something does; then it is to be ended
     * @throws StaleRecordException when somebody changed it meanwhile
     */
    public boolean remove(Document seen, Tasks.Act act) {
        return database.write(transaction -> {
            if (writer.documentUsed(transaction, seen.id()) > 0) {
                return false;
            }
            if (!writer.change(transaction, seen)) {
                throw stale(seen);
            }
            writer.removeDocument(transaction, seen.id());
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), seen.code(), "")
                            .changing(ProgrammeFacts.of(seen).json(), ""));
            return true;
        });
    }

    /**
     * Adds a clause.
     *
     * @return false when its document has one of that code
     */
    public boolean add(Document document, Clause clause, Tasks.Act act) {
        return database.write(transaction -> {
            if (rows.clauses(transaction, document.id()).stream()
                    .anyMatch(one -> one.code().equals(clause.code()))) {
                return false;
            }
            writer.add(transaction, clause);
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), key(document, clause), "")
                            .changing("", ProgrammeFacts.of(clause).json()));
            return true;
        });
    }

    private static String key(Document document, Clause clause) {
        return document.code() + ":" + clause.code();
    }

    /** @throws StaleRecordException when somebody changed it meanwhile */
    public void change(Document document, Clause seen, Clause next, Tasks.Act act) {
        Facts was = ProgrammeFacts.of(seen);
        Facts is = ProgrammeFacts.of(next);
        database.write(transaction -> {
            if (!writer.change(transaction, next)) {
                throw stale(seen);
            }
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), key(document, seen), "").changing(was.unlike(is), is.unlike(was)));
            return next;
        });
    }

    private static StaleRecordException stale(Clause seen) {
        return new StaleRecordException("clause " + seen.code(), seen.version());
    }

    /**
     * Removes a clause that nothing leads to.
     *
     * @return false when a task, a plan or a point of it does; then it is to be ended
     * @throws StaleRecordException when somebody changed it meanwhile
     */
    public boolean remove(Document document, Clause seen, Tasks.Act act) {
        return database.write(transaction -> {
            if (writer.clauseUsed(transaction, seen.id()) > 0) {
                return false;
            }
            if (!writer.change(transaction, seen)) {
                throw stale(seen);
            }
            writer.removeClause(transaction, seen.id());
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), key(document, seen), "")
                            .changing(ProgrammeFacts.of(seen).json(), ""));
            return true;
        });
    }
}
