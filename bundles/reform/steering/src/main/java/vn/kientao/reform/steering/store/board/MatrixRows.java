package vn.kientao.reform.steering.store.board;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.board.Involvement;
import vn.kientao.reform.steering.domain.task.Part;

/** Reads who has which part in the open tasks of clauses. */
public final class MatrixRows {
    private static final String OPEN = """
              FROM steering.task_party p
              JOIN steering.task t ON t.id = p.task_id
             WHERE t.clause_id IN (<clauses>) AND p.present = TRUE AND p.open_task = TRUE AND p.part <> 'GIVE'
            """;

    public List<String> agencies(Handle handle, List<Long> clauses, String after, int most) {
        if (clauses.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT DISTINCT p.agency_code" + OPEN + """
                         AND p.agency_code > :after ORDER BY p.agency_code FETCH FIRST :most ROWS ONLY
                        """)
                .bindList("clauses", clauses)
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    public List<Involvement> of(Handle handle, List<Long> clauses, List<String> agencies) {
        if (clauses.isEmpty() || agencies.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT t.clause_id, p.agency_code, p.part, COUNT(*) AS tasks" + OPEN
                        + " AND p.agency_code IN (<agencies>) GROUP BY t.clause_id, p.agency_code, p.part")
                .bindList("clauses", clauses)
                .bindList("agencies", agencies)
                .map((row, context) -> new Involvement(
                        row.getLong("clause_id"),
                        row.getString("agency_code"),
                        Part.valueOf(row.getString("part")),
                        row.getLong("tasks")))
                .list();
    }
}
