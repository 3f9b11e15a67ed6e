package vn.kientao.reform.steering.store.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.steering.domain.goal.CountedValue;

/** Reads and replaces {@code steering.target_counted}; the row without an agency is the total. */
public final class CountedRows {
    private static final String COLUMNS = """
            SELECT target_id, value_year, agency_code, counted_to, amount, numerator, denominator, address, counted_at
              FROM steering.target_counted
            """;
    private static final String TOTALS = COLUMNS + " WHERE agency_code = '' ORDER BY target_id, value_year";
    private static final String OF_TARGET = COLUMNS + " WHERE target_id = ? AND agency_code <> '' ORDER BY agency_code";
    private static final String ADD = """
            INSERT INTO steering.target_counted (
                   target_id, value_year, agency_code, counted_to, amount, numerator, denominator, address, counted_at)
            VALUES (:target, :year, :agency, :to, :amount, :numerator, :denominator, :address, :at)
            """;

    /** The totals, by id of the target; years in their order. */
    public Map<Long, List<CountedValue>> totals(Handle handle) {
        Map<Long, List<CountedValue>> values = new HashMap<>();
        handle.createQuery(TOTALS)
                .map((row, context) -> Map.entry(row.getLong("target_id"), total(row)))
                .forEach(entry -> values.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        return values;
    }

    /** What was counted for a target with every agency, by code; years in their order. */
    public List<CountedValue> of(Handle handle, long target) {
        Map<Integer, List<CountedValue.Part>> parts = new HashMap<>();
        handle.createQuery(OF_TARGET)
                .bind(0, target)
                .map((row, context) -> Map.entry(row.getInt("value_year"), part(row)))
                .forEach(entry -> parts.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        return totals(handle).getOrDefault(target, List.of()).stream()
                .map(value -> new CountedValue(
                        value.year(),
                        value.to(),
                        value.at(),
                        value.total(),
                        parts.getOrDefault(value.year(), List.of())))
                .toList();
    }

    private static CountedValue total(ResultSet row) throws SQLException {
        return new CountedValue(
                row.getInt("value_year"),
                row.getObject("counted_to", LocalDate.class),
                row.getObject("counted_at", LocalDateTime.class),
                part(row),
                List.of());
    }

    private static CountedValue.Part part(ResultSet row) throws SQLException {
        return new CountedValue.Part(
                row.getString("agency_code"),
                Optional.ofNullable(row.getBigDecimal("amount")),
                number(row, "numerator"),
                number(row, "denominator"),
                row.getString("address"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Keeps what was counted in place of what was counted before for that year; who counts a target at the same time waits. */
    public void replace(Handle transaction, long target, CountedValue value) {
        List<Long> held = transaction
                .createQuery("SELECT id FROM steering.target WHERE id = ? FOR UPDATE")
                .bind(0, target)
                .map((row, context) -> row.getLong("id"))
                .list();
        transaction.execute(
                "DELETE FROM steering.target_counted WHERE target_id = ? AND value_year = ?", target, value.year());
        if (!held.isEmpty()) {
            try (PreparedBatch batch = transaction.prepareBatch(ADD)) {
                add(batch, target, value, value.total());
                value.parts().forEach(part -> add(batch, target, value, part));
                batch.execute();
            }
        }
    }

    private static void add(PreparedBatch batch, long target, CountedValue value, CountedValue.Part part) {
        batch.bind("target", target)
                .bind("year", value.year())
                .bind("agency", part.agency())
                .bind("to", value.to())
                .bind("amount", part.amount().orElse(null))
                .bind("numerator", nullable(part.numerator()))
                .bind("denominator", nullable(part.denominator()))
                .bind("address", part.address())
                .bind("at", value.at())
                .add();
    }

    private static @Nullable Long nullable(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** Forgets what was counted for a target, when another figure measures it from now on. */
    public void forget(Handle transaction, long target) {
        transaction.execute("DELETE FROM steering.target_counted WHERE target_id = ?", target);
    }
}
