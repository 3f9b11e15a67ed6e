package vn.kientao.reform.steering.store.task;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * Counts tasks by what happened on dated days, as it was at the end of a period: who led them on that day, which term ran,
 * what was done by then. Nothing is summed from earlier counts.
 */
public final class TaskFacts {
    private static final String COUNTS = """
            SELECT COALESCE(SUM(CASE WHEN f.given_on >= :from THEN 1 ELSE 0 END), 0) AS given,
                   COALESCE(SUM(CASE WHEN f.done_on >= :from AND f.done_on <= f.due THEN 1 ELSE 0 END), 0) AS on_time,
                   COALESCE(SUM(CASE WHEN f.done_on >= :from AND f.done_on > f.due THEN 1 ELSE 0 END), 0) AS late,
                   COALESCE(SUM(CASE WHEN f.done_on IS NULL THEN 1 ELSE 0 END), 0) AS still_open,
                   COALESCE(SUM(CASE WHEN f.done_on IS NULL AND f.due < :to AND f.last_action <> 'PAUSE'
                                      AND NOT (f.last_action = 'REPORT' AND f.last_day <= f.due)
                                     THEN 1 ELSE 0 END), 0) AS overdue
              FROM (SELECT t.given_on,
                           CASE WHEN t.done_on <= :to THEN t.done_on END AS done_on,
                           COALESCE((SELECT e.due
                                       FROM steering.task_event e
                                      WHERE e.task_id = t.id AND e.at < :end AND e.due IS NOT NULL
                                      ORDER BY e.id DESC
                                      FETCH FIRST 1 ROW ONLY), t.due) AS due,
                           (SELECT e.action
                              FROM steering.task_event e
                             WHERE e.task_id = t.id AND e.at < :end
                               AND e.action IN ('GIVE', 'PROGRESS', 'REPORT', 'RETURN', 'PAUSE', 'RESUME')
                             ORDER BY e.id DESC
                             FETCH FIRST 1 ROW ONLY) AS last_action,
                           (SELECT CAST(e.at AS DATE)
                              FROM steering.task_event e
                             WHERE e.task_id = t.id AND e.at < :end
                               AND e.action IN ('GIVE', 'PROGRESS', 'REPORT', 'RETURN', 'PAUSE', 'RESUME')
                             ORDER BY e.id DESC
                             FETCH FIRST 1 ROW ONLY) AS last_day
                      FROM steering.task_party p
                      JOIN steering.task t ON t.id = p.task_id
                     WHERE p.agency_code = :agency AND p.part = 'LEAD' AND p.since <= :to
                       AND (p.until IS NULL OR p.until > :to)
                       AND t.given_on <= :to AND t.state <> 'CANCELLED') f
            """;

    /**
     * What an agency led in a period.
     *
     * @param given in the period
     * @param onTime done in the period, on time
     * @param late done in the period, after the term
     * @param open at the end of the period
     * @param overdue at the end of the period
     */
    public record Counts(long given, long onTime, long late, long open, long overdue) {}

    public Counts of(Handle handle, String lead, LocalDate from, LocalDate to) {
        return handle.createQuery(COUNTS)
                .bind("agency", lead)
                .bind("from", from)
                .bind("to", to)
                .bind("end", to.plusDays(1).atStartOfDay())
                .map((row, context) -> new Counts(
                        row.getLong("given"),
                        row.getLong("on_time"),
                        row.getLong("late"),
                        row.getLong("still_open"),
                        row.getLong("overdue")))
                .one();
    }
}
