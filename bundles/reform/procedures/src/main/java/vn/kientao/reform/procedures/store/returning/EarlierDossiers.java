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
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.returning.Earlier;

/** Reads what an agency's dossiers hold of one applicant: three statements, each over an index. */
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

    private static final String RESULTS = """
            SELECT code, procedure_name, result_number, result_summary, result_signed_on
              FROM procedures.dossier
             WHERE id IN (<ids>) AND status IN (<settled>) AND negative = FALSE AND result_number IS NOT NULL
             ORDER BY result_signed_on DESC, id DESC
            """;
    private static final List<Integer> SETTLED =
            List.of(DossierStatus.FINISHED.number(), DossierStatus.HANDED_OVER.number());

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
        return ids.isEmpty()
                ? Earlier.NOTHING
                : new Earlier(List.copyOf(values.values()), papers(handle, ids, today), results(handle, ids));
    }

    private static List<Earlier.Result> results(Handle handle, List<Long> ids) {
        return handle.createQuery(RESULTS)
                .bindList("ids", ids)
                .bindList("settled", SETTLED)
                .map((row, context) -> new Earlier.Result(
                        row.getString("result_number"),
                        row.getString("result_summary").isBlank()
                                ? row.getString("procedure_name")
                                : row.getString("result_summary"),
                        row.getString("code"),
                        row.getObject("result_signed_on", LocalDate.class)))
                .list();
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
