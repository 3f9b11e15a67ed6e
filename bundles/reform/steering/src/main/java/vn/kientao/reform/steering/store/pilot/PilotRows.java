package vn.kientao.reform.steering.store.pilot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotFilter;
import vn.kientao.reform.steering.domain.pilot.PilotOutcome;
import vn.kientao.reform.steering.domain.pilot.PilotPlan;
import vn.kientao.reform.steering.domain.pilot.PilotState;

/** Reads and writes {@code steering.pilot} and the agencies in it. */
public final class PilotRows {
    private static final String ALL = """
            SELECT p.id, p.version, p.code, p.title, p.goal, p.baseline, p.area, p.module, p.proposer, p.proposed_by,
                   p.proposed_at, p.from_day, p.original_to, p.to_day, p.state, p.outcome, p.decision_reason,
                   p.decision_document, p.stage, p.parent_id
              FROM steering.pilot p
            """;
    /** The newest actual value of one of its measures is beyond the bound. */
    private static final String WARNS = """
            p.state IN ('RUNNING', 'REVIEWED') AND EXISTS (
            SELECT 1 FROM steering.pilot_measure m JOIN steering.pilot_value v ON v.measure_id = m.id
             WHERE m.pilot_id = p.id
               AND ((m.stop_when = 'BELOW' AND v.actual < m.stop_value) OR (m.stop_when = 'ABOVE' AND v.actual > m.stop_value))
               AND NOT EXISTS (SELECT 1 FROM steering.pilot_value w
                                WHERE w.measure_id = m.id AND w.actual IS NOT NULL AND w.period_end > v.period_end))
            """;

    private static final String ADD = """
            INSERT INTO steering.pilot (
                   version, code, once_key, title, folded, goal, baseline, area, module, proposer, proposed_by, proposed_at,
                   from_day, original_to, to_day, state, outcome, decision_reason, decision_document, stage, parent_id)
            VALUES (1, :code, :once, :title, :folded, :goal, :baseline, :area, :module, :proposer, :by, :at,
                   :from, :to, :to, :state, :outcome, :reason, :document, :stage, :parent)
            """;
    private static final String CHANGE = """
            UPDATE steering.pilot
               SET version = version + 1, to_day = :to, state = :state, outcome = :outcome, decision_reason = :reason,
                   decision_document = :document
             WHERE id = :id AND version = :version
            """;
    private static final String AGENCIES = """
            SELECT pilot_id, agency_code
              FROM steering.pilot_agency
             WHERE pilot_id IN (<ids>)
             ORDER BY agency_code
            """;

    public Optional<Pilot> find(Handle handle, String code) {
        return one(handle, handle.createQuery(ALL + " WHERE p.code = :code").bind("code", code));
    }

    public Optional<Pilot> find(Handle handle, long id) {
        return one(handle, handle.createQuery(ALL + " WHERE p.id = :id").bind("id", id));
    }

    /** What the agency proposed with the same key; empty when it has not. */
    public Optional<Pilot> made(Handle handle, String proposer, String onceKey) {
        return one(
                handle,
                handle.createQuery(ALL + " WHERE p.proposer = :proposer AND p.once_key = :once")
                        .bind("proposer", proposer)
                        .bind("once", onceKey));
    }

    /** The stage that came of this one; empty when none did. */
    public Optional<Pilot> next(Handle handle, long parent) {
        return one(
                handle, handle.createQuery(ALL + " WHERE p.parent_id = :parent").bind("parent", parent));
    }

    private static Optional<Pilot> one(Handle handle, Query query) {
        return pilots(handle, query).stream().findFirst();
    }

    /** A page of a list, newest first, with a smaller id than {@code before}. */
    public List<Pilot> page(Handle handle, PilotFilter filter, long before, int most) {
        Map<String, Object> values = new HashMap<>();
        String sql = ALL + " WHERE p.id < :before" + conditions(filter, values)
                + " ORDER BY p.id DESC FETCH FIRST :most ROWS ONLY";
        return pilots(
                handle,
                bind(handle.createQuery(sql), filter, values)
                        .bind("before", before)
                        .bind("most", most));
    }

