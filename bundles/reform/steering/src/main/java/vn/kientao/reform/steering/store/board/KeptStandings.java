package vn.kientao.reform.steering.store.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps {@code steering.kept_standing} and {@code steering.kept_month} as {@code steering.task} is. Who counts holds the one row
 * of {@code steering.kept_counting} until the commit.
 */
public final class KeptStandings {
    private static final String COUNT = """
            INSERT INTO steering.kept_standing (
                   agency_code, area, versions, done_on_time, done_late, within_term, overdue, paused, no_term, done_rate,
                   next_due)
            SELECT lead_agency, area, versions, on_time, late, running - overdue - no_term, overdue, paused, no_term, 0,
                   next_due
              FROM (SELECT t.lead_agency, t.area, SUM(t.version) AS versions,
                           SUM(CASE WHEN t.state = 'DONE' AND t.done_on <= t.due THEN 1 ELSE 0 END) AS on_time,
                           SUM(CASE WHEN t.state = 'DONE' AND t.done_on > t.due THEN 1 ELSE 0 END) AS late,
                           SUM(CASE WHEN t.state = 'PAUSED' THEN 1 ELSE 0 END) AS paused,
                           SUM(CASE WHEN t.state IN ('OPEN', 'REPORTED') AND t.term <> 'DATED' THEN 1 ELSE 0 END) AS no_term,
                           SUM(CASE WHEN (t.state = 'OPEN' AND t.due < :today)
                                      OR (t.state = 'REPORTED' AND t.reported_on > t.due) THEN 1 ELSE 0 END) AS overdue,
                           SUM(CASE WHEN t.state IN ('OPEN', 'REPORTED') THEN 1 ELSE 0 END) AS running,
                           MIN(CASE WHEN t.state = 'OPEN' AND t.term = 'DATED' AND t.due >= :today THEN t.due END) AS next_due
                      FROM steering.task t
                     WHERE t.lead_agency = :agency AND t.area = :area
                     GROUP BY t.lead_agency, t.area) AS counted
            """;
    private static final String COUNT_MONTHS = """
            INSERT INTO steering.kept_month (agency_code, area, month_start, done_on_time, done_late)
            SELECT lead_agency, area, month_start, SUM(on_time), SUM(1 - on_time)
              FROM (SELECT t.lead_agency, t.area,
                           t.done_on - (CAST(EXTRACT(DAY FROM t.done_on) AS INTEGER) - 1) AS month_start,
                           CASE WHEN t.done_on <= t.due THEN 1 ELSE 0 END AS on_time
                      FROM steering.task t
                     WHERE t.state = 'DONE' AND t.lead_agency = :agency AND t.area = :area) AS done
             GROUP BY lead_agency, area, month_start
            """;
    private static final String ADD_UP = """
            INSERT INTO steering.kept_standing (
                   agency_code, area, versions, done_on_time, done_late, within_term, overdue, paused, no_term, done_rate)
            SELECT %s, SUM(versions), SUM(done_on_time), SUM(done_late), SUM(within_term), SUM(overdue), SUM(paused),
                   SUM(no_term), 0
              FROM steering.kept_standing
             WHERE %s
             GROUP BY %s
            """;
    private static final String ADD_UP_MONTHS = """
            INSERT INTO steering.kept_month (agency_code, area, month_start, done_on_time, done_late)
            SELECT '', area, month_start, SUM(done_on_time), SUM(done_late)
              FROM steering.kept_month
             WHERE %s
             GROUP BY area, month_start
            """;
    private static final String RATE = """
            UPDATE steering.kept_standing
               SET done_rate = CASE WHEN done_on_time + done_late + overdue = 0 THEN 10001
                                    ELSE (done_on_time + done_late) * 10000 / (done_on_time + done_late + overdue) END
             WHERE %s
            """;
    private static final String WRONG = """
            SELECT t.lead_agency AS agency_code, t.area
              FROM (SELECT lead_agency, area, SUM(version) AS versions FROM steering.task GROUP BY lead_agency, area) AS t
              LEFT JOIN steering.kept_standing k ON k.agency_code = t.lead_agency AND k.area = t.area
             WHERE k.versions IS NULL OR k.versions <> t.versions
             UNION
            SELECT k.agency_code, k.area
              FROM steering.kept_standing k
             WHERE k.agency_code <> '' AND k.area <> ''
               AND NOT EXISTS (SELECT 1 FROM steering.task t WHERE t.lead_agency = k.agency_code AND t.area = k.area)
             ORDER BY 2, 1
            """;
    private static final String PASSED = """
            SELECT agency_code, area
              FROM steering.kept_standing
             WHERE next_due < :today
             ORDER BY area, agency_code
             FETCH FIRST :most ROWS ONLY
            """;

