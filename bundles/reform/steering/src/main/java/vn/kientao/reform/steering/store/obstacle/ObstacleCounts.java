package vn.kientao.reform.steering.store.obstacle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFigures;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.obstacle.Tally;

/** Counts {@code steering.obstacle}: in all, by state, and rolled up. */
public final class ObstacleCounts {
    private static final String FIGURES = """
                   COUNT(CASE WHEN o.open_obstacle = TRUE THEN 1 END) AS open_count,
                   COUNT(CASE WHEN o.open_obstacle = TRUE AND o.due < :now THEN 1 END) AS late_count,
                   COUNT(o.answered_at) AS answered_count,
                   COUNT(CASE WHEN o.answered_at <= o.due THEN 1 END) AS on_time_count,
                   COUNT(CASE WHEN o.state = 'SATISFIED' THEN 1 END) AS satisfied_count,
                   COUNT(CASE WHEN o.state = 'UNSATISFIED' THEN 1 END) AS unsatisfied_count
              FROM steering.obstacle o
            """;

    /** Whatever span the filter names decides what is counted. */
    public ObstacleFigures figures(Handle handle, ObstacleFilter filter) {
        ObstacleConditions conditions = new ObstacleConditions(filter);
        return conditions
                .bind(handle.createQuery("SELECT " + FIGURES + " WHERE " + conditions.sql()))
                .map((row, context) -> figures(row))
                .one();
    }

    /** How many there are in each state; states without any are missing. */
    public Map<ObstacleState, Long> states(Handle handle, ObstacleFilter filter) {
        ObstacleConditions conditions = new ObstacleConditions(filter);
        Map<ObstacleState, Long> counts = new TreeMap<>();
        conditions
                .bind(handle.createQuery("SELECT o.state, COUNT(*) AS many FROM steering.obstacle o WHERE "
                        + conditions.sql() + " GROUP BY o.state"))
                .map((row, context) -> Map.entry(ObstacleState.valueOf(row.getString("state")), row.getLong("many")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** By cause, the most frequent first. */
    public List<Tally> byCause(Handle handle, ObstacleFilter filter) {
        return tallies(handle, filter, "o.cause", "''", "");
    }

    /** By area, the most frequent first. */
    public List<Tally> byArea(Handle handle, ObstacleFilter filter) {
        return tallies(handle, filter, "o.area", "''", "");
    }

    /** By the rule that is in the way, the one that blocks most first; at most so many. */
    public List<Tally> byRule(Handle handle, ObstacleFilter filter, int most) {
        return tallies(handle, filter, "o.rule_document", "o.rule_article", " AND o.rule_document <> ''").stream()
                .limit(most)
                .toList();
    }

    private static List<Tally> tallies(
            Handle handle, ObstacleFilter filter, String key, String second, String condition) {
        ObstacleConditions conditions = new ObstacleConditions(filter);
        String groups = second.startsWith("o.") ? key + ", " + second : key;
        return conditions
                .bind(handle.createQuery("SELECT " + key + " AS group_key, " + second + " AS second_key, " + FIGURES
                        + " WHERE " + conditions.sql() + condition + " AND o.state <> 'WITHDRAWN' GROUP BY " + groups
                        + " ORDER BY COUNT(*) DESC, " + groups + " FETCH FIRST 200 ROWS ONLY"))
                .map((row, context) -> new Tally(row.getString("group_key"), row.getString("second_key"), figures(row)))
                .list();
    }

    private static ObstacleFigures figures(ResultSet row) throws SQLException {
        return new ObstacleFigures(
                row.getLong("open_count"),
                row.getLong("late_count"),
                row.getLong("answered_count"),
                row.getLong("on_time_count"),
                row.getLong("satisfied_count"),
                row.getLong("unsatisfied_count"));
    }
}