    /** How many there are in each state; states without any are missing. */
    public Map<PilotState, Long> states(Handle handle, PilotFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String sql = "SELECT p.state, COUNT(*) AS many FROM steering.pilot p WHERE 1 = 1" + conditions(filter, values)
                + " GROUP BY p.state";
        Map<PilotState, Long> counts = new TreeMap<>();
        bind(handle.createQuery(sql), filter, values)
                .map((row, context) -> Map.entry(PilotState.valueOf(row.getString("state")), row.getLong("many")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String conditions(PilotFilter filter, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        if (!filter.agencies().isEmpty()) {
            sql.append(" AND (p.proposer IN (<agencies>) OR EXISTS (SELECT 1 FROM steering.pilot_agency a");
            sql.append(" WHERE a.pilot_id = p.id AND a.agency_code IN (<agencies>)))");
        }
        filter.state().ifPresent(state -> {
            sql.append(" AND p.state = :state");
            values.put("state", state.name());
        });
        filter.area().ifPresent(area -> {
            sql.append(" AND p.area = :area");
            values.put("area", area);
        });
        if (filter.warns()) {
            sql.append(" AND ").append(WARNS);
        }
        if (!filter.words().isEmpty()) {
            sql.append(" AND p.folded LIKE :words ESCAPE '!'");
            values.put("words", "%" + filter.words().replaceAll("([!%_])", "!$1") + "%");
        }
        return sql.toString();
    }

    private static Query bind(Query query, PilotFilter filter, Map<String, Object> values) {
        query.bindMap(values);
        return filter.agencies().isEmpty() ? query : query.bindList("agencies", List.copyOf(filter.agencies()));
    }

    public void add(Handle transaction, Pilot pilot, String onceKey) {
        PilotPlan plan = pilot.plan();
        long id = transaction
                .createUpdate(ADD)
                .bind("code", pilot.code())
                .bind("once", onceKey.isEmpty() ? null : onceKey)
                .bind("title", plan.title())
                .bind("folded", Folding.fold(pilot.code() + " " + plan.title()))
                .bind("goal", plan.goal())
                .bind("baseline", plan.baseline())
                .bind("area", plan.area())
                .bind("module", plan.module())
                .bind("proposer", pilot.proposer())
                .bind("by", pilot.proposedBy())
                .bind("at", pilot.proposedAt())
                .bind("from", plan.from())
                .bind("to", plan.to())
                .bind("state", pilot.state().name())
                .bind("outcome", pilot.decision().outcome().name())
                .bind("reason", pilot.decision().reason())
                .bind("document", pilot.decision().document())
                .bind("stage", pilot.stage())
                .bind("parent", pilot.parent().orElse(null))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        plan.agencies()
                .forEach(agency -> transaction.execute(
                        "INSERT INTO steering.pilot_agency (pilot_id, agency_code) VALUES (?, ?)", id, agency));
    }

    /** Writes what steps change; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Pilot pilot) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("to", pilot.plan().to())
                        .bind("state", pilot.state().name())
                        .bind("outcome", pilot.decision().outcome().name())
                        .bind("reason", pilot.decision().reason())
                        .bind("document", pilot.decision().document())
                        .bind("id", pilot.id())
                        .bind("version", pilot.version())
                        .execute()
                == 1;
    }

    private static List<Pilot> pilots(Handle handle, Query query) {
        List<Row> rows = query.map((row, context) -> row(row)).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<String>> agencies = new HashMap<>();
        handle.createQuery(AGENCIES)
                .bindList("ids", rows.stream().map(Row::id).toList())
                .map((row, context) -> Map.entry(row.getLong("pilot_id"), row.getString("agency_code")))
                .forEach(entry -> agencies.computeIfAbsent(entry.getKey(), any -> new TreeSet<>())
                        .add(entry.getValue()));
        List<Pilot> pilots = new ArrayList<>();
        rows.forEach(row -> pilots.add(row.with(agencies.getOrDefault(row.id(), Set.of()))));
        return pilots;
    }

    /** A row, before it is known who takes part. */
    private record Row(long id, Function<Set<String>, Pilot> made) {
        Pilot with(Set<String> agencies) {
            return made.apply(agencies);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long version = row.getLong("version");
        String code = row.getString("code");
        String title = row.getString("title");
        String goal = row.getString("goal");
        String baseline = row.getString("baseline");
        String area = row.getString("area");
        String module = row.getString("module");
        String proposer = row.getString("proposer");
        String by = row.getString("proposed_by");
        LocalDateTime at = row.getObject("proposed_at", LocalDateTime.class);
        LocalDate from = row.getObject("from_day", LocalDate.class);
        LocalDate original = row.getObject("original_to", LocalDate.class);
        LocalDate to = row.getObject("to_day", LocalDate.class);
        PilotState state = PilotState.valueOf(row.getString("state"));
        Pilot.Decision decision = new Pilot.Decision(
                PilotOutcome.valueOf(row.getString("outcome")),
                row.getString("decision_reason"),
                row.getString("decision_document"));
        int stage = row.getInt("stage");
        Optional<Long> parent = Optional.ofNullable(row.getObject("parent_id", Long.class));
        return new Row(
                id,
                agencies -> new Pilot(
                        id,
                        version,
                        code,
                        new PilotPlan(title, goal, baseline, area, module, agencies, from, to),
                        proposer,
                        by,
                        at,
                        original,
                        state,
                        decision,
                        stage,
                        parent));
    }
}
