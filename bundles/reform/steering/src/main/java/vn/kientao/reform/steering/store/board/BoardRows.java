package vn.kientao.reform.steering.store.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;
import vn.kientao.reform.steering.domain.board.MonthDone;
import vn.kientao.reform.steering.domain.task.TaskFigures;

/** Reads the kept numbers of dashboards. */
public final class BoardRows {
    private static final String FIGURES = "done_on_time, done_late, within_term, overdue, paused, no_term";
    private static final String OF_AGENCIES = """
            SELECT agency_code, area, %s
              FROM steering.kept_standing
             WHERE agency_code IN (<agencies>)
            """.formatted(FIGURES);
    private static final String WORST = """
            SELECT agency_code, %1$s AS order_value
              FROM steering.kept_standing
             WHERE area = :area AND agency_code <> ''
               AND (%1$s %2$s :value OR (%1$s = :value AND agency_code %2$s :agency))
             ORDER BY area, %1$s %3$s, agency_code %3$s
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String FIRST = """
            SELECT agency_code, %1$s AS order_value
              FROM steering.kept_standing
             WHERE area = :area AND agency_code <> ''
             ORDER BY area, %1$s %2$s, agency_code %2$s
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String MONTHS = """
            SELECT month_start, SUM(done_on_time) AS done_on_time, SUM(done_late) AS done_late
              FROM steering.kept_month
             WHERE agency_code = :agency AND area IN (<areas>) AND month_start >= :from
             GROUP BY month_start
             ORDER BY month_start
            """;

    /** How the tasks of the whole province stand, by code of the area. */
    public Map<String, TaskFigures> province(Handle handle) {
        return areas(handle, List.of("")).getOrDefault("", Map.of());
    }

    /** A page of the agencies, the worst first; with an area only those that lead tasks in it, in its order. */
    public List<AgencyLine> worst(
            Handle handle, Optional<String> area, BoardOrder order, Optional<BoardOrder.Key> after, int most) {
        Map<String, BoardOrder.Key> keys = keys(handle, area.orElse(""), order, after, most);
        Map<String, Map<String, TaskFigures>> figures = areas(handle, List.copyOf(keys.keySet()));
        List<AgencyLine> lines = new ArrayList<>();
        keys.forEach((agency, key) -> {
            Map<String, TaskFigures> areas = new HashMap<>(figures.getOrDefault(agency, Map.of()));
            TaskFigures all = Optional.ofNullable(areas.remove("")).orElse(TaskFigures.NONE);
            lines.add(new AgencyLine(agency, all, areas, key));
        });
        return lines;
    }

    private static Map<String, BoardOrder.Key> keys(
            Handle handle, String area, BoardOrder order, Optional<BoardOrder.Key> after, int most) {
        var query = handle.createQuery(after.isEmpty() ? first(order) : next(order));
        after.ifPresent(key -> query.bind("value", key.value()).bind("agency", key.agency()));
        Map<String, BoardOrder.Key> keys = new LinkedHashMap<>();
        query.bind("area", area)
                .bind("most", most)
                .map((row, context) -> new BoardOrder.Key(row.getLong("order_value"), row.getString("agency_code")))
                .forEach(key -> keys.put(key.agency(), key));
        return keys;
    }

    static String first(BoardOrder order) {
        return FIRST.formatted(column(order), order == BoardOrder.RATE ? "ASC" : "DESC");
    }

    private static String next(BoardOrder order) {
        boolean rising = order == BoardOrder.RATE;
        return WORST.formatted(column(order), rising ? ">" : "<", rising ? "ASC" : "DESC");
    }

    private static String column(BoardOrder order) {
        return switch (order) {
            case OVERDUE -> "overdue";
            case LATE -> "done_late";
            case RATE -> "done_rate";
        };
    }

    private static Map<String, Map<String, TaskFigures>> areas(Handle handle, List<String> agencies) {
        Map<String, Map<String, TaskFigures>> found = new HashMap<>();
        if (agencies.isEmpty()) {
            return found;
        }
        handle.createQuery(OF_AGENCIES)
                .bindList("agencies", agencies)
                .map((row, context) -> found.computeIfAbsent(row.getString("agency_code"), code -> new HashMap<>())
                        .put(row.getString("area"), figures(row)))
                .list();
        return found;
    }

    /** What was done in the months from a day on, in the areas; of all agencies for an empty code. Months without are left out. */
    public List<MonthDone> months(Handle handle, String agency, List<String> areas, LocalDate from) {
        if (areas.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(MONTHS)
                .bind("agency", agency)
                .bindList("areas", areas)
                .bind("from", from)
                .map((row, context) -> new MonthDone(
                        YearMonth.from(row.getObject("month_start", LocalDate.class)),
                        row.getLong("done_on_time"),
                        row.getLong("done_late")))
                .list();
    }

    /** Until when what was written is counted; empty before anything ever was. */
    public Optional<LocalDateTime> countedAt(Handle handle) {
        return handle.createQuery("SELECT counted_at FROM steering.kept_counting WHERE id = 1")
                .map((row, context) -> Optional.ofNullable(row.getObject("counted_at", LocalDateTime.class)))
                .one();
    }

    private static TaskFigures figures(ResultSet row) throws SQLException {
        return new TaskFigures(
                row.getLong("done_on_time"),
                row.getLong("done_late"),
                row.getLong("within_term"),
                row.getLong("overdue"),
                row.getLong("paused"),
                row.getLong("no_term"));
    }
}
