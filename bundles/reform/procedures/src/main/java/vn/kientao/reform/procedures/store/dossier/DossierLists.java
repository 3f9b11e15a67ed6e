package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** Lists an agency's dossiers: one statement a page, which reads from the index just the rows of the page. */
public final class DossierLists {
    static final String PAGE = """
            SELECT list_key, unit_id, received_on, day_number, procedure_name, field, applicant_name, applicant_phone,
                   received_at, due_at, finished_at, status, place, paused
              FROM procedures.dossier
             WHERE agency_code = :agency
               AND running = :running
               AND list_key BETWEEN :first AND :last
               <filters>
             ORDER BY <order>
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String COUNT = """
            SELECT COUNT(*) AS dossiers
              FROM (SELECT list_key
                      FROM procedures.dossier
                     WHERE agency_code = :agency
                       AND running = :running
                       AND list_key BETWEEN :first AND :last
                       <filters>
                     FETCH FIRST :size ROWS ONLY) AS counted
            """;
    /** Those of a person, by the two indexes of the numbers that people give. */
    private static final String OF_NUMBER = """
             AND id IN (SELECT id FROM procedures.dossier
                         WHERE agency_code = :agency AND applicant_id_number = :number
                         UNION
                        SELECT id FROM procedures.dossier
                         WHERE agency_code = :agency AND applicant_phone = :number)
            """;

    private static final String FIELDS = """
            SELECT field
              FROM procedures.dossier_field
             WHERE agency_code = ? AND field <> ''
             ORDER BY field
            """;

    private final WordLists words = new WordLists();

    public List<DossierRow> page(Handle handle, ListQuery query, int size) {
        if (query.byWords()) {
            return words.page(handle, query, size);
        }
        return prepared(handle, PAGE, query, size)
                .map((row, context) -> row(row))
                .list();
    }

    /** How many there are, counted no further than {@code most}. */
    public int count(Handle handle, ListQuery query, int most) {
        if (query.byWords()) {
            return words.page(handle, query, most).size();
        }
        return prepared(handle, COUNT, query, most)
                .map((row, context) -> row.getInt("dossiers"))
                .one();
    }

    /** The fields that the agency's dossiers have. */
    public List<String> fields(Handle handle, String agency) {
        return handle.createQuery(FIELDS)
                .bind(0, agency)
                .map((row, context) -> row.getString("field"))
                .list();
    }

    static Query prepared(Handle handle, String sql, ListQuery query, int size) {
        return bound(handle.createQuery(sql).define("order", order(query)), query, size);
    }

    /** Binds everything of the query but its words. */
    static Query bound(Query prepared, ListQuery query, int size) {
        prepared.define("filters", filters(query))
                .bind("agency", query.agency())
                .bind("running", query.running())
                .bind("first", query.firstKey())
                .bind("last", query.lastKey())
                .bind("size", size);
        query.status().ifPresent(status -> prepared.bind("status", status.number()));
        query.field().ifPresent(field -> prepared.bind("field", field));
        query.assignee().ifPresent(account -> prepared.bind("assignee", account));
        query.code().ifPresent(code -> prepared.bind("code", code.toString()));
        query.number().ifPresent(number -> prepared.bind("number", number));
        query.part().ifPresent(part -> prepared.bind("part", "%" + escaped(part) + "%"));
        if (!query.running()) {
            query.dueFrom().ifPresent(from -> prepared.bind("dueFrom", from));
            query.dueBefore().ifPresent(before -> prepared.bind("dueBefore", before));
        }
        return prepared;
    }

    private static String filters(ListQuery query) {
        StringBuilder filters = new StringBuilder();
        query.status().ifPresent(status -> filters.append(" AND status = :status"));
        query.field().ifPresent(field -> filters.append(" AND field = :field"));
        query.assignee().ifPresent(account -> filters.append(" AND assignee = :assignee"));
        if (query.unrouted()) {
            filters.append(" AND routed = FALSE");
        }
        query.code().ifPresent(code -> filters.append(" AND code = :code"));
        query.number().ifPresent(number -> filters.append(OF_NUMBER));
        query.part().ifPresent(part -> filters.append(" AND search_text LIKE :part ESCAPE '!'"));
        if (!query.running()) {
            query.dueFrom().ifPresent(from -> filters.append(" AND due_at >= :dueFrom"));
            query.dueBefore().ifPresent(before -> filters.append(" AND due_at < :dueBefore"));
        }
        return filters.toString();
    }

    /** Equality columns first: H2 only then takes the order from the index. */
    private static String order(ListQuery query) {
        if (query.code().isPresent()) {
            return "code";
        }
        if (query.number().isPresent()) {
            return "list_key";
        }
        if (query.assignee().isPresent()) {
            return "agency_code, assignee, running, list_key";
        }
        if (query.unrouted()) {
            return "agency_code, routed, running, list_key";
        }
        if (query.status().isPresent()) {
            return "agency_code, status, list_key";
        }
        return query.field().isPresent() ? "agency_code, running, field, list_key" : "agency_code, running, list_key";
    }

    /** As a part of a pattern in which ! escapes. */
    static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static DossierRow row(ResultSet row) throws SQLException {
        return new DossierRow(
                row.getLong("list_key"),
                new DossierCode(
                        row.getString("unit_id"),
                        row.getObject("received_on", LocalDate.class),
                        row.getInt("day_number")),
                row.getString("procedure_name"),
                row.getString("field"),
                row.getString("applicant_name"),
                row.getString("applicant_phone"),
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                Optional.ofNullable(row.getObject("finished_at", LocalDateTime.class)),
                DossierStatus.of(row.getInt("status")),
                row.getString("place"),
                row.getBoolean("paused"));
    }
}
