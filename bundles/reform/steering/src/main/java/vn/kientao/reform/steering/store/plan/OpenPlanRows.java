package vn.kientao.reform.steering.store.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.steering.domain.plan.OpenPlan;
import vn.kientao.reform.steering.domain.plan.OpenPlanFilter;
import vn.kientao.reform.steering.domain.plan.Plan;

/** Reads what everybody may see of plans: editions that were published, also those that a later one has replaced. */
public final class OpenPlanRows {
    private static final String PUBLIC = "p.published_on IS NOT NULL AND p.state IN ('PUBLISHED', 'REPLACED')";
    private static final String LAST = PUBLIC + """
             AND NOT EXISTS (SELECT 1
                               FROM steering.plan o
                              WHERE o.agency_code = p.agency_code AND o.plan_year = p.plan_year AND o.edition > p.edition
                                AND o.published_on IS NOT NULL AND o.state IN ('PUBLISHED', 'REPLACED'))
            """;
    private static final String COUNTS = """
            SELECT i.plan_id, COUNT(*) AS items, COUNT(CASE WHEN t.state = 'DONE' THEN 1 END) AS done,
                   COUNT(CASE WHEN (t.state = 'OPEN' AND t.due < :today)
                                OR (t.state = 'REPORTED' AND t.reported_on > t.due) THEN 1 END) AS overdue
              FROM steering.plan_item i
              LEFT JOIN steering.task t ON t.id = i.task_id
             WHERE i.plan_id IN (<plans>)
             GROUP BY i.plan_id
            """;

    /** The last published edition of each agency and year, the newest year first, then by code of the agency. */
    public List<OpenPlan> page(
            Handle handle, OpenPlanFilter filter, Optional<OpenPlan.Key> after, int most, LocalDate today) {
        List<String> parts = new ArrayList<>(List.of(LAST));
        Map<String, Object> values = new HashMap<>(Map.of("most", most));
        filter.year().ifPresent(year -> {
            parts.add("p.plan_year = :year");
            values.put("year", year);
        });
        filter.agency().ifPresent(agency -> {
            parts.add("p.agency_code = :agency");
            values.put("agency", agency);
        });
        filter.area().ifPresent(area -> {
            parts.add("EXISTS (SELECT 1 FROM steering.plan_item i WHERE i.plan_id = p.id AND i.area = :area)");
            values.put("area", area);
        });
        words(filter, parts, values);
        after.ifPresent(key -> {
            parts.add("(p.plan_year < :lastYear OR (p.plan_year = :lastYear AND p.agency_code > :last))");
            values.put("lastYear", key.year());
            values.put("last", key.agency());
        });
        Query query = handle.createQuery(PlanRows.COLUMNS + " WHERE " + String.join(" AND ", parts)
                        + " ORDER BY p.plan_year DESC, p.agency_code FETCH FIRST :most ROWS ONLY")
                .bindMap(values);
        if (!filter.words().isEmpty() && !filter.named().isEmpty()) {
            query.bindList("named", List.copyOf(filter.named()));
        }
        return counted(handle, query.map((row, context) -> PlanRows.plan(row)).list(), today);
    }

    /** The words of a line are searched in those of the task that it became. */
    private static void words(OpenPlanFilter filter, List<String> parts, Map<String, Object> values) {
        if (filter.words().isEmpty()) {
            return;
        }
        String named = filter.named().isEmpty() ? "" : "p.agency_code IN (<named>) OR ";
        parts.add("(" + named + """
                EXISTS (SELECT 1
                          FROM steering.plan_item w
                          JOIN steering.task t ON t.id = w.task_id
                         WHERE w.plan_id = p.id AND t.folded LIKE :words ESCAPE '!'))
                """);
        values.put("words", "%" + filter.words().replaceAll("([!%_])", "!$1") + "%");
    }

    private static List<OpenPlan> counted(Handle handle, List<Plan> plans, LocalDate today) {
        if (plans.isEmpty()) {
            return List.of();
        }
        Map<Long, long[]> counts = new HashMap<>();
        handle.createQuery(COUNTS)
                .bindList("plans", plans.stream().map(Plan::id).toList())
                .bind("today", today)
                .map((row, context) -> Map.entry(
                        row.getLong("plan_id"),
                        new long[] {row.getLong("items"), row.getLong("done"), row.getLong("overdue")}))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return plans.stream()
                .map(plan -> {
                    long[] count = counts.getOrDefault(plan.id(), new long[3]);
                    return new OpenPlan(plan, count[0], count[1], count[2]);
                })
                .toList();
    }

    /** A published edition. */
    public Optional<Plan> find(Handle handle, long id) {
        return handle.createQuery(PlanRows.COLUMNS + " WHERE p.id = ? AND " + PUBLIC)
                .bind(0, id)
                .map((row, context) -> PlanRows.plan(row))
                .findOne();
    }

    /** The published editions of an agency and a year, the oldest first. */
    public List<Plan> editions(Handle handle, String agency, int year) {
        return handle.createQuery(PlanRows.COLUMNS + " WHERE p.agency_code = ? AND p.plan_year = ? AND " + PUBLIC
                        + " ORDER BY p.edition")
                .bind(0, agency)
                .bind(1, year)
                .map((row, context) -> PlanRows.plan(row))
                .list();
    }

    /** The years of which something is published, the newest first. */
    public List<Integer> years(Handle handle) {
        return handle.createQuery("SELECT DISTINCT p.plan_year FROM steering.plan p WHERE " + PUBLIC
                        + " ORDER BY p.plan_year DESC")
                .mapTo(Integer.class)
                .list();
    }

    /** The codes of the agencies of which something is published. */
    public List<String> agencies(Handle handle) {
        return handle.createQuery("SELECT DISTINCT p.agency_code FROM steering.plan p WHERE " + PUBLIC
                        + " ORDER BY p.agency_code")
                .mapTo(String.class)
                .list();
    }
}
