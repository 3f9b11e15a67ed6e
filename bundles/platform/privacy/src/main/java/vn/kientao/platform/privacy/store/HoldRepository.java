package vn.kientao.platform.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.privacy.domain.Hold;

/** Objects on hold, in {@code privacy.hold}. */
public final class HoldRepository {
    private static final String COLUMNS = """
            SELECT id, agency_code, object_type, object_id, reason, put_at, put_by, lifted_at, lifted_by
              FROM privacy.hold
            """;

    /** Puts one on hold; false when the same form has done so before. */
    public boolean put(Handle transaction, Hold hold, Optional<String> onceKey) {
        return transaction.execute(
                        """
                        INSERT INTO privacy.hold (agency_code, once_key, object_type, object_id, reason, put_at, put_by, lifted_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, '')
                        ON CONFLICT DO NOTHING
                        """,
                        hold.agency(),
                        onceKey.orElse(null),
                        hold.objectType(),
                        hold.objectId(),
                        hold.reason(),
                        PrivacyStore.utc(hold.putAt()),
                        hold.putBy())
                == 1;
    }

    /** Lifts it; false when it is lifted already or not the agency's. */
    public boolean lift(Handle transaction, String agency, long id, Instant at, String account) {
        return transaction.execute("""
                        UPDATE privacy.hold
                           SET lifted_at = ?, lifted_by = ?
                         WHERE id = ? AND agency_code = ? AND lifted_at IS NULL
                        """, PrivacyStore.utc(at), account, id, agency) == 1;
    }

    public Optional<Hold> find(Handle handle, String agency, long id) {
        return handle.createQuery(COLUMNS + " WHERE id = ? AND agency_code = ?")
                .bind(0, id)
                .bind(1, agency)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /** An agency's holds with lower ids than {@code below}, newest first. */
    public List<Hold> list(Handle handle, String agency, long below, int most) {
        return handle.createQuery(COLUMNS + """
                 WHERE agency_code = ? AND id < ?
                 ORDER BY agency_code DESC, id DESC
                 FETCH FIRST ? ROWS ONLY
                """)
                .bind(0, agency)
                .bind(1, below)
                .bind(2, most)
                .map((row, context) -> hold(row))
                .list();
    }

    /** Ids of the objects of a type that are on hold, in all agencies. */
    public Set<String> held(Handle handle, String objectType) {
        return new HashSet<>(
                handle.createQuery("""
                SELECT object_id FROM privacy.hold WHERE object_type = ? AND lifted_at IS NULL
                """).bind(0, objectType).mapTo(String.class).list());
    }

    private static Hold hold(ResultSet row) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hold(
                row.getLong("id"),
                row.getString("agency_code"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("reason"),
                row.getObject("put_at", OffsetDateTime.class).toInstant(),
                row.getString("put_by"),
                Optional.ofNullable(lifted).map(OffsetDateTime::toInstant),
                row.getString("lifted_by"));
    }
}
