package vn.kientao.reform.steering.store.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.reminder.Signal;

/** Reads and writes {@code steering.task_signal}. */
public final class TaskSignals {
    private static final String OPEN = """
            SELECT t.code
              FROM steering.task t
             WHERE t.open_task = TRUE AND t.state = 'OPEN' AND t.due >= :from AND t.due <= :to AND t.given_on < :today
               AND NOT EXISTS (SELECT 1
                                 FROM steering.task_signal s
                                WHERE s.task_id = t.id AND s.kind = :kind AND s.due = t.due)
             ORDER BY t.due, t.id
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String DONE = """
            SELECT DISTINCT t.code
              FROM steering.task_event e
              JOIN steering.task t ON t.id = e.task_id
             WHERE e.action = 'CONFIRM' AND e.at > :since AND t.state = 'DONE'
               AND NOT EXISTS (SELECT 1
                                 FROM steering.task_signal s
                                WHERE s.task_id = t.id AND s.kind = 'DONE' AND s.due = t.due)
             ORDER BY t.code
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String TAKE = """
            INSERT INTO steering.task_signal (task_id, kind, due, told_at)
            VALUES (:task, :kind, :due, :at)
            ON CONFLICT DO NOTHING
            """;

    /** Codes of tasks of which something is to be told and was not. */
    public List<String> untold(Handle handle, Signal signal, LocalDate today, int most) {
        return handle.createQuery(OPEN)
                .bind("from", signal.from())
                .bind("to", signal.to())
                .bind("today", today)
                .bind("kind", signal.kind())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Codes of tasks that were done since a moment and of which nobody was told. */
    public List<String> done(Handle handle, LocalDateTime since, int most) {
        return handle.createQuery(DONE)
                .bind("since", since)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Notes that it is told now; false when it was before. */
    public boolean take(Handle transaction, long task, String kind, LocalDate due, LocalDateTime at) {
        return transaction
                        .createUpdate(TAKE)
                        .bind("task", task)
                        .bind("kind", kind)
                        .bind("due", due)
                        .bind("at", at)
                        .execute()
                == 1;
    }
}
