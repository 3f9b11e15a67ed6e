package vn.kientao.reform.steering.store.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.Task;

/** Reads and writes {@code steering.task_party}. */
public final class TaskParties {
    private static final String OF_TASK = """
            SELECT agency_code, part, since, until
              FROM steering.task_party
             WHERE task_id = ?
             ORDER BY part, since, agency_code
            """;
    private static final String ADD = """
            INSERT INTO steering.task_party (task_id, agency_code, part, present, open_task, due, since)
            VALUES (:task, :agency, :part, TRUE, :open, :due, :since)
            """;
    private static final String FOLLOW = """
            UPDATE steering.task_party
               SET open_task = :open, due = :due
             WHERE task_id = :task
            """;
    private static final String END = """
            UPDATE steering.task_party
               SET present = FALSE, until = :until
             WHERE task_id = :task AND agency_code = :agency AND part = :part AND present = TRUE
            """;
    private static final String RETURN = """
            UPDATE steering.task_party
               SET present = TRUE, until = NULL
             WHERE task_id = :task AND agency_code = :agency AND part = :part
            """;

    /** All that ever took part, also those that no longer do. */
    public List<Party> of(Handle handle, long task) {
        return handle.createQuery(OF_TASK)
                .bind(0, task)
                .map((row, context) -> new Party(
                        row.getString("agency_code"),
                        Part.valueOf(row.getString("part")),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("until", LocalDate.class))))
                .list();
    }

    /** Makes an agency take part; one that did before takes part again. */
    public void add(Handle transaction, Task task, Party party) {
        int returned = transaction
                .createUpdate(RETURN)
                .bind("task", task.id())
                .bind("agency", party.agency())
                .bind("part", party.part().name())
                .execute();
        if (returned == 0) {
            transaction
                    .createUpdate(ADD)
                    .bind("task", task.id())
                    .bind("agency", party.agency())
                    .bind("part", party.part().name())
                    .bind("open", task.state().open())
                    .bind("due", task.due().orElse(TaskRows.NEVER))
                    .bind("since", party.since())
                    .execute();
        }
    }

    /** Ends an agency's part; the row stays as history. */
    public void end(Handle transaction, long task, String agency, Part part, LocalDate until) {
        transaction
                .createUpdate(END)
                .bind("task", task)
                .bind("agency", agency)
                .bind("part", part.name())
                .bind("until", until)
                .execute();
    }

    /** Repeats what lists need of the task. */
    public void follow(Handle transaction, Task task) {
        transaction
                .createUpdate(FOLLOW)
                .bind("open", task.state().open())
                .bind("due", task.due().orElse(TaskRows.NEVER))
                .bind("task", task.id())
                .execute();
    }
}
