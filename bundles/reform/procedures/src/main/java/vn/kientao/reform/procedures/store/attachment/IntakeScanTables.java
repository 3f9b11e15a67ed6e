package vn.kientao.reform.procedures.store.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.kientao.reform.procedures.domain.attachment.FileKind;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;

/** Reads and writes {@code procedures.intake_scan}. */
public final class IntakeScanTables {
    private static final String OF_FORM = " WHERE agency_code = :agency AND account = :account AND form = :form";
    private static final String ALL = "SELECT id, field, file_name, kind, byte_count, sha256, added_at"
            + " FROM procedures.intake_scan" + OF_FORM + " ORDER BY id";
    private static final String CONTENT = "SELECT content FROM procedures.intake_scan" + OF_FORM + " AND id = :id";
    private static final String INSERT = """
            INSERT INTO procedures.intake_scan (
                   agency_code, account, form, field, file_name, kind, byte_count, sha256, added_at, content)
            VALUES (:agency, :account, :form, :field, :name, :kind, :size, :sha256, :at, :content)
            """;
    private static final String FORM =
            "SELECT form FROM procedures.intake_scan WHERE agency_code = ? AND account = ? AND id = ?";
    private static final String REMOVE = "DELETE FROM procedures.intake_scan" + OF_FORM + " AND id = :id";
    private static final String CLEAR = "DELETE FROM procedures.intake_scan" + OF_FORM;

    /** The form's scans in the order in which they came. */
    public List<IntakeScan> all(Handle handle, IntakeKey key) {
        return of(handle.createQuery(ALL), key).map((row, context) -> scan(row)).list();
    }

    /** The account's form that has a scan; empty when there is none. */
    public Optional<IntakeKey> form(Handle handle, String agency, String account, long id) {
        return handle.createQuery(FORM)
                .bind(0, agency)
                .bind(1, account)
                .bind(2, id)
                .map((row, context) -> new IntakeKey(agency, account, row.getString("form")))
                .findOne();
    }

    /** @throws IllegalStateException when the form has no such scan */
    public byte[] content(Handle handle, IntakeKey key, long id) {
        return of(handle.createQuery(CONTENT), key)
                .bind("id", id)
                .map((row, context) -> row.getBytes("content"))
                .one();
    }

    public void add(Handle handle, IntakeKey key, IntakeScan scan, byte[] content) {
        of(handle.createUpdate(INSERT), key)
                .bind("field", scan.field())
                .bind("name", scan.name())
                .bind("kind", scan.kind().name())
                .bind("size", scan.size())
                .bind("sha256", scan.sha256())
                .bind("at", scan.at())
                .bind("content", content)
                .execute();
    }

    /** @return false when the form has no such scan */
    public boolean remove(Handle handle, IntakeKey key, long id) {
        return of(handle.createUpdate(REMOVE), key).bind("id", id).execute() == 1;
    }

    public void clear(Handle handle, IntakeKey key) {
        of(handle.createUpdate(CLEAR), key).execute();
    }

    /** How many were thrown away. */
    public int deleteAddedBefore(Handle handle, LocalDateTime oldest) {
        return handle.execute("DELETE FROM procedures.intake_scan WHERE added_at < ?", oldest);
    }

    private static <S extends SqlStatement<S>> S of(S statement, IntakeKey key) {
        return statement
                .bind("agency", key.agency())
                .bind("account", key.account())
                .bind("form", key.form());
    }

    private static IntakeScan scan(ResultSet row) throws SQLException {
        return new IntakeScan(
                row.getLong("id"),
                row.getString("field"),
                row.getString("file_name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("byte_count"),
                row.getString("sha256"),
                row.getObject("added_at", LocalDateTime.class));
    }
}
