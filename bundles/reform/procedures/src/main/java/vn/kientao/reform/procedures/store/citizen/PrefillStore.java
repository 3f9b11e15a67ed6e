package vn.kientao.reform.procedures.store.citizen;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps forms filled in at home, sealed. */
public final class PrefillStore {
    private static final String INSERT = """
            INSERT INTO procedures.prefill (lookup, procedure_code, sealed, made_at, expires_at, once_key)
            SELECT :lookup, :procedure, :sealed, :made, :expires, :once
             WHERE NOT EXISTS (SELECT 1 FROM procedures.prefill WHERE once_key = :once)
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND = """
            SELECT id, procedure_code, sealed, made_at, expires_at
              FROM procedures.prefill
             WHERE lookup = ? AND expires_at > ?
            """;
    private static final String DELETE = """
            DELETE FROM procedures.prefill
             WHERE lookup = ?
            """;
    private static final String DELETE_EXPIRED = """
            DELETE FROM procedures.prefill
             WHERE expires_at <= ?
            """;

    /** False when the same form was sent before. */
    public boolean insert(Handle transaction, String lookup, Row row, Optional<String> onceKey) {
        return transaction
                        .createUpdate(INSERT)
                        .bind("lookup", lookup)
                        .bind("procedure", row.procedure())
                        .bind("sealed", row.sealed())
                        .bind("made", row.madeAt())
                        .bind("expires", row.expiresAt())
                        .bind("once", onceKey.orElse(lookup))
                        .execute()
                == 1;
    }

    public Optional<Row> find(Handle handle, String lookup, LocalDateTime now) {
        return handle.createQuery(FIND)
                .bind(0, lookup)
                .bind(1, now)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("procedure_code"),
                        row.getString("sealed"),
                        row.getObject("made_at", LocalDateTime.class),
                        row.getObject("expires_at", LocalDateTime.class)))
                .findOne();
    }

    public boolean delete(Handle transaction, String lookup) {
        return transaction.execute(DELETE, lookup) == 1;
    }

    /** Deletes what nobody may open any more; how many there were. */
    public int deleteExpired(Handle transaction, LocalDateTime now) {
        return transaction.execute(DELETE_EXPIRED, now);
    }

    /** @param id 0 before it is kept */
    public record Row(long id, String procedure, String sealed, LocalDateTime madeAt, LocalDateTime expiresAt) {
        public Row {
            requireNonNull(procedure, "procedure");
            requireNonNull(sealed, "sealed");
            requireNonNull(madeAt, "madeAt");
            requireNonNull(expiresAt, "expiresAt");
        }
    }
}
