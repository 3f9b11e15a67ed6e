package vn.kientao.reform.procedures.store.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.procedures.store.dossier.WordIndex;

/**
 * The personal data of applicants in {@code procedures.dossier}. What is taken out is replaced by words that are no telephone
 * number, so that nobody can follow the dossier by a guessed one.
 */
public final class PersonalDossiers {
    /** Stands where something was taken out. */
    public static final String ERASED = "(đã xoá)";

    private static final String COLUMNS = """
            SELECT id, code, running, applicant_kind, applicant_name, applicant_id_number, applicant_address,
                   applicant_phone, applicant_email, owner_name, owner_address, handed_to, content, procedure_code,
                   procedure_name, received_at, finished_at
              FROM procedures.dossier
            """;
    /** Each of the three by its own index. */
    private static final String OF_SUBJECT = """
             WHERE id IN (SELECT id FROM procedures.dossier
                           WHERE agency_code = :agency AND applicant_id_number = :idNumber
                          UNION
                          SELECT id FROM procedures.dossier
                           WHERE agency_code = :agency AND applicant_phone = :phone
                          UNION
                          SELECT id FROM procedures.dossier
                           WHERE agency_code = :agency AND applicant_name = :name)
             ORDER BY received_at DESC, id DESC
             FETCH FIRST :most ROWS ONLY
            """;

    private static final String FIND = COLUMNS + OF_SUBJECT;
    private static final String IDS = "SELECT id FROM procedures.dossier" + OF_SUBJECT;

    private static final String ONE = COLUMNS + " WHERE agency_code = :agency AND code = :code";

    /** Names of fields as in exports and corrections → columns, in the order of the page. */
    private static final Map<String, String> FIELDS = fields();

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "applicant_name");
        fields.put("idNumber", "applicant_id_number");
        fields.put("address", "applicant_address");
        fields.put("phone", "applicant_phone");
        fields.put("email", "applicant_email");
        fields.put("ownerName", "owner_name");
        fields.put("ownerAddress", "owner_address");
        fields.put("handedTo", "handed_to");
        fields.put("content", "content");
        return fields;
    }

    /** A dossier as far as it is about a person. */
    public record PersonalDossier(
            long id,
            String code,
            boolean running,
            String procedureCode,
            String procedure,
            LocalDateTime receivedAt,
            Map<String, String> values) {
        public PersonalDossier {
            values = Map.copyOf(values);
        }

        public String value(String field) {
            return values.getOrDefault(field, "");
        }
    }

    private final WordIndex words = new WordIndex();

    /** Names of the fields, in the order of the page. */
    public static List<String> names() {
        return List.copyOf(FIELDS.keySet());
    }

    public List<PersonalDossier> find(Handle handle, String agency, DataSubject subject, int most) {
        return of(handle.createQuery(FIND), agency, subject, most)
                .map((row, context) -> dossier(row))
                .list();
    }

    /** Ids of the dossiers that may be the person's. */
    static List<Long> idsOf(Handle handle, String agency, DataSubject subject, int most) {
        return of(handle.createQuery(IDS), agency, subject, most)
                .mapTo(Long.class)
                .list();
    }

    private static Query of(Query query, String agency, DataSubject subject, int most) {
        return query.bind("agency", agency)
                .bind("idNumber", Subjects.known(subject.idNumber()))
                .bind("phone", Subjects.known(subject.phone()))
                .bind("name", Subjects.known(subject.name()))
                .bind("most", most);
    }

    public Optional<PersonalDossier> one(Handle handle, String agency, String code) {
        return handle.createQuery(ONE)
                .bind("agency", agency)
                .bind("code", code)
                .map((row, context) -> dossier(row))
                .findOne();
    }

    /** Writes new values, and the words by which the dossier is found; the dossier's course stays as it is. */
    public void change(Handle transaction, PersonalDossier dossier, Map<String, String> changes) {
        Map<String, String> values = new LinkedHashMap<>(dossier.values());
        values.putAll(changes);
        words.forget(transaction, List.of(dossier.id()));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String column = FIELDS.get(change.getKey());
            if (column == null) {
                throw new IllegalArgumentException("field " + change.getKey() + " (expected: one of " + names() + ")");
            }
            transaction.execute(
                    "UPDATE procedures.dossier SET " + column + " = ? WHERE id = ?", change.getValue(), dossier.id());
        }
        transaction.execute(
                "UPDATE procedures.dossier SET search_text = ? WHERE id = ?",
                searchText(dossier, values),
                dossier.id());
        words.remember(transaction, List.of(dossier.id()));
    }

    /** Makes the address of the receipt's QR code lead nowhere. */
    public void closeTracking(Handle transaction, PersonalDossier dossier, String key) {
        transaction.execute("UPDATE procedures.dossier SET tracking_key = ? WHERE id = ?", key, dossier.id());
    }

    private static String searchText(PersonalDossier dossier, Map<String, String> values) {
        return Stream.of(
                        dossier.code(),
                        values.getOrDefault("name", ""),
                        values.getOrDefault("phone", ""),
                        values.getOrDefault("idNumber", ""),
                        values.getOrDefault("ownerName", ""),
                        dossier.procedureCode(),
                        dossier.procedure(),
                        values.getOrDefault("content", ""))
                .filter(text -> !text.isEmpty() && !text.equals(ERASED))
                .map(Folding::fold)
                .collect(Collectors.joining(" | "));
    }

    private static PersonalDossier dossier(ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
            Optional.ofNullable(row.getString(field.getValue())).ifPresent(value -> values.put(field.getKey(), value));
        }
        return new PersonalDossier(
                row.getLong("id"),
                row.getString("code"),
                row.getBoolean("running"),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                row.getObject("received_at", LocalDateTime.class),
                values);
    }
}
