package vn.kientao.reform.steering.store.report;

import vn.kientao.reform.steering.domain.report.FactKind;

/**
 * What each kind of fact is, as a statement with the columns id, code, title, area, agency and on_day. It names {@code :from},
 * {@code :to}, {@code :start} and {@code :end}: the first and last day, the first moment, the first moment after.
 */
final class FactSql {

    /** Tasks with how they stood at the end of the period by their events: their term then, whether they were paused or gone. */
    private static final String TASKS = """
            SELECT t.id, t.code, t.title, t.area, t.lead_agency AS agency, %s AS on_day
              FROM (SELECT t.id, t.code, t.title, t.area, t.lead_agency, t.given_on, t.done_on, t.reported_on, t.due,
                           COALESCE((SELECT e.due
                                       FROM steering.task_event e
                                      WHERE e.id = (SELECT MAX(x.id)
                                                      FROM steering.task_event x
                                                     WHERE x.task_id = t.id AND x.at < :end)), t.due) AS due_then,
                           COALESCE((SELECT e.action
                                       FROM steering.task_event e
                                      WHERE e.id = (SELECT MAX(x.id)
                                                      FROM steering.task_event x
                                                     WHERE x.task_id = t.id AND x.at < :end
                                                       AND x.action IN ('PAUSE', 'RESUME'))), '') AS pausing
                      FROM steering.task t
                     WHERE t.given_on <= :to AND (t.done_on IS NULL OR t.done_on >= :from) /*agency of t.lead_agency*/
                       AND NOT EXISTS (SELECT 1
                                         FROM steering.task_event c
                                        WHERE c.task_id = t.id AND c.action = 'CANCEL' AND c.at < :end)) t
             WHERE %s
            """;

    private static final String GIVEN = """
            SELECT t.id, t.code, t.title, t.area, t.lead_agency AS agency, t.given_on AS on_day
              FROM steering.task t
             WHERE t.given_on BETWEEN :from AND :to /*agency of t.lead_agency*/
            """;

    private static final String OPEN = "(t.done_on IS NULL OR t.done_on > :to)";
    private static final String PAUSED = "t.pausing = 'PAUSE'";
    /** What the lead reported as done in its term is not overdue while the giver looks at it. */
    private static final String OVERDUE = """
            t.due_then < :to
               AND NOT (t.reported_on IS NOT NULL AND t.reported_on <= :to AND t.reported_on <= t.due_then)
            """;

    private static final String PLANS = """
            SELECT p.id, p.agency_code || '-' || CAST(p.plan_year AS VARCHAR(4)) || '-' || CAST(p.edition AS VARCHAR(4)) AS code,
                   p.symbol AS title, '' AS area, p.agency_code AS agency, p.approved_on AS on_day
              FROM steering.plan p
             WHERE p.approved_on BETWEEN :from AND :to /*agency of p.agency_code*/
            """;

    private static final String RAISED = """
            SELECT o.id, o.code, o.title, o.area, o.raiser AS agency, CAST(o.raised_at AS DATE) AS on_day
              FROM steering.obstacle o
             WHERE o.raised_at >= :start AND o.raised_at < :end /*agency of o.raiser*/
            """;

    private static final String ANSWERED = """
            SELECT o.id, o.code, o.title, o.area, o.holder AS agency, CAST(MAX(e.at) AS DATE) AS on_day
              FROM steering.obstacle o
              JOIN steering.obstacle_event e ON e.obstacle_id = o.id
             WHERE e.action = 'ANSWER' AND e.at >= :start AND e.at < :end /*agency of o.holder*/
             GROUP BY o.id, o.code, o.title, o.area, o.holder
            """;

    private static final String UNANSWERED = """
            SELECT o.id, o.code, o.title, o.area, o.holder AS agency, CAST(o.raised_at AS DATE) AS on_day
              FROM steering.obstacle o
              JOIN steering.obstacle_event e ON e.id = (SELECT MAX(x.id)
                                                          FROM steering.obstacle_event x
                                                         WHERE x.obstacle_id = o.id AND x.at < :end
                                                           AND x.action IN ('RAISE', 'ANSWER', 'REOPEN', 'WITHDRAW'))
             WHERE e.action IN ('RAISE', 'REOPEN') /*agency of o.holder*/
            """;

    private FactSql() {}

    static String of(FactKind kind) {
        return switch (kind) {
            case TASKS_GIVEN -> GIVEN;
            case TASKS_ON_TIME -> TASKS.formatted("t.done_on", "t.done_on <= :to AND t.done_on <= t.due");
            case TASKS_LATE -> TASKS.formatted("t.done_on", "t.done_on <= :to AND t.done_on > t.due");
            case TASKS_WITHIN_TERM ->
                TASKS.formatted("t.due_then", OPEN + " AND NOT (" + PAUSED + ") AND NOT (" + OVERDUE + ")");
            case TASKS_OVERDUE -> TASKS.formatted("t.due_then", OPEN + " AND NOT (" + PAUSED + ") AND " + OVERDUE);
            case TASKS_PAUSED -> TASKS.formatted("t.due_then", OPEN + " AND " + PAUSED);
            case PLANS_APPROVED -> PLANS;
            case OBSTACLES_RAISED -> RAISED;
            case OBSTACLES_ANSWERED -> ANSWERED;
            case OBSTACLES_OPEN -> UNANSWERED;
        };
    }

    /** Where the page of such a record is, its key appended. */
    static String path(FactKind kind, long id, String code) {
        return switch (kind) {
            case TASKS_GIVEN, TASKS_ON_TIME, TASKS_LATE, TASKS_WITHIN_TERM, TASKS_OVERDUE, TASKS_PAUSED ->
                "/tasks/" + code;
            case PLANS_APPROVED -> "/plans/" + id;
            case OBSTACLES_RAISED, OBSTACLES_ANSWERED, OBSTACLES_OPEN -> "/obstacles/" + code;
        };
    }
}
