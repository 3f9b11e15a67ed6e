package vn.kientao.reform.steering.store.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.task.TaskEvent;

/** Reads and writes {@code steering.task_event}. */
public final class TaskEvents {
    private static final String OF_TASK = """
            SELECT at, action, agency, account, note, progress, due
              FROM steering.task_event
             WHERE task_id = ?
             ORDER BY id
             FETCH FIRST 500 ROWS ONLY
            """;
    private static final String ADD = """
            INSERT INTO steering.task_event (task_id, at, action, agency, account, note, progress, due)
            VALUES (:task, :at, :action, :agency, :account, :note, :progress, :due)
            """;

    /** What happened, oldest first. */
    public List<TaskEvent> of(Handle handle, long task) {
        return handle.createQuery(OF_TASK)
                .bind(0, task)
                .map((row, context) -> new TaskEvent(
                        row.getObject("at", LocalDateTime.class),
                        row.getString("action"),
                        row.getString("agency"),
                        row.getString("account"),
                        row.getString("note"),
                        row.getInt("progress"),
                        Optional.ofNullable(row.getObject("due", LocalDate.class))))
                .list();
    }

    public void add(Handle transaction, long task, TaskEvent event) {
        transaction
                .createUpdate(ADD)
                .bind("task", task)
                .bind("at", event.at())
                .bind("action", event.action())
                .bind("agency", event.agency())
                .bind("account", event.account())
                .bind("note", event.note())
                .bind("progress", event.progress())
                .bind("due", event.due().orElse(null))
                .execute();
    }
}
