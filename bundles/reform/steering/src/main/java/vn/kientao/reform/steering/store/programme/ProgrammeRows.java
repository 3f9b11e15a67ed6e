package vn.kientao.reform.steering.store.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;

/** Reads {@code steering.area}, {@code steering.document} and {@code steering.clause}. */
public final class ProgrammeRows {
    private static final String AREAS = """
            SELECT code, name_vi, name_en, lead_agency, legal_basis
              FROM steering.area
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY position
            """;
    private static final String DOCUMENTS = """
            SELECT id, version, code, kind, symbol, issued_on, issuer, title, note
              FROM steering.document
            """;
    private static final String CLAUSES = """
            SELECT id, document_id, code, area, summary, summary_en
              FROM steering.clause
            """;

    /** The areas valid on a day, in their order. */
    public List<Area> areas(Handle handle, LocalDate day) {
        return handle.createQuery(AREAS)
                .bind("day", day)
                .map((row, context) -> new Area(
                        row.getString("code"),
                        new LocalText(row.getString("name_vi"), row.getString("name_en")),
                        Optional.ofNullable(row.getString("lead_agency")),
                        row.getString("legal_basis")))
                .list();
    }

    public List<Document> documents(Handle handle) {
        return handle.createQuery(DOCUMENTS + " ORDER BY id FETCH FIRST 500 ROWS ONLY")
                .map((row, context) -> document(row))
                .list();
    }

    public Optional<Document> document(Handle handle, String code) {
        return handle.createQuery(DOCUMENTS + " WHERE code = ?")
                .bind(0, code)
                .map((row, context) -> document(row))
                .findOne();
    }

    public Optional<Document> document(Handle handle, long id) {
        return handle.createQuery(DOCUMENTS + " WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> document(row))
                .findOne();
    }

    /** The clauses of a document in their order. */
    public List<Clause> clauses(Handle handle, long document) {
        return handle.createQuery(CLAUSES + " WHERE document_id = ? ORDER BY position")
                .bind(0, document)
                .map((row, context) -> clause(row))
                .list();
    }

    public Optional<Clause> clause(Handle handle, long id) {
        return handle.createQuery(CLAUSES + " WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> clause(row))
                .findOne();
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("kind"),
                row.getString("symbol"),
                Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
                row.getString("issuer"),
                row.getString("title"),
                row.getString("note"));
    }

    private static Clause clause(ResultSet row) throws SQLException {
        return new Clause(
                row.getLong("id"),
                row.getLong("document_id"),
                row.getString("code"),
                row.getString("area"),
                new LocalText(row.getString("summary"), row.getString("summary_en")));
    }
}
