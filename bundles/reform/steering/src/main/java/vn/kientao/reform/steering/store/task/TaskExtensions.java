package vn.kientao.reform.steering.store.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.task.Extension;

/** Reads and writes {@code steering.task_extension}. */
public final class TaskExtensions {
    private static final String SELECT = """
            SELECT e.id, t.code, e.state, e.due_before, e.wanted, e.reason, e.asked_at, e.asked_agency, e.asked_by,
                   e.decided_at, e.decided_by, e.due_after, e.answer
              FROM steering.task_extension e
              JOIN steering.task t ON t.id = e.task_id
            """;
    private static final String ADD = """
            INSERT INTO steering.task_extension (
                   task_id, state, due_before, wanted, reason, asked_at, asked_agency, asked_by, answer)
            VALUES (:task, 'PENDING', :dueBefore, :wanted, :reason, :at, :agency, :account, '')
            """;
    private static final String DECIDE = """
            UPDATE steering.task_extension
               SET state = :state, decided_at = :at, decided_agency = :agency, decided_by = :account,
                   due_after = :dueAfter, answer = :answer
             WHERE id = :id AND state = 'PENDING'
            """;

    /** Those of a task, oldest first. */
    public List<Extension> of(Handle handle, long task) {
        return handle.createQuery(SELECT + " WHERE e.task_id = ? ORDER BY e.id")
                .bind(0, task)
                .map((row, context) -> extension(row))
                .list();
    }

    public Optional<Extension> find(Handle handle, long id) {
        return handle.createQuery(SELECT + " WHERE e.id = ?")
                .bind(0, id)
                .map((row, context) -> extension(row))
                .findOne();
    }

    /** Those that wait for a decision of the agency, oldest first, above an id. */
    public List<Extension> pending(Handle handle, String giver, long above, int most) {
        return handle.createQuery(SELECT + """
                         WHERE e.state = 'PENDING' AND t.giver_agency = :giver AND e.id > :above
                         ORDER BY e.id
                         FETCH FIRST :most ROWS ONLY
                        """)
                .bind("giver", giver)
                .bind("above", above)
                .bind("most", most)
                .map((row, context) -> extension(row))
                .list();
    }

    public void add(
            Handle transaction,
            long task,
            LocalDate dueBefore,
            LocalDate wanted,
            String reason,
            LocalDateTime at,
            String agency,
            String account) {
        transaction
                .createUpdate(ADD)
                .bind("task", task)
                .bind("dueBefore", dueBefore)
                .bind("wanted", wanted)
                .bind("reason", reason)
                .bind("at", at)
                .bind("agency", agency)
                .bind("account", account)
                .execute();
    }

    /** Writes the decision; false when it was decided before. */
    public boolean decide(
            Handle transaction,
            long id,
            Optional<LocalDate> dueAfter,
            String answer,
            LocalDateTime at,
            String agency,
            String account) {
        return transaction
                        .createUpdate(DECIDE)
                        .bind(
                                "state",
                                (dueAfter.isPresent() ? Extension.State.GRANTED : Extension.State.REFUSED).name())
                        .bind("at", at)
                        .bind("agency", agency)
                        .bind("account", account)
                        .bind("dueAfter", dueAfter.orElse(null))
                        .bind("answer", answer)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static Extension extension(ResultSet row) throws SQLException {
        return new Extension(
                row.getLong("id"),
                row.getString("code"),
                Extension.State.valueOf(row.getString("state")),
                row.getObject("due_before", LocalDate.class),
                row.getObject("wanted", LocalDate.class),
                row.getString("reason"),
                row.getObject("asked_at", LocalDateTime.class),
                row.getString("asked_agency"),
                row.getString("asked_by"),
                Optional.ofNullable(row.getObject("decided_at", LocalDateTime.class)),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("due_after", LocalDate.class)),
                row.getString("answer"));
    }
}
