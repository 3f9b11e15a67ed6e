package vn.kientao.reform.steering.store.task;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Counts what an agency has to do with its tasks now. */
public final class TaskCounts {
    private static final String LED = """
            SELECT COALESCE(SUM(CASE WHEN t.due < :today THEN 1 ELSE 0 END), 0) AS overdue,
                   COALESCE(SUM(CASE WHEN t.due >= :today AND t.due <= :soon THEN 1 ELSE 0 END), 0) AS soon
              FROM steering.task_party p
              JOIN steering.task t ON t.id = p.task_id
             WHERE p.agency_code = :agency AND p.part = 'LEAD' AND p.present = TRUE AND p.open_task = TRUE
               AND p.due <= :soon AND t.state = 'OPEN'
            """;
    private static final String TO_CONFIRM = """
            SELECT COUNT(*)
              FROM steering.task_party p
              JOIN steering.task t ON t.id = p.task_id
             WHERE p.agency_code = ? AND p.part = 'GIVE' AND p.present = TRUE AND p.open_task = TRUE
               AND t.state = 'REPORTED'
            """;
    private static final String EXTENSIONS = """
            SELECT COUNT(*)
              FROM steering.task_extension e
              JOIN steering.task t ON t.id = e.task_id
             WHERE e.state = 'PENDING' AND t.giver_agency = ?
            """;

    /**
     * What there is to do.
     *
     * @param overdue tasks that the agency leads
     * @param soon due within the days asked for
     * @param toConfirm results of tasks that it gave
     * @param extensions requests that it has to decide on
     */
    public record Needs(long overdue, long soon, long toConfirm, long extensions) {}

    public Needs of(Handle handle, String agency, LocalDate today, LocalDate soon) {
        long toConfirm = count(handle, TO_CONFIRM, agency);
        long extensions = count(handle, EXTENSIONS, agency);
        return handle.createQuery(LED)
                .bind("agency", agency)
                .bind("today", today)
                .bind("soon", soon)
                .map((row, context) -> new Needs(row.getLong("overdue"), row.getLong("soon"), toConfirm, extensions))
                .one();
    }

    private static long count(Handle handle, String sql, String agency) {
        return handle.createQuery(sql).bind(0, agency).mapTo(Long.class).one();
    }
}
