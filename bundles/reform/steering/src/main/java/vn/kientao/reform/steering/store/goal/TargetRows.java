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
import org.jdbi.v3.core.statement.Update;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.goal.Target;

/** Reads and writes {@code steering.target} and {@code steering.target_value}. */
public final class TargetRows {
    private static final String COLUMNS = """
            SELECT id, version, code, area, name_vi, name_en, unit, direction, indicator, lead_agency, source, legal_basis,
                   valid_from, valid_to
              FROM steering.target
            """;
    private static final String ON = """
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY area, id
             FETCH FIRST 500 ROWS ONLY
            """;
    private static final String ADD = """
            INSERT INTO steering.target (
                   version, code, area, name_vi, name_en, unit, direction, indicator, lead_agency, source, legal_basis,
                   valid_from, valid_to)
            VALUES (1, :code, :area, :vi, :en, :unit, :direction, :indicator, :lead, :source, :basis, :from, :to)
            """;
    private static final String CHANGE = """
            UPDATE steering.target
               SET version = version + 1, area = :area, name_vi = :vi, name_en = :en, unit = :unit, direction = :direction,
                   indicator = :indicator, lead_agency = :lead, source = :source, legal_basis = :basis, valid_from = :from,
                   valid_to = :to
             WHERE id = :id AND version = :version
            """;
    private static final String TOUCH =
            "UPDATE steering.target SET version = version + 1 WHERE id = :id AND version = :version";
    private static final String USED = """
            SELECT (SELECT COUNT(*) FROM steering.plan_item WHERE target_id = :id)
                 + (SELECT COUNT(*) FROM steering.target_actual WHERE target_id = :id) AS used
            """;

    /** The targets valid on a day, by area. */
    public List<Target> on(Handle handle, LocalDate day) {
        Map<Long, Map<Integer, BigDecimal>> values = values(handle);
        return handle.createQuery(COLUMNS + ON)
                .bind("day", day)
                .map((row, context) -> target(row, values.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    /** Every target that there is or was, by area. */
    public List<Target> all(Handle handle) {
        Map<Long, Map<Integer, BigDecimal>> values = values(handle);
        return handle.createQuery(COLUMNS + " ORDER BY area, id FETCH FIRST 2000 ROWS ONLY")
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

    /** Adds a target as its first version. */
    public void add(Handle transaction, Target target) {
        long id = bind(transaction.createUpdate(ADD).bind("code", target.code()), target)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        put(transaction, id, target.values());
    }

    /** Writes a target in place of the version that it carries; its code stays. False when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Target target) {
        int changed = bind(transaction.createUpdate(CHANGE), target)
                .bind("id", target.id())
                .bind("version", target.version())
                .execute();
        if (changed == 1) {
            transaction.execute("DELETE FROM steering.target_value WHERE target_id = ?", target.id());
            put(transaction, target.id(), target.values());
        }
        return changed == 1;
    }

    private static Update bind(Update update, Target target) {
        return update.bind("area", target.area())
                .bind("vi", target.name().vi())
                .bind("en", target.name().en())
                .bind("unit", target.unit())
                .bind("direction", target.atLeast() ? "MIN" : "MAX")
                .bind("indicator", target.indicator().orElse(null))
                .bind("lead", target.lead().orElse(null))
                .bind("source", target.source())
                .bind("basis", target.legalBasis())
                .bind("from", target.validFrom())
                .bind("to", target.validTo().orElse(null));
    }

    private static void put(Handle transaction, long id, Map<Integer, BigDecimal> values) {
        values.forEach((year, amount) -> transaction.execute(
                "INSERT INTO steering.target_value (target_id, value_year, amount) VALUES (?, ?, ?)",
                id,
                year,
                amount));
    }

    /** Says that something that hangs on a target changes. False when somebody else did that meanwhile. */
    public boolean touch(Handle transaction, Target target) {
        return transaction
                        .createUpdate(TOUCH)
                        .bind("id", target.id())
                        .bind("version", target.version())
                        .execute()
                == 1;
    }

    /** How many lines of plans and entered values lead to it. */
    public long used(Handle handle, long id) {
        return handle.createQuery(USED)
                .bind("id", id)
                .map((row, context) -> row.getLong("used"))
                .one();
    }

    /** Removes a target that nothing leads to. */
    public void remove(Handle transaction, long id) {
        transaction.execute("DELETE FROM steering.target_counted WHERE target_id = ?", id);
        transaction.execute("DELETE FROM steering.target_value WHERE target_id = ?", id);
        transaction.execute("DELETE FROM steering.target WHERE id = ?", id);
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
                Optional.ofNullable(row.getString("lead_agency")),
                row.getString("source"),
                row.getString("legal_basis"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                values);
    }

    /** A row of {@code steering.target_value}. */
    private record Value(long target, int year, BigDecimal amount) {}
}