    /** What is counted together: the tasks that an agency leads in an area. */
    public record Unit(String agency, String area) {}

    /** A unit that has to be counted again. */
    public record Mark(long id, Unit unit) {}

    /** Waits until nobody else counts, and says since when everything is counted once this transaction has ended. */
    public void hold(Handle transaction, LocalDateTime now) {
        transaction.execute("UPDATE steering.kept_counting SET counted_at = ? WHERE id = 1", now);
    }

    /** The oldest marks. */
    public List<Mark> marks(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT id, agency_code, area FROM steering.standing_mark ORDER BY id FETCH FIRST :most ROWS ONLY
                        """)
                .bind("most", most)
                .map((row, context) ->
                        new Mark(row.getLong("id"), new Unit(row.getString("agency_code"), row.getString("area"))))
                .list();
    }

    public void unmark(Handle transaction, List<Mark> marks) {
        if (!marks.isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM steering.standing_mark WHERE id IN (<ids>)")
                    .bindList("ids", marks.stream().map(Mark::id).toList())
                    .execute();
        }
    }

    /** In order of the area, so that few areas are added up at once: units in which a due date has passed since they were counted. */
    public List<Unit> passed(Handle handle, LocalDate today, int most) {
        return handle.createQuery(PASSED)
                .bind("today", today)
                .bind("most", most)
                .map((row, context) -> new Unit(row.getString("agency_code"), row.getString("area")))
                .list();
    }

    /** In order of the area, units whose numbers are not those of their tasks, as when a release that keeps none has written some. */
    public List<Unit> wrong(Handle handle) {
        return handle.createQuery(WRONG)
                .map((row, context) -> new Unit(row.getString("agency_code"), row.getString("area")))
                .list();
    }

    /** Counts units again and adds up what depends on them. */
    public void count(Handle transaction, Set<Unit> units, LocalDate today) {
        Set<String> agencies = new TreeSet<>();
        Set<String> areas = new TreeSet<>();
        for (Unit unit : units) {
            agencies.add(unit.agency());
            areas.add(unit.area());
            Map<String, Object> values = Map.of("agency", unit.agency(), "area", unit.area(), "today", today);
            run(transaction, "DELETE FROM steering.kept_standing WHERE agency_code = :agency AND area = :area", values);
            run(transaction, "DELETE FROM steering.kept_month WHERE agency_code = :agency AND area = :area", values);
            run(transaction, COUNT, values);
            run(transaction, COUNT_MONTHS, values);
            run(transaction, RATE.formatted("agency_code = :agency AND area = :area"), values);
        }
        agencies.forEach(agency -> addUpAgency(transaction, agency));
        areas.forEach(area -> addUpArea(transaction, area));
    }

    private static void addUpAgency(Handle transaction, String agency) {
        Map<String, Object> values = Map.of("agency", agency);
        run(transaction, "DELETE FROM steering.kept_standing WHERE agency_code = :agency AND area = ''", values);
        run(
                transaction,
                ADD_UP.formatted("agency_code, ''", "agency_code = :agency AND area <> ''", "agency_code"),
                values);
        run(transaction, RATE.formatted("agency_code = :agency AND area = ''"), values);
    }

    private static void addUpArea(Handle transaction, String area) {
        Map<String, Object> values = Map.of("area", area);
        run(transaction, "DELETE FROM steering.kept_standing WHERE agency_code = '' AND area = :area", values);
        run(transaction, "DELETE FROM steering.kept_month WHERE agency_code = '' AND area = :area", values);
        run(transaction, ADD_UP.formatted("'', area", "area = :area AND agency_code <> ''", "area"), values);
        run(transaction, ADD_UP_MONTHS.formatted("area = :area AND agency_code <> ''"), values);
        run(transaction, RATE.formatted("agency_code = '' AND area = :area"), values);
    }

    private static void run(Handle transaction, String sql, Map<String, Object> values) {
        var update = transaction.createUpdate(sql);
        values.forEach((name, value) -> {
            if (sql.contains(":" + name)) {
                update.bind(name, value);
            }
        });
        update.execute();
    }

    /** The units of marks and of others, each once. */
    public static Set<Unit> units(List<Mark> marks, List<Unit> others) {
        Set<Unit> units = marks.stream().map(Mark::unit).collect(Collectors.toCollection(LinkedHashSet::new));
        units.addAll(others);
        return units;
    }
}
