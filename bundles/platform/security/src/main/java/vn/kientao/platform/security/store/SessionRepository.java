package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sessions in {@code security.session}. */
public final class SessionRepository {

    public void add(Handle handle, StoredSession session) {
        handle.createUpdate("""
                INSERT INTO security.session (id, account, csrf_token, created_at, seen_at, expires_at)
                VALUES (:id, :account, :csrfToken, :createdAt, :seenAt, :expiresAt)
                """)
                .bind("id", session.id())
                .bind("account", session.account())
                .bind("csrfToken", session.csrfToken())
                .bind("createdAt", SecurityStore.utc(session.createdAt()))
                .bind("seenAt", SecurityStore.utc(session.seenAt()))
                .bind("expiresAt", SecurityStore.utc(session.expiresAt()))
                .execute();
    }

    public Optional<StoredSession> find(Handle handle, String id) {
        return handle.createQuery("""
                SELECT id, account, csrf_token, created_at, seen_at, expires_at, address, device, acting, renew
                  FROM security.session
                 WHERE id = :id
                """)
                .bind("id", id)
                .map((row, context) -> session(row))
                .findOne();
    }

    /** The sessions of an account, newest first. */
    public List<StoredSession> of(Handle handle, long account) {
        return handle.createQuery("""
                SELECT id, account, csrf_token, created_at, seen_at, expires_at, address, device, acting, renew
                  FROM security.session
                 WHERE account = :account
                 ORDER BY account, created_at DESC
                """)
                .bind("account", account)
                .map((row, context) -> session(row))
                .list();
    }

    /** Notes that the session was used, and from where; never goes back in time. */
    public void seen(Handle handle, String id, Instant at, Whence whence) {
        handle.createUpdate("""
                UPDATE security.session
                   SET seen_at = :at, address = :address, device = :device
                 WHERE id = :id AND seen_at <= :at
                """)
                .bind("at", SecurityStore.utc(at))
                .bind("address", whence.address())
                .bind("device", whence.device())
                .bind("id", id)
                .execute();
    }

    /** Marks the sessions of the account: each gets another id when it is used next. */
    public void renew(Handle handle, long account) {
        handle.createUpdate("""
                UPDATE security.session
                   SET renew = TRUE
                 WHERE account = :account
                """).bind("account", account).execute();
    }

    /** Gives a marked session another id; false when it is not marked, or no more. */
    public boolean rename(Handle handle, String id, String next) {
        return handle.createUpdate("""
                UPDATE security.session
                   SET id = :next, renew = FALSE
                 WHERE id = :id AND renew = TRUE
                """).bind("next", next).bind("id", id).execute() > 0;
    }

    /** Makes the session act by a delegation, or by the own posts again when it is empty; its id has to change. */
    public void act(Handle handle, String id, Optional<Long> delegation) {
        handle.createUpdate("""
                UPDATE security.session
                   SET acting = :acting, renew = TRUE
                 WHERE id = :id
                """)
                .bind("acting", delegation.orElse(null))
                .bind("id", id)
                .execute();
    }

    public boolean remove(Handle handle, String id) {
        return handle.createUpdate("""
                DELETE FROM security.session
                 WHERE id = :id
                """).bind("id", id).execute() > 0;
    }

    /** Ends every session of the account except {@code kept}. */
    public int removeOthers(Handle handle, long account, String kept) {
        return handle.createUpdate("""
                DELETE FROM security.session
                 WHERE account = :account AND id <> :kept
                """)
                .bind("account", account)
                .bind("kept", kept)
                .execute();
    }

    public int removeStale(Handle handle, Instant seenBefore, Instant expiredBefore) {
        return handle.createUpdate("""
                DELETE FROM security.session
                 WHERE seen_at < :seenBefore OR expires_at < :expiredBefore
                """)
                .bind("seenBefore", SecurityStore.utc(seenBefore))
                .bind("expiredBefore", SecurityStore.utc(expiredBefore))
                .execute();
    }

    private static StoredSession session(ResultSet row) throws SQLException {
        return new StoredSession(
                row.getString("id"),
                row.getLong("account"),
                row.getString("csrf_token"),
                instant(row, "created_at"),
                instant(row, "seen_at"),
                instant(row, "expires_at"),
                new Whence(text(row, "address"), text(row, "device")),
                Optional.ofNullable(row.getObject("acting", Long.class)),
                row.getBoolean("renew"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * A session as it is kept.
     *
     * @param id hash of the token
     * @param seenAt when it was last used, up to a minute ago
     * @param expiresAt when it ends however much it is used
     * @param acting the delegation by which it acts
     * @param renew whether its id has to change
     */
    public record StoredSession(
            String id,
            long account,
            String csrfToken,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt,
            Whence whence,
            Optional<Long> acting,
            boolean renew) {

        /** The same, last used then and there. */
        public StoredSession used(Instant at, Whence from) {
            return new StoredSession(id, account, csrfToken, createdAt, at, expiresAt, from, acting, renew);
        }

        /** Without the CSRF token. */
        @Override
        public String toString() {
            return "StoredSession of account " + account;
        }
    }

    /**
     * From where a session was last used.
     *
     * @param device as the browser names itself; cut to what there is room for
     */
    public record Whence(String address, String device) {
        public static final Whence UNKNOWN = new Whence("", "");
        private static final int LONGEST_ADDRESS = 60;
        private static final int LONGEST_DEVICE = 400;

        public static Whence of(String address, String device) {
            return new Whence(cut(address, LONGEST_ADDRESS), cut(device, LONGEST_DEVICE));
        }

        private static String cut(String text, int most) {
            return text.length() > most ? text.substring(0, most) : text;
        }
    }
}
