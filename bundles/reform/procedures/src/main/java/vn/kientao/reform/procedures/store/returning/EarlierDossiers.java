package vn.kientao.reform.procedures.store.returning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.returning.Earlier;

/** Reads what an agency's dossiers hold of one applicant: two statements, each over an index. */
public final class EarlierDossiers {
    /** So many dossiers of a person are looked at, the newest first. */
    private static final int MOST = 20;

    private static final String HEADS = """
            SELECT id, code, received_on, applicant_kind, applicant_name, applicant_id_number, applicant_address,
                   applicant_phone, applicant_email
              FROM procedures.dossier
             WHERE agency_code = :agency AND <column> = :number
             ORDER BY id DESC
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String PAPERS = """
            SELECT p.name, d.code, d.received_on, p.valid_to
              FROM procedures.dossier_paper p
              JOIN procedures.dossier d ON d.id = p.dossier_id
             WHERE p.dossier_id IN (<ids>) AND p.received = TRUE AND p.digital = 1
                   AND (p.valid_to IS NULL OR p.valid_to >= :today)
             ORDER BY p.dossier_id DESC, p.place
            """;

    /** Whoever has exactly this id number. */
    public Earlier byIdNumber(Handle handle, String agency, String number, LocalDate today) {
        return earlier(handle, agency, "applicant_id_number", number, today);
    }

    /** Whoever has exactly this phone number. */
    public Earlier byPhone(Handle handle, String agency, String number, LocalDate today) {
        return earlier(handle, agency, "applicant_phone", number, today);
    }

    private static Earlier earlier(Handle handle, String agency, String column, String number, LocalDate today) {
        Map<String, Earlier.Value> values = new LinkedHashMap<>();
        List<Long> ids = new ArrayList<>();
        handle.createQuery(HEADS)
                .define("column", column)
                .bind("agency", agency)
                .bind("number", number)
                .bind("most", MOST)
                .map((row, context) -> {
                    ids.add(row.getLong("id"));
                    return read(row, values);
                })
                .list();
        return ids.isEmpty() ? Earlier.NOTHING : new Earlier(List.copyOf(values.values()), papers(handle, ids, today));
    }

    private static boolean read(ResultSet row, Map<String, Earlier.Value> values) throws SQLException {
        String kind = row.getString("applicant_kind").toLowerCase(Locale.ROOT).replace('_', '-');
        value(row, values, "kind", kind);
        value(row, values, "name", row.getString("applicant_name"));
        value(row, values, "idNumber", row.getString("applicant_id_number"));
        value(row, values, "address", row.getString("applicant_address"));
        value(row, values, "phone", row.getString("applicant_phone"));
        value(row, values, "email", row.getString("applicant_email"));
        return true;
    }

    private static void value(ResultSet row, Map<String, Earlier.Value> values, String field, String value)
            throws SQLException {
        if (!value.isBlank()) {
            values.putIfAbsent(
                    field,
                    new Earlier.Value(
                            field, value, row.getString("code"), row.getObject("received_on", LocalDate.class)));
        }
    }

    private static List<Earlier.Paper> papers(Handle handle, List<Long> ids, LocalDate today) {
        return handle.createQuery(PAPERS)
                .bindList("ids", ids)
                .bind("today", today)
                .map((row, context) -> new Earlier.Paper(
                        row.getString("name"),
                        row.getString("code"),
                        row.getObject("received_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class))))
                .list();
    }
}
