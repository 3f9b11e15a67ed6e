package vn.kientao.reform.steering.store.task;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.task.Task;

/** Finds tasks by words, whatever has become of them. */
public final class TaskFinder {
    private static final String FIND = """
            SELECT %s
              FROM steering.task t
             WHERE t.id < :below AND t.folded LIKE :words ESCAPE '!'
               AND EXISTS (SELECT 1 FROM steering.task_party p WHERE p.task_id = t.id AND p.agency_code = :agency)
             ORDER BY t.id DESC
             FETCH FIRST :most ROWS ONLY
            """;

    /** Those in which the agency takes part or did, newest first, below an id. */
    public List<Task> find(Handle handle, String agency, String folded, long below, int most) {
        return handle.createQuery(FIND.formatted(TaskRows.COLUMNS))
                .bind("below", below)
                .bind("words", "%" + folded.replaceAll("([!%_])", "!$1") + "%")
                .bind("agency", agency)
                .bind("most", most)
                .map((row, context) -> TaskRows.task(row))
                .list();
    }
}
