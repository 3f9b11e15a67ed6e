package vn.kientao.reform.steering.store.discipline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.steering.domain.discipline.Accountability;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.store.report.FactRows;

/** Counts what heads answer for, by agency as the records name it. */
public final class AccountabilityRows {
    private static final String TASKS = """
            SELECT t.lead_agency AS agency,
                   COUNT(CASE WHEN (t.state = 'OPEN' AND t.due < :today)
                                OR (t.state = 'REPORTED' AND t.reported_on > t.due) THEN 1 END) AS first_count,
                   COUNT(CASE WHEN t.state = 'DONE' AND t.done_on > t.due THEN 1 END) AS second_count
              FROM steering.task t
             WHERE 1 = 1 AGENCIES
             GROUP BY t.lead_agency
            """;
    private static final String OBSTACLES = """
            SELECT o.holder AS agency, COUNT(*) AS first_count,
                   COUNT(CASE WHEN o.due < :now THEN 1 END) AS second_count
              FROM steering.obstacle o
             WHERE o.open_obstacle = TRUE AND o.raised_at >= :from AND o.raised_at < :end AGENCIES
             GROUP BY o.holder
            """;
    private static final String BREACHES = """
            SELECT b.agency_code AS agency, b.followed, COUNT(*) AS many
              FROM steering.breach b
             WHERE b.happened_on >= :from AND b.happened_on <= :to AGENCIES
             GROUP BY b.agency_code, b.followed
            """;

    private final FactRows facts = new FactRows();

    /** Of each agency that has something, or of these when there are any, by code. */
    public Map<String, Accountability> of(Handle handle, Set<String> agencies, Period period, LocalDateTime now) {
        Map<String, long[]> tasks =
                pairs(query(handle, TASKS, "t.lead_agency", agencies).bind("today", now.toLocalDate()));
        Map<String, long[]> obstacles = pairs(query(handle, OBSTACLES, "o.holder", agencies)
                .bind("now", now)
                .bind("from", period.from().atStartOfDay())
                .bind("end", period.end().atStartOfDay()));
        Map<String, Map<Followed, Long>> breaches = breaches(handle, agencies, period.from(), period.to());
        Map<String, Map<FactKind, Long>> checked = checked(handle, agencies, period);
        Map<String, Accountability> all = new TreeMap<>();
        Set<String> codes = new TreeSet<>(tasks.keySet());
        codes.addAll(obstacles.keySet());
        codes.addAll(breaches.keySet());
        codes.addAll(checked.keySet());
        for (String code : codes) {
            long[] task = tasks.getOrDefault(code, new long[2]);
            long[] obstacle = obstacles.getOrDefault(code, new long[2]);
            all.put(
                    code,
                    new Accountability(
                            code,
                            task[0],
                            task[1],
                            obstacle[0],
                            obstacle[1],
                            breaches.getOrDefault(code, Map.of()),
                            checked.getOrDefault(code, Map.of())));
        }
        return all;
    }

    private Map<String, Map<FactKind, Long>> checked(Handle handle, Set<String> agencies, Period period) {
        Map<String, Map<FactKind, Long>> checked = new HashMap<>();
        for (FactKind kind : FactKind.CHECKED) {
            facts.byAgency(handle, kind, agencies, period)
                    .forEach((agency, many) -> checked.computeIfAbsent(agency, any -> new EnumMap<>(FactKind.class))
                            .put(kind, many));
        }
        return checked;
    }

    private static Query query(Handle handle, String sql, String column, Set<String> agencies) {
        Query query = handle.createQuery(
                sql.replace("AGENCIES", agencies.isEmpty() ? "" : "AND " + column + " IN (<agencies>)"));
        return agencies.isEmpty() ? query : query.bindList("agencies", List.copyOf(agencies));
    }

    private static Map<String, long[]> pairs(Query query) {
        Map<String, long[]> pairs = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        row.getString("agency"), new long[] {row.getLong("first_count"), row.getLong("second_count")}))
                .forEach(entry -> pairs.put(entry.getKey(), entry.getValue()));
        return pairs;
    }

    private static Map<String, Map<Followed, Long>> breaches(
            Handle handle, Set<String> agencies, LocalDate from, LocalDate to) {
        Map<String, Map<Followed, Long>> breaches = new HashMap<>();
        query(handle, BREACHES, "b.agency_code", agencies)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Counted(
                        row.getString("agency"), Followed.valueOf(row.getString("followed")), row.getLong("many")))
                .forEach(one -> breaches.computeIfAbsent(one.agency(), any -> new EnumMap<>(Followed.class))
                        .put(one.followed(), one.many()));
        return breaches;
    }

    private record Counted(String agency, Followed followed, long many) {}
}
