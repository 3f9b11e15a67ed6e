package vn.kientao.reform.steering.store.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;

/** Reads {@code steering.area}, {@code steering.document}, {@code steering.clause} and who helps. */
public final class ProgrammeRows {
    private static final String AREAS = """
            SELECT code, name_vi, name_en, lead_agency, legal_basis
              FROM steering.area
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY position
            """;
    private static final String DOCUMENTS = """
            SELECT id, version, code, kind, symbol, issued_on, issuer, title, note, valid_from, valid_to, replaced_by
              FROM steering.document
            """;
    private static final String CLAUSES = """
            SELECT id, version, document_id, code, position, area, summary, summary_en, parent_id, lead_agency, due, valid_to
              FROM steering.clause
            """;
    private static final String HELPERS_OF_DOCUMENT = """
            SELECT a.clause_id, a.agency_code
              FROM steering.clause_agency a JOIN steering.clause c ON c.id = a.clause_id
             WHERE c.document_id = ?
            """;
    private static final String HELPERS_OF_CLAUSE =
            "SELECT clause_id, agency_code FROM steering.clause_agency WHERE clause_id = ?";

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
        Map<Long, Set<String>> helpers = helpers(handle, HELPERS_OF_DOCUMENT, document);
        return handle.createQuery(CLAUSES + " WHERE document_id = ? ORDER BY position, id")
                .bind(0, document)
                .map((row, context) -> clause(row, helpers))
                .list();
    }

    public Optional<Clause> clause(Handle handle, long id) {
        Map<Long, Set<String>> helpers = helpers(handle, HELPERS_OF_CLAUSE, id);
        return handle.createQuery(CLAUSES + " WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> clause(row, helpers))
                .findOne();
    }

    private static Map<Long, Set<String>> helpers(Handle handle, String query, long of) {
        Map<Long, Set<String>> helpers = new HashMap<>();
        handle.createQuery(query)
                .bind(0, of)
                .map((row, context) -> Map.entry(row.getLong("clause_id"), row.getString("agency_code")))
                .forEach(entry -> helpers.computeIfAbsent(entry.getKey(), any -> new HashSet<>())
                        .add(entry.getValue()));
        return helpers;
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
                row.getString("note"),
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                id(row, "replaced_by"));
    }

    private static Clause clause(ResultSet row, Map<Long, Set<String>> helpers) throws SQLException {
        return new Clause(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("document_id"),
                row.getString("code"),
                row.getInt("position"),
                row.getString("area"),
                new LocalText(row.getString("summary"), row.getString("summary_en")),
                id(row, "parent_id"),
                Optional.ofNullable(row.getString("lead_agency")),
                helpers.getOrDefault(row.getLong("id"), Set.of()),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }
}
