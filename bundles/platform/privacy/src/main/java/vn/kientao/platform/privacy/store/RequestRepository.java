package vn.kientao.platform.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.privacy.domain.Decision;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RequestQuery;
import vn.kientao.platform.privacy.domain.RequestRow;
import vn.kientao.platform.privacy.domain.RequestState;
import vn.kientao.platform.privacy.domain.RequestStep;
import vn.kientao.platform.privacy.domain.SubjectRequest;

/** Reads requests, from {@code privacy.request} and its two lists. */
public final class RequestRepository {
    private final RuleRepository rules = new RuleRepository();

    public Optional<SubjectRequest> find(Handle handle, String code) {
        return handle.createQuery("""
                SELECT id, version, agency_code, code, kind, state, person_name, id_number, phone, email, words, at_desk,
                       received_at, reply_by, due_at, rule_id, extended, identity_how, decision, reason, answer,
                       answered_at
                  FROM privacy.request
                 WHERE code = ?
                """)
                .bind(0, code)
                .map((row, context) -> request(handle, row))
                .findOne();
    }

    /** The code of the request that was made with this key. */
    public Optional<String> codeByOnceKey(Handle handle, String key) {
        return handle.createQuery("SELECT code FROM privacy.request WHERE once_key = ?")
                .bind(0, key)
                .mapTo(String.class)
                .findOne();
    }

    /** A page of an agency's requests, from the one behind {@code after} on. */
    public List<RequestRow> list(Handle handle, RequestQuery query, Optional<Long> after, int most) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("agency_code = :agency"));
        values.put("agency", query.agency());
        if (query.open()) {
            conditions.add("open = TRUE");
        }
        query.kind().ifPresent(kind -> {
            conditions.add("kind = :kind");
            values.put("kind", kind.name());
        });
        query.code().ifPresent(code -> {
            conditions.add("code = :code");
            values.put("code", code);
        });
        query.lateAt().ifPresent(moment -> {
            conditions.add("due_at < :late");
            values.put("late", moment);
        });
        after.ifPresent(id -> {
            values.put("after", id);
            if (query.open()) {
                conditions.add("(due_at > :due OR (due_at = :due AND id > :after))");
                values.put("due", due(handle, id));
            } else {
                conditions.add("id < :after");
            }
        });
        return handle.createQuery("""
                SELECT id, code, kind, state, person_name, received_at, due_at, answered_at
                  FROM privacy.request
                 WHERE\s""" + String.join(" AND ", conditions)
                        + (query.open()
                                ? " ORDER BY agency_code, open, due_at, id"
                                : " ORDER BY agency_code DESC, id DESC")
                        + " FETCH FIRST :most ROWS ONLY")
                .bindMap(values)
                .bind("most", most)
                .map((row, context) -> new RequestRow(
                        row.getLong("id"),
                        row.getString("code"),
                        RequestKind.valueOf(row.getString("kind")),
                        RequestState.valueOf(row.getString("state")),
                        row.getString("person_name"),
                        row.getObject("received_at", LocalDateTime.class),
                        row.getObject("due_at", LocalDateTime.class),
                        Optional.ofNullable(row.getObject("answered_at", LocalDateTime.class))))
                .list();
    }

    private static LocalDateTime due(Handle handle, long id) {
        return handle.createQuery("SELECT due_at FROM privacy.request WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> row.getObject("due_at", LocalDateTime.class))
                .findOne()
                .orElse(LocalDateTime.of(9999, 1, 1, 0, 0));
    }

    private SubjectRequest request(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new SubjectRequest(
                id,
                row.getLong("version"),
                row.getString("agency_code"),
                row.getString("code"),
                RequestKind.valueOf(row.getString("kind")),
                RequestState.valueOf(row.getString("state")),
                new DataSubject(
                        row.getString("person_name"),
                        row.getString("id_number"),
                        row.getString("phone"),
                        row.getString("email")),
                row.getString("words"),
                row.getBoolean("at_desk"),
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("reply_by", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                rules.byId(handle, row.getLong("rule_id")),
                row.getBoolean("extended"),
                row.getString("identity_how"),
                Decision.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("answered_at", LocalDateTime.class)),
                events(handle, id),
                treated(handle, id));
    }

    private static List<SubjectRequest.Event> events(Handle handle, long id) {
        return handle.createQuery("""
                SELECT version, at, step, account, note
                  FROM privacy.request_event
                 WHERE request_id = ?
                 ORDER BY version
                """)
                .bind(0, id)
                .map((row, context) -> new SubjectRequest.Event(
                        row.getLong("version"),
                        row.getObject("at", LocalDateTime.class),
                        RequestStep.valueOf(row.getString("step")),
                        row.getString("account"),
                        row.getString("note")))
                .list();
    }

    private static List<SubjectRequest.Treated> treated(Handle handle, long id) {
        return handle.createQuery("""
                SELECT source, record_id, title, outcome, why
                  FROM privacy.request_record
                 WHERE request_id = ?
                 ORDER BY source, record_id
                """)
                .bind(0, id)
                .map((row, context) -> new SubjectRequest.Treated(
                        row.getString("source"),
                        row.getString("record_id"),
                        row.getString("title"),
                        Treatment.Outcome.valueOf(row.getString("outcome")),
                        row.getString("why")))
                .list();
    }
}
