package vn.kientao.platform.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RightRule;
import vn.kientao.platform.privacy.domain.TimeSpan;

/** How fast requests must be answered, in {@code privacy.right_rule}. */
public final class RuleRepository {
    private static final String COLUMNS = """
            SELECT id, reply_amount, reply_unit, end_amount, end_unit, more_amount, more_unit, legal_basis
              FROM privacy.right_rule
            """;

    /** The rule in force on a day. */
    public Optional<RightRule> on(Handle handle, RequestKind kind, LocalDate day) {
        return handle.createQuery(COLUMNS + """
                 WHERE kind = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
                 ORDER BY kind, valid_from DESC
                 FETCH FIRST 1 ROW ONLY
                """)
                .bind(0, kind.name())
                .bind(1, day)
                .bind(2, day)
                .map((row, context) -> rule(row))
                .findOne();
    }

    RightRule byId(Handle handle, long id) {
        return handle.createQuery(COLUMNS + " WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> rule(row))
                .one();
    }

    private static RightRule rule(ResultSet row) throws SQLException {
        return new RightRule(
                row.getLong("id"),
                span(row, "reply"),
                span(row, "end"),
                span(row, "more"),
                row.getString("legal_basis"));
    }

    private static TimeSpan span(ResultSet row, String name) throws SQLException {
        return new TimeSpan(row.getInt(name + "_amount"), TimeSpan.Unit.valueOf(row.getString(name + "_unit")));
    }
}
