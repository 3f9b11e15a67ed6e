package vn.kientao.reform.steering.store.pilot;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotValue;
import vn.kientao.reform.steering.store.Happenings;

/** Reads and writes what hangs on a pilot: measures with their values, and events. */
public final class PilotMeasures {
    private static final String MEASURES = """
            SELECT id, pilot_id, measure_name, unit, baseline, stop_when, stop_value
              FROM steering.pilot_measure
             WHERE pilot_id IN (<ids>)
             ORDER BY id
            """;
    private static final String VALUES = """
            SELECT v.measure_id, v.period_end, v.planned, v.actual, v.evidence
              FROM steering.pilot_value v
              JOIN steering.pilot_measure m ON m.id = v.measure_id
             WHERE m.pilot_id IN (<ids>)
             ORDER BY v.period_end
            """;
    private static final String ADD = """
            INSERT INTO steering.pilot_measure (pilot_id, measure_name, unit, baseline, stop_when, stop_value)
            VALUES (:pilot, :name, :unit, :baseline, :when, :value)
            """;
    private static final String ADD_VALUE = """
            INSERT INTO steering.pilot_value (measure_id, period_end, planned, actual, evidence, account, entered_at)
            VALUES (:measure, :end, :planned, :actual, :evidence, :account, :at)
            """;
    private static final String CHANGE_VALUE = """
            UPDATE steering.pilot_value
               SET planned = :planned, actual = :actual, evidence = :evidence, account = :account, entered_at = :at
             WHERE measure_id = :measure AND period_end = :end
            """;

    private final Happenings<PilotAction> happenings =
            new Happenings<>("steering.pilot_event", "pilot_id", PilotAction::valueOf);

    /** The measures of pilots with their values, by id of the pilot. */
    public Map<Long, List<Measure>> of(Handle handle, Collection<Long> pilots) {
        if (pilots.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<PilotValue>> values = new HashMap<>();
        handle.createQuery(VALUES)
                .bindList("ids", List.copyOf(pilots))
                .map((row, context) -> Map.entry(row.getLong("measure_id"), value(row)))
                .forEach(entry -> values.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        Map<Long, List<Measure>> measures = new LinkedHashMap<>();
        handle.createQuery(MEASURES)
                .bindList("ids", List.copyOf(pilots))
                .map((row, context) -> Map.entry(row.getLong("pilot_id"), measure(row, values)))
                .forEach(entry -> measures.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        return measures;
    }

    private static PilotValue value(ResultSet row) throws SQLException {
        return new PilotValue(
                row.getObject("period_end", LocalDate.class),
                Optional.ofNullable(row.getBigDecimal("planned")),
                Optional.ofNullable(row.getBigDecimal("actual")),
                row.getString("evidence"));
    }

    private static Measure measure(ResultSet row, Map<Long, List<PilotValue>> values) throws SQLException {
        long id = row.getLong("id");
        boolean below = row.getString("stop_when").equals("BELOW");
        Optional<BigDecimal> stop = Optional.ofNullable(row.getBigDecimal("stop_value"));
        return new Measure(
                id,
                row.getString("measure_name"),
                row.getString("unit"),
                Optional.ofNullable(row.getBigDecimal("baseline")),
                stop.map(value -> new Measure.Stop(below, value)),
                values.getOrDefault(id, List.of()));
    }

    /** Adds a measure without values. */
    public void add(Handle transaction, long pilot, Measure measure) {
        transaction
                .createUpdate(ADD)
                .bind("pilot", pilot)
                .bind("name", measure.name())
                .bind("unit", measure.unit())
                .bind("baseline", measure.baseline().orElse(null))
                .bind(
                        "when",
                        measure.stop()
                                .map(stop -> stop.below() ? "BELOW" : "ABOVE")
                                .orElse("NONE"))
                .bind("value", measure.stop().map(Measure.Stop::value).orElse(null))
                .execute();
    }

    /** Writes the value of a period, in place of the one before. */
    public void put(Handle transaction, long measure, PilotValue value, String account, LocalDateTime at) {
        if (bind(transaction.createUpdate(CHANGE_VALUE), measure, value, account, at)
                        .execute()
                == 0) {
            bind(transaction.createUpdate(ADD_VALUE), measure, value, account, at)
                    .execute();
        }
    }

    private static Update bind(Update update, long measure, PilotValue value, String account, LocalDateTime at) {
        return update.bind("measure", measure)
                .bind("end", value.periodEnd())
                .bind("planned", value.planned().orElse(null))
                .bind("actual", value.actual().orElse(null))
                .bind("evidence", value.evidence())
                .bind("account", account)
                .bind("at", at);
    }

    /** What happened, oldest first. */
    public List<Happening<PilotAction>> events(Handle handle, long pilot) {
        return happenings.of(handle, pilot);
    }

    public void add(Handle transaction, long pilot, Happening<PilotAction> event) {
        happenings.add(transaction, pilot, event);
    }
}
