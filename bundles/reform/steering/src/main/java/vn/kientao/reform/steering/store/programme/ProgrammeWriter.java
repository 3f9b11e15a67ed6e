package vn.kientao.reform.steering.store.programme;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;

/** Writes {@code steering.document}, {@code steering.clause} and who helps. */
public final class ProgrammeWriter {
    private static final String ADD_DOCUMENT = """
            INSERT INTO steering.document (
                   version, code, kind, symbol, issued_on, issuer, title, note, valid_from, valid_to, replaced_by)
            VALUES (1, :code, :kind, :symbol, :issued, :issuer, :title, :note, :from, :to, :replaced)
            """;
    private static final String CHANGE_DOCUMENT = """
            UPDATE steering.document
               SET version = version + 1, kind = :kind, symbol = :symbol, issued_on = :issued, issuer = :issuer, title = :title,
                   note = :note, valid_from = :from, valid_to = :to, replaced_by = :replaced
             WHERE id = :id AND version = :version
            """;
    private static final String DOCUMENT_USED = """
            SELECT (SELECT COUNT(*) FROM steering.clause WHERE document_id = :id)
                 + (SELECT COUNT(*) FROM steering.task WHERE document_id = :id)
                 + (SELECT COUNT(*) FROM steering.document WHERE replaced_by = :id) AS used
            """;
    private static final String ADD_CLAUSE = """
            INSERT INTO steering.clause (
                   document_id, version, code, position, area, summary, summary_en, parent_id, lead_agency, due, valid_to)
            VALUES (:document, 1, :code, :position, :area, :vi, :en, :parent, :lead, :due, :to)
            """;
    private static final String CHANGE_CLAUSE = """
            UPDATE steering.clause
               SET version = version + 1, position = :position, area = :area, summary = :vi, summary_en = :en,
                   parent_id = :parent, lead_agency = :lead, due = :due, valid_to = :to
             WHERE id = :id AND version = :version
            """;
    private static final String CLAUSE_USED = """
            SELECT (SELECT COUNT(*) FROM steering.task WHERE clause_id = :id)
                 + (SELECT COUNT(*) FROM steering.plan_item WHERE clause_id = :id)
                 + (SELECT COUNT(*) FROM steering.clause WHERE parent_id = :id) AS used
            """;

    /** Adds a document as its first version. */
    public void add(Handle transaction, Document document) {
        bind(transaction.createUpdate(ADD_DOCUMENT).bind("code", document.code()), document)
                .execute();
    }

    /** Writes a document in place of the version that it carries; its code stays. False when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Document document) {
        return bind(transaction.createUpdate(CHANGE_DOCUMENT), document)
                        .bind("id", document.id())
                        .bind("version", document.version())
                        .execute()
                == 1;
    }

    private static Update bind(Update update, Document document) {
        return update.bind("kind", document.kind())
                .bind("symbol", document.symbol())
                .bind("issued", document.issuedOn().orElse(null))
                .bind("issuer", document.issuer())
                .bind("title", document.title())
                .bind("note", document.note())
                .bind("from", document.validFrom().orElse(null))
                .bind("to", document.validTo().orElse(null))
                .bind("replaced", document.replacedBy().orElse(null));
    }

    /** How many clauses, tasks and documents lead to it. */
    public long documentUsed(Handle handle, long id) {
        return used(handle, DOCUMENT_USED, id);
    }

    /** Removes a document that nothing leads to. */
    public void removeDocument(Handle transaction, long id) {
        transaction.execute("DELETE FROM steering.document WHERE id = ?", id);
    }

    /** Adds a clause as its first version. */
    public void add(Handle transaction, Clause clause) {
        long id = bind(transaction.createUpdate(ADD_CLAUSE), clause)
                .bind("document", clause.document())
                .bind("code", clause.code())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        helpers(transaction, id, clause);
    }

    /** Writes a clause in place of the version that it carries; its code stays. False when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Clause clause) {
        int changed = bind(transaction.createUpdate(CHANGE_CLAUSE), clause)
                .bind("id", clause.id())
                .bind("version", clause.version())
                .execute();
        if (changed == 1) {
            transaction.execute("DELETE FROM steering.clause_agency WHERE clause_id = ?", clause.id());
            helpers(transaction, clause.id(), clause);
        }
        return changed == 1;
    }

    private static Update bind(Update update, Clause clause) {
        return update.bind("position", clause.position())
                .bind("area", clause.area())
                .bind("vi", clause.summary().vi())
                .bind("en", clause.summary().en())
                .bind("parent", clause.parent().orElse(null))
                .bind("lead", clause.lead().orElse(null))
                .bind("due", clause.due().orElse(null))
                .bind("to", clause.validTo().orElse(null));
    }

    private static void helpers(Handle transaction, long id, Clause clause) {
        clause.cooperating()
                .forEach(agency -> transaction.execute(
                        "INSERT INTO steering.clause_agency (clause_id, agency_code) VALUES (?, ?)", id, agency));
    }

    /** How many tasks, lines of plans and points lead to it. */
    public long clauseUsed(Handle handle, long id) {
        return used(handle, CLAUSE_USED, id);
    }

    private static long used(Handle handle, String query, long id) {
        return handle.createQuery(query)
                .bind("id", id)
                .map((row, context) -> row.getLong("used"))
                .one();
    }

    /** Removes a clause that nothing leads to. */
    public void removeClause(Handle transaction, long id) {
        transaction.execute("DELETE FROM steering.clause_agency WHERE clause_id = ?", id);
        transaction.execute("DELETE FROM steering.clause WHERE id = ?", id);
    }
}
