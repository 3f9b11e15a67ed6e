package vn.kientao.reform.steering.store.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;

/** Counts and lists the dated facts of a period. */
public final class FactRows {

    /** How many there are in each area; areas without any are left out. No agencies means all. */
    public Map<String, Long> byArea(Handle handle, FactKind kind, Set<String> agencies, Period period) {
        Map<String, Long> counts = new LinkedHashMap<>();
        String sql = "SELECT f.area, COUNT(*) AS many FROM (" + sql(FactSql.of(kind), agencies) + ") f GROUP BY f.area";
        bind(handle.createQuery(sql), kind, agencies, period)
                .map((row, context) -> Map.entry(row.getString("area"), row.getLong("many")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** How many concern each agency; those without any are left out. No agencies means all. */
    public Map<String, Long> byAgency(Handle handle, FactKind kind, Set<String> agencies, Period period) {
        Map<String, Long> counts = new LinkedHashMap<>();
        String sql = "SELECT f.agency, COUNT(*) AS many FROM (" + sql(FactSql.byAgency(kind), agencies)
                + ") f GROUP BY f.agency";
        bind(handle.createQuery(sql), kind, agencies, period)
                .map((row, context) -> Map.entry(row.getString("agency"), row.getLong("many")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** A page of them in order of their ids, with larger ones than {@code after}; an empty area means all. */
    public List<Fact> page(
            Handle handle, FactKind kind, String area, Set<String> agencies, Period period, long after, int most) {
        String sql = "SELECT f.* FROM (" + sql(FactSql.of(kind), agencies) + """
                ) f
                 WHERE f.id > :after AND (:area = '' OR f.area = :area)
                 ORDER BY f.id
                 FETCH FIRST :most ROWS ONLY
                """;
        return bind(handle.createQuery(sql), kind, agencies, period)
                .bind("after", after)
                .bind("area", area)
                .bind("most", most)
                .map((row, context) -> new Fact(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("agency"),
                        row.getObject("on_day", LocalDate.class),
                        FactSql.path(kind, row.getLong("id"), row.getString("code"))))
                .list();
    }

    private static String sql(String facts, Set<String> agencies) {
        String of = agencies.isEmpty() ? "" : "AND $1 IN (<agencies>)";
        return facts.replaceAll("/\\*agency of ([a-z_.]+)\\*/", of);
    }

    /** Binds what the statement of the kind names, and nothing else. */
    private static Query bind(Query query, FactKind kind, Set<String> agencies, Period period) {
        String named = FactSql.of(kind);
        bind(query, named, "from", period.from());
        bind(query, named, "to", period.to());
        bind(query, named, "start", period.from().atStartOfDay());
        bind(query, named, "end", period.end().atStartOfDay());
        return agencies.isEmpty() ? query : query.bindList("agencies", List.copyOf(agencies));
    }

    private static void bind(Query query, String named, String name, Object value) {
        if (named.contains(":" + name)) {
            query.bind(name, value);
        }
    }
}
