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

    private static final String VISITED = """
            SELECT v.id, v.code, v.content AS title, '' AS area, v.agency, v.visit_on AS on_day
              FROM steering.visit v
             WHERE v.visit_on BETWEEN :from AND :to AND v.state NOT IN ('PLANNED', 'CANCELLED') /*agency of v.agency*/
            """;

    private static final String CONCLUDED = """
            SELECT v.id, v.code, v.content AS title, '' AS area, v.agency, v.noticed_on AS on_day
              FROM steering.visit v
             WHERE v.noticed_on BETWEEN :from AND :to /*agency of v.agency*/
            """;

    /** Findings count from the notice on: before it, they are not told. */
    private static final String FINDINGS = """
            SELECT f.id, v.code, f.words AS title, f.area, v.agency, %s AS on_day
              FROM steering.finding f
              JOIN steering.visit v ON v.id = f.visit_id
             WHERE v.noticed_on IS NOT NULL AND %s /*agency of v.agency*/
            """;

    private static final String TO_REMEDY = "f.state <> 'NOTHING_TO_DO' AND ";
    private static final String FOUND_THEN = "f.found_on BETWEEN :from AND :to";
    private static final String NOT_REMEDIED = "(f.remedied_on IS NULL OR f.remedied_on > :to)";
    /** When the unit reported the remedy that was accepted: the last report until that day. */
    private static final String REMEDIED = """
            f.remedied_on BETWEEN :from AND :to
               AND (SELECT MAX(CAST(e.at AS DATE))
                      FROM steering.visit_event e
                     WHERE e.visit_id = v.id AND e.action = 'REPORT' AND CAST(e.at AS DATE) <= f.remedied_on) %s v.remedy_due
            """;
    /** What the unit reported in time is not overdue while the inspector looks at it. */
    private static final String REMEDY_OVERDUE = """
            v.noticed_on <= :to AND v.remedy_due < :to
               AND NOT EXISTS (SELECT 1
                                 FROM steering.visit_event e
                                WHERE e.id = (SELECT MAX(x.id)
                                                FROM steering.visit_event x
                                               WHERE x.visit_id = v.id AND x.at < :end AND x.action IN ('REPORT', 'RETURN'))
                                  AND e.action = 'REPORT' AND CAST(e.at AS DATE) <= v.remedy_due)
            """;

    /** Pilots at the agencies that take part; as whose they are shown stands in the first place, how they are joined in the second. */
    private static final String PILOTS = """
            SELECT p.id, p.code, p.title, p.area, %s AS agency, CAST(e.at AS DATE) AS on_day
              FROM steering.pilot p
              JOIN steering.pilot_event e ON e.pilot_id = p.id
              %s
             WHERE %s AND %s
            """;

    private static final String MEMBER =
            "EXISTS (SELECT 1 FROM steering.pilot_agency m WHERE m.pilot_id = p.id /*agency of m.agency_code*/)";
    private static final String MEMBERS = "JOIN steering.pilot_agency m ON m.pilot_id = p.id";
    private static final String RUNNING = """
            e.action = 'START' AND e.at < :end
               AND NOT EXISTS (SELECT 1
                                 FROM steering.pilot_event x
                                WHERE x.pilot_id = p.id AND x.action IN ('CONCLUDE', 'ABORT') AND x.at < :end)
            """;
    private static final String ENDED =
            "e.action IN ('DECIDE', 'ABORT') AND e.at >= :start AND e.at < :end AND p.outcome = '%s'";

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
            case VISITS_MADE -> VISITED;
            case VISITS_CONCLUDED -> CONCLUDED;
            case FINDINGS_STRENGTHS -> FINDINGS.formatted("f.found_on", "f.kind = 'STRENGTH' AND " + FOUND_THEN);
            case FINDINGS_RAISED -> FINDINGS.formatted("f.found_on", TO_REMEDY + FOUND_THEN);
            case FINDINGS_SHORTCOMINGS -> FINDINGS.formatted("f.found_on", "f.kind = 'SHORTCOMING' AND " + FOUND_THEN);
            case FINDINGS_VIOLATIONS -> FINDINGS.formatted("f.found_on", "f.kind = 'VIOLATION' AND " + FOUND_THEN);
            case FINDINGS_REMEDIED ->
                FINDINGS.formatted("f.remedied_on", TO_REMEDY + "f.remedied_on BETWEEN :from AND :to");
            case FINDINGS_REMEDIED_ON_TIME -> FINDINGS.formatted("f.remedied_on", TO_REMEDY + REMEDIED.formatted("<="));
            case FINDINGS_REMEDIED_LATE -> FINDINGS.formatted("f.remedied_on", TO_REMEDY + REMEDIED.formatted(">"));
            case FINDINGS_OPEN -> FINDINGS.formatted("f.found_on", TO_REMEDY + "f.found_on <= :to AND " + NOT_REMEDIED);
            case FINDINGS_OVERDUE ->
                FINDINGS.formatted("v.remedy_due", TO_REMEDY + NOT_REMEDIED + " AND " + REMEDY_OVERDUE);
            case PILOTS_RUNNING, PILOTS_WIDENED, PILOTS_KEPT, PILOTS_STOPPED ->
                PILOTS.formatted("p.proposer", "", pilots(kind), MEMBER);
        };
    }

    /** The same, each record once for each agency that it concerns. */
    static String byAgency(FactKind kind) {
        return switch (kind) {
            case PILOTS_RUNNING, PILOTS_WIDENED, PILOTS_KEPT, PILOTS_STOPPED ->
                PILOTS.formatted("m.agency_code", MEMBERS, pilots(kind), "1 = 1 /*agency of m.agency_code*/");
            default -> of(kind);
        };
    }

    private static String pilots(FactKind kind) {
        return switch (kind) {
            case PILOTS_WIDENED -> ENDED.formatted("WIDEN");
            case PILOTS_KEPT -> ENDED.formatted("KEEP");
            case PILOTS_STOPPED -> ENDED.formatted("STOP");
            default -> RUNNING;
        };
    }

    /** Where the page of such a record is, its key appended. */
    static String path(FactKind kind, long id, String code) {
        return switch (kind) {
            case TASKS_GIVEN, TASKS_ON_TIME, TASKS_LATE, TASKS_WITHIN_TERM, TASKS_OVERDUE, TASKS_PAUSED ->
                "/tasks/" + code;
            case PLANS_APPROVED -> "/plans/" + id;
            case OBSTACLES_RAISED, OBSTACLES_ANSWERED, OBSTACLES_OPEN -> "/obstacles/" + code;
            case VISITS_MADE,
                    VISITS_CONCLUDED,
                    FINDINGS_STRENGTHS,
                    FINDINGS_RAISED,
                    FINDINGS_SHORTCOMINGS,
                    FINDINGS_VIOLATIONS,
                    FINDINGS_REMEDIED,
                    FINDINGS_REMEDIED_ON_TIME,
                    FINDINGS_REMEDIED_LATE,
                    FINDINGS_OPEN,
                    FINDINGS_OVERDUE -> "/inspections/" + code;
            case PILOTS_RUNNING, PILOTS_WIDENED, PILOTS_KEPT, PILOTS_STOPPED -> "/pilots/" + code;
        };
    }
}
