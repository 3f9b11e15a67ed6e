package vn.kientao.reform.procedures.store.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.opinion.OpinionRequest;

/** Reads and writes {@code procedures.opinion_request}. */
public final class OpinionRequests {
    private static final String COLUMNS = """
            SELECT id, number, asking_agency, asked_agency, dossier_code, procedure_name, content, document, asked_by,
                   asked_at, due_at, answered_at, answer, answer_document, answered_account, answered_by
              FROM procedures.opinion_request
            """;
    private static final String PAGE = COLUMNS + """
             WHERE asked_agency = :asked AND waiting = :waiting
               AND (due_at > :due OR (due_at = :due AND id > :id))
             ORDER BY asked_agency, waiting, due_at, id
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String INSERT = """
            INSERT INTO procedures.opinion_request (
                   dossier_id, number, asking_agency, asked_agency, dossier_code, procedure_name, content, document,
                   asked_by, asked_at, due_at, waiting, answer, answer_document, answered_account, answered_by, arrived)
            VALUES (:dossier, :number, :asking, :asked, :code, :procedure, :content, :document,
                   :askedBy, :askedAt, :due, TRUE, '', '', '', '', FALSE)
            """;
    private static final String ANSWER = """
            UPDATE procedures.opinion_request
               SET waiting = FALSE, answered_at = :at, answer = :answer, answer_document = :document,
                   answered_account = :account, answered_by = :by
             WHERE id = :id AND asked_agency = :asked AND waiting = TRUE
            """;

    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

    public void add(Handle handle, Dossier dossier, String asked, Opinion opinion, String askedBy) {
        handle.createUpdate(INSERT)
                .bind("dossier", dossier.id())
                .bind("number", opinion.number())
                .bind("asking", dossier.agency())
                .bind("asked", asked)
                .bind("code", dossier.code().toString())
                .bind("procedure", dossier.procedure().name())
                .bind("content", opinion.content())
                .bind("document", opinion.document())
                .bind("askedBy", askedBy)
                .bind("askedAt", opinion.askedAt())
                .bind("due", opinion.due())
                .execute();
    }

    /** What the agency is asked, or was, in order of due date; after that one. */
    public List<OpinionRequest> page(
            Handle handle, String asked, boolean waiting, Optional<OpinionRequest> after, int most) {
        return handle.createQuery(PAGE)
                .bind("asked", asked)
                .bind("waiting", waiting)
                .bind("due", after.map(OpinionRequest::due).orElse(FIRST))
                .bind("id", after.map(OpinionRequest::id).orElse(0L))
                .bind("most", most)
                .map((row, context) -> request(row))
                .list();
    }

    /** A request to that agency. */
    public Optional<OpinionRequest> find(Handle handle, String asked, long id) {
        return handle.createQuery(COLUMNS + " WHERE id = :id AND asked_agency = :asked")
                .bind("id", id)
                .bind("asked", asked)
                .map((row, context) -> request(row))
                .findOne();
    }

    /** Keeps the answer; false when there is one already. */
    public boolean answer(Handle handle, OpinionRequest request, Opinion.Answer answer, String account, String by) {
        return handle.createUpdate(ANSWER)
                        .bind("at", answer.at())
                        .bind("answer", answer.content())
                        .bind("document", answer.document())
                        .bind("account", account)
                        .bind("by", by)
                        .bind("id", request.id())
                        .bind("asked", request.asked())
                        .execute()
                == 1;
    }

    /** Answers that have not arrived in their dossiers, the oldest first. */
    public List<OpinionRequest> under(Handle handle, int most) {
        return handle.createQuery(COLUMNS + """
                         WHERE arrived = FALSE AND waiting = FALSE
                         ORDER BY arrived, waiting, id
                         FETCH FIRST :most ROWS ONLY
                        """)
                .bind("most", most)
                .map((row, context) -> request(row))
                .list();
    }

    public void arrived(Handle handle, long id) {
        handle.execute("UPDATE procedures.opinion_request SET arrived = TRUE WHERE id = ?", id);
    }

    private static OpinionRequest request(ResultSet row) throws SQLException {
        LocalDateTime answered = row.getObject("answered_at", LocalDateTime.class);
        return new OpinionRequest(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("asking_agency"),
                row.getString("asked_agency"),
                row.getString("dossier_code"),
                row.getString("procedure_name"),
                row.getString("content"),
                row.getString("document"),
                row.getString("asked_by"),
                row.getObject("asked_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                answered == null
                        ? Optional.empty()
                        : Optional.of(new Opinion.Answer(
                                answered, row.getString("answer"), row.getString("answer_document"))),
                row.getString("answered_account"),
                row.getString("answered_by"));
    }
}
