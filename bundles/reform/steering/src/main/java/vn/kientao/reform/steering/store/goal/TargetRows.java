package vn.kientao.reform.steering.store.goal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.goal.Target;

/** Reads {@code steering.target} and {@code steering.target_value}. */
public final class TargetRows {
    private static final String COLUMNS =
            "SELECT id, version, code, area, name_vi, name_en, unit, direction, indicator, legal_basis FROM steering.target";
    private static final String ON = """
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY area, id
             FETCH FIRST 500 ROWS ONLY
            """;

    /** The targets valid on a day, by area. */
    public List<Target> on(Handle handle, LocalDate day) {
        Map<Long, Map<Integer, BigDecimal>> values = values(handle);
        return handle.createQuery(COLUMNS + ON)
                .bind("day", day)
                .map((row, context) -> target(row, values.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    public Optional<Target> find(Handle handle, String code) {
        Map<Long, Map<Integer, BigDecimal>> values = values(handle);
        return handle.createQuery(COLUMNS + " WHERE code = ?")
                .bind(0, code)
                .map((row, context) -> target(row, values.getOrDefault(row.getLong("id"), Map.of())))
                .findOne();
    }

    private static Map<Long, Map<Integer, BigDecimal>> values(Handle handle) {
        Map<Long, Map<Integer, BigDecimal>> values = new HashMap<>();
        handle.createQuery("SELECT target_id, value_year, amount FROM steering.target_value")
                .map((row, context) -> new Value(
                        row.getLong("target_id"),
                        row.getInt("value_year"),
                        row.getBigDecimal("amount").stripTrailingZeros()))
                .forEach(value -> values.computeIfAbsent(value.target(), any -> new HashMap<>())
                        .put(value.year(), value.amount()));
        return values;
    }

    private static Target target(ResultSet row, Map<Integer, BigDecimal> values) throws SQLException {
        return new Target(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("area"),
                new LocalText(row.getString("name_vi"), row.getString("name_en")),
                row.getString("unit"),
                row.getString("direction").equals("MIN"),
                Optional.ofNullable(row.getString("indicator")),
                row.getString("legal_basis"),
                values);
    }

    /** A row of {@code steering.target_value}. */
    private record Value(long target, int year, BigDecimal amount) {}
}
