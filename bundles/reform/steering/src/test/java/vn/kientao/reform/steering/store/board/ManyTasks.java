package vn.kientao.reform.steering.store.board;

import java.time.LocalDateTime;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;

/** As many tasks as a whole province has, written by one statement: each agency leads as many, in all areas and standings. */
public final class ManyTasks {
    /** A Tuesday. */
    public static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 9, 0);

    private static final String TASKS = """
            INSERT INTO steering.task (
                   version, code, title, folded, product, area, giver_agency, lead_agency, division, person, budget_source,
                   term, original_due, due, state, open_task, progress, reported_on, done_on, result, given_on, given_by)
            SELECT 1, 'T-' || n, 'Nhiệm vụ ' || n, 'nhiem vu ' || n, '', a.code, 'VPUB2', 'A' || (n / :each), 'Phòng',
                   'An', '', 'DATED', due, due, state, state <> 'DONE', 0,
                   CASE WHEN state = 'DONE' THEN done END, CASE WHEN state = 'DONE' THEN done END, '', DATE '2025-11-01',
                   'officer'
              FROM (SELECT n, due, due + MOD(n, 4) - 2 AS done,
                           CASE WHEN due > DATE '2026-11-20' THEN 'OPEN' WHEN MOD(n, 7) < 5 THEN 'DONE'
                                WHEN MOD(n, 7) = 5 THEN 'PAUSED' ELSE 'OPEN' END AS state
                      FROM (SELECT CAST(n AS INTEGER) AS n, DATE '2026-01-15' + CAST(MOD(n * 37, 365) AS INTEGER) AS due
                              FROM %s AS numbers (n)) AS dated) AS tasks
              JOIN steering.area a ON a.position = 1 + MOD(n, 8)
            """;

    private ManyTasks() {}

    /** Writes {@code each} tasks for each of so many agencies, which are called A0, A1, and so on. */
    public static void fill(Database database, int agencies, int each) {
        boolean h2 = database.dialect() == Dialect.H2;
        String numbers = (h2 ? "SYSTEM_RANGE" : "generate_series") + "(0, " + (agencies * each - 1) + ")";
        database.write(handle -> handle.createUpdate(TASKS.formatted(numbers))
                .bind("each", each)
                .execute());
    }

    /** Lets PostgreSQL look at what it has, as it does of its own accord after a while. */
    public static void analyze(Database database) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.write(handle -> handle.execute("ANALYZE"));
        }
    }
}
