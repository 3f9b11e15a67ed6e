package vn.kientao.platform.privacy.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.privacy.domain.SubjectRequest;

/** Keeps requests and what was done with them. */
public final class RequestWriter {
    private static final String ERASED = "(đã xoá)";

    /** Keeps a new request with its first event. */
    public void insert(Handle transaction, SubjectRequest request, Optional<String> onceKey) {
        long id = transaction
                .createUpdate("""
                        INSERT INTO privacy.request (version, agency_code, code, once_key, kind, state, open, person_name,
                                                     id_number, phone, email, words, at_desk, received_at, reply_by, due_at,
                                                     rule_id, extended, identity_how, decision, reason, answer)
                        VALUES (1, :agency, :code, :once, :kind, :state, TRUE, :name,
                                :idNumber, :phone, :email, :words, :atDesk, :receivedAt, :replyBy, :dueAt,
                                :rule, FALSE, '', :decision, '', '')
                        """)
                .bind("agency", request.agency())
                .bind("code", request.code())
                .bind("once", onceKey.orElse(null))
                .bind("kind", request.kind().name())
                .bind("state", request.state().name())
                .bind("name", request.subject().name())
                .bind("idNumber", request.subject().idNumber())
                .bind("phone", request.subject().phone())
                .bind("email", request.subject().email())
                .bind("words", request.words())
                .bind("atDesk", request.atDesk())
                .bind("receivedAt", request.receivedAt())
                .bind("replyBy", request.replyBy())
                .bind("dueAt", request.dueAt())
                .bind("rule", request.rule().id())
                .bind("decision", request.decision().name())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        request.events().forEach(event -> add(transaction, id, event));
    }

    /**
     * Writes the request as it stands after a step.
     *
     * @param was as it was read
     * @param is with the next version and the step's event at its end
     * @throws StaleRecordException when somebody was faster
     */
    public void change(Handle transaction, SubjectRequest was, SubjectRequest is) {
        int changed = transaction
                .createUpdate("""
                        UPDATE privacy.request
                           SET version = :next, state = :state, open = :open, due_at = :dueAt, extended = :extended,
                               identity_how = :identityHow, decision = :decision, reason = :reason, answer = :answer,
                               answered_at = :answeredAt
                         WHERE id = :id AND version = :version
                        """)
                .bind("next", is.version())
                .bind("state", is.state().name())
                .bind("open", is.state().open())
                .bind("dueAt", is.dueAt())
                .bind("extended", is.extended())
                .bind("identityHow", is.identityHow())
                .bind("decision", is.decision().name())
                .bind("reason", is.reason())
                .bind("answer", is.answer())
                .bind("answeredAt", is.answeredAt().orElse(null))
                .bind("id", was.id())
                .bind("version", was.version())
                .execute();
        if (changed == 0) {
            throw new StaleRecordException("request " + was.code(), was.version());
        }
        is.since(was.version()).forEach(event -> add(transaction, was.id(), event));
    }

    private static void add(Handle transaction, long id, SubjectRequest.Event event) {
        transaction.execute("""
                INSERT INTO privacy.request_event (request_id, version, at, step, account, note)
                VALUES (?, ?, ?, ?, ?, ?)
                """, id, event.version(), event.at(), event.step().name(), event.account(), event.note());
    }

    public void treated(Handle transaction, long request, List<SubjectRequest.Treated> records) {
        records.forEach(record -> transaction.execute(
                """
                INSERT INTO privacy.request_record (request_id, source, record_id, title, outcome, why)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                request,
                record.source(),
                record.record(),
                record.title(),
                record.outcome().name(),
                record.why()));
    }

    /** How many requests answered before the moment, and not held, still say whose they were. */
    public long countAnswered(Handle handle, Instant before, Set<String> held) {
        return answered(handle, "SELECT COUNT(*) FROM privacy.request", before, held, "")
                .mapTo(Long.class)
                .one();
    }

    /** Takes the person out of requests answered before the moment and not held, at most so many; returns how many. */
    public int anonymise(Handle transaction, Instant before, Set<String> held, int most) {
        String some = " ORDER BY answered_at, id FETCH FIRST " + most + " ROWS ONLY";
        List<Long> ids = answered(transaction, "SELECT id FROM privacy.request", before, held, some)
                .mapTo(Long.class)
                .list();
        ids.forEach(id -> {
            transaction.execute("""
                    UPDATE privacy.request
                       SET person_name = ?, id_number = '', phone = '', email = '', words = ?, identity_how = '', answer = ?
                     WHERE id = ?
                    """, ERASED, ERASED, ERASED, id);
            transaction.execute("UPDATE privacy.request_event SET note = '' WHERE request_id = ?", id);
        });
        return ids.size();
    }

    /** Binding an empty list is not possible, so that a code that nobody has goes with it. */
    private static Query answered(Handle handle, String select, Instant before, Set<String> held, String end) {
        List<String> codes = new ArrayList<>(held);
        codes.add("-");
        return handle.createQuery(select
                        + " WHERE answered_at < :before AND person_name <> :erased AND code NOT IN (<held>)" + end)
                .bind("before", local(before))
                .bind("erased", ERASED)
                .bindList("held", codes);
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, Formats.ZONE);
    }
}
