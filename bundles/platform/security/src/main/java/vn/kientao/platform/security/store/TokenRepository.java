package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Access tokens in {@code security.token}. */
public final class TokenRepository {

    public void add(Handle handle, StoredToken token, String createdBy) {
        handle.createUpdate("""
                INSERT INTO security.token
                       (id, account, name, scopes, agency, created_at, created_by, expires_at, used_at)
                VALUES (:id, :account, :name, :scopes, :agency, :createdAt, :createdBy, :expiresAt, :createdAt)
                """)
                .bind("id", token.id())
                .bind("account", token.account())
                .bind("name", token.name())
                .bind("scopes", String.join(" ", token.scopes()))
                .bind("agency", token.agency().orElse(""))
                .bind("createdAt", SecurityStore.utc(token.createdAt()))
                .bind("createdBy", createdBy)
                .bind("expiresAt", SecurityStore.utc(token.expiresAt()))
                .execute();
    }

    public Optional<StoredToken> find(Handle handle, String id) {
        return handle.createQuery("""
                SELECT id, account, name, scopes, agency, created_at, expires_at, used_at
                  FROM security.token
                 WHERE id = :id
                """)
                .bind("id", id)
                .map((row, context) -> token(row))
                .findOne();
    }

    /** The tokens of an account, oldest first. */
    public List<StoredToken> of(Handle handle, long account) {
        return handle.createQuery("""
                SELECT id, account, name, scopes, agency, created_at, expires_at, used_at
                  FROM security.token
                 WHERE account = :account
                 ORDER BY account, created_at
                """)
                .bind("account", account)
                .map((row, context) -> token(row))
                .list();
    }

    /** Everybody's tokens made before a moment, newest first. */
    public List<StoredToken> before(Handle handle, Instant before, int limit) {
        return handle.createQuery("""
                SELECT id, account, name, scopes, agency, created_at, expires_at, used_at
                  FROM security.token
                 WHERE created_at < :before
                 ORDER BY created_at DESC, id DESC
                 FETCH FIRST :limit ROWS ONLY
                """)
                .bind("before", SecurityStore.utc(before))
                .bind("limit", limit)
                .map((row, context) -> token(row))
                .list();
    }

    public void used(Handle handle, String id, Instant at) {
        handle.createUpdate("""
                UPDATE security.token
                   SET used_at = :at
                 WHERE id = :id AND used_at < :at
                """)
                .bind("at", SecurityStore.utc(at))
                .bind("id", id)
                .execute();
    }

    public boolean remove(Handle handle, String id) {
        return handle.createUpdate("""
                DELETE FROM security.token
                 WHERE id = :id
                """).bind("id", id).execute() > 0;
    }

    private static StoredToken token(ResultSet row) throws SQLException {
        return new StoredToken(
                row.getString("id"),
                row.getLong("account"),
                row.getString("name"),
                Set.of(row.getString("scopes").split(" ")),
                Optional.of(row.getString("agency")).filter(agency -> !agency.isEmpty()),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "used_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * A token as it is kept.
     *
     * @param id hash of the token
     * @param scopes names of permissions
     * @param agency code of the one agency it is good for; empty when it is good wherever its owner may act
     * @param usedAt up to a minute ago; {@code createdAt} when it was never used
     */
    public record StoredToken(
            String id,
            long account,
            String name,
            Set<String> scopes,
            Optional<String> agency,
            Instant createdAt,
            Instant expiresAt,
            Instant usedAt) {

        public boolean used() {
            return usedAt.isAfter(createdAt);
        }
    }
}
