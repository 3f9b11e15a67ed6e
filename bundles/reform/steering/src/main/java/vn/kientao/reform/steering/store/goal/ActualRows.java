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
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;

/** Reads and adds {@code steering.target_actual}; what is there is never changed. */
public final class ActualRows {
    private static final String ALL = """
            SELECT a.id, a.target_id, a.value_year, a.months, a.edition, a.amount, a.known_on, a.note, a.evidence, a.reason, a.agency,
                   a.account, a.entered_at
              FROM steering.target_actual a
            """;
    /** The highest edition of each period. */
    private static final String COUNT = """
             WHERE NOT EXISTS (SELECT 1 FROM steering.target_actual b
                                WHERE b.target_id = a.target_id AND b.value_year = a.value_year AND b.months = a.months
                                  AND b.edition > a.edition)
             ORDER BY a.value_year, a.months
            """;

    private static final String ADD = """
            INSERT INTO steering.target_actual (
                   target_id, value_year, months, edition, amount, known_on, note, evidence, reason, agency, account, entered_at,
                   once_key)
            VALUES (:target, :year, :months, :edition, :amount, :known, :note, :evidence, :reason, :agency, :account, :at, :once)
            """;

    /** The values that count, by id of the target; those taken back are left out. */
    public Map<Long, List<ActualValue>> counting(Handle handle) {
        Map<Long, List<ActualValue>> values = new HashMap<>();
        handle.createQuery(ALL + COUNT)
                .map((row, context) -> Map.entry(row.getLong("target_id"), value(row)))
                .forEach(entry -> {
                    if (entry.getValue().amount().isPresent()) {
                        values.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                                .add(entry.getValue());
                    }
                });
        return values;
    }

    /** Every edition of every value of a target, newest first. */
    public List<ActualValue> history(Handle handle, long target) {
        return handle.createQuery(ALL + " WHERE a.target_id = ? ORDER BY a.id DESC FETCH FIRST 1000 ROWS ONLY")
                .bind(0, target)
                .map((row, context) -> value(row))
                .list();
    }

    /** The value that a form with this key made. */
    public Optional<ActualValue> made(Handle handle, long target, String onceKey) {
        return handle.createQuery(ALL + " WHERE a.target_id = ? AND a.once_key = ?")
                .bind(0, target)
                .bind(1, onceKey)
                .map((row, context) -> value(row))
                .findOne();
    }

    /** Adds an edition and answers with its id. */
    public long add(Handle transaction, long target, ActualValue value, Optional<String> onceKey) {
        return transaction
                .createUpdate(ADD)
                .bind("target", target)
                .bind("year", value.year())
                .bind("months", value.period().months())
                .bind("edition", value.edition())
                .bind("amount", value.amount().orElse(null))
                .bind("known", value.knownOn())
                .bind("note", value.note())
                .bind("evidence", value.evidence())
                .bind("reason", value.reason())
                .bind("agency", value.agency())
                .bind("account", value.account())
                .bind("at", value.at())
                .bind("once", onceKey.orElse(null))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static ActualValue value(ResultSet row) throws SQLException {
        return new ActualValue(
                row.getLong("id"),
                row.getInt("value_year"),
                TargetPeriod.ofMonths(row.getInt("months")),
                row.getInt("edition"),
                Optional.ofNullable(row.getBigDecimal("amount")),
                row.getObject("known_on", LocalDate.class),
                row.getString("note"),
                row.getString("evidence"),
                row.getString("reason"),
                row.getString("agency"),
                row.getString("account"),
                row.getObject("entered_at", LocalDateTime.class));
    }
}
