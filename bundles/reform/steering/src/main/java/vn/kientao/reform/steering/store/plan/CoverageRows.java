package vn.kientao.reform.steering.store.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts what carries out the clauses of documents in a year. */
public final class CoverageRows {
    private static final String TASKS = """
            SELECT t.clause_id, COUNT(*) AS tasks
              FROM steering.task t
             WHERE t.clause_id IS NOT NULL AND t.state <> 'CANCELLED'
               AND ((t.due BETWEEN :first AND :last) OR (t.given_on BETWEEN :first AND :last)
                    OR (t.term <> 'DATED' AND t.open_task = TRUE AND t.given_on <= :last))
             GROUP BY t.clause_id
            """;

    /** How many tasks of the year each clause has; clauses without one are left out. */
    public Map<Long, Long> tasksByClause(Handle handle, int year) {
        Map<Long, Long> tasks = new HashMap<>();
        handle.createQuery(TASKS)
                .bind("first", LocalDate.of(year, 1, 1))
                .bind("last", LocalDate.of(year, 12, 31))
                .map((row, context) -> Map.entry(row.getLong("clause_id"), row.getLong("tasks")))
                .forEach(entry -> tasks.put(entry.getKey(), entry.getValue()));
        return tasks;
    }
}
