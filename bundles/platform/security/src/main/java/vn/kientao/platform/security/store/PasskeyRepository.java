package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Passkeys in {@code security.passkey}, and the challenges that were answered. */
public final class PasskeyRepository {

    public void add(Handle handle, StoredPasskey passkey) {
        handle.createUpdate("""
                INSERT INTO security.passkey
                       (id, account, credential, name, public_key, sign_count, created_at, used_at)
                VALUES (:id, :account, :credential, :name, :publicKey, :signCount, :createdAt, :usedAt)
                """)
                .bind("id", passkey.id())
                .bind("account", passkey.account())
                .bind("credential", passkey.credential())
                .bind("name", passkey.name())
                .bind("publicKey", passkey.publicKey())
                .bind("signCount", passkey.signCount())
                .bind("createdAt", SecurityStore.utc(passkey.createdAt()))
                .bind("usedAt", SecurityStore.utc(passkey.usedAt()))
                .execute();
    }

    public Optional<StoredPasskey> find(Handle handle, String id) {
        return handle.createQuery("""
                SELECT id, account, credential, name, public_key, sign_count, created_at, used_at
                  FROM security.passkey
                 WHERE id = :id
                """)
                .bind("id", id)
                .map((row, context) -> passkey(row))
                .findOne();
    }

    /** The passkeys of an account, oldest first. */
    public List<StoredPasskey> of(Handle handle, long account) {
        return handle.createQuery("""
                SELECT id, account, credential, name, public_key, sign_count, created_at, used_at
                  FROM security.passkey
                 WHERE account = :account
                 ORDER BY account, created_at
                """)
                .bind("account", account)
                .map((row, context) -> passkey(row))
                .list();
    }

    /** Notes a use; false when the counter has not grown although the authenticator counts. */
    public boolean used(Handle handle, String id, long signCount, Instant at) {
        return handle.createUpdate("""
                UPDATE security.passkey
                   SET sign_count = :count, used_at = :at
                 WHERE id = :id AND (sign_count < :count OR (sign_count = 0 AND :count = 0))
                """)
                        .bind("count", signCount)
                        .bind("at", SecurityStore.utc(at))
                        .bind("id", id)
                        .execute()
                > 0;
    }

    public boolean remove(Handle handle, long account, String id) {
        return handle.createUpdate("""
                DELETE FROM security.passkey
                 WHERE id = :id AND account = :account
                """).bind("id", id).bind("account", account).execute() > 0;
    }

    /** Spends a challenge; false when it was spent before. Those from before {@code forget} are forgotten. */
    public boolean spend(Handle handle, String id, Instant now, Instant forget) {
        handle.createUpdate("""
                DELETE FROM security.spent_challenge
                 WHERE spent_at < :forget
                """).bind("forget", SecurityStore.utc(forget)).execute();
        return handle.createUpdate("""
                INSERT INTO security.spent_challenge (id, spent_at)
                VALUES (:id, :now)
                ON CONFLICT DO NOTHING
                """)
                        .bind("id", id)
                        .bind("now", SecurityStore.utc(now))
                        .execute()
                > 0;
    }

    private static StoredPasskey passkey(ResultSet row) throws SQLException {
        return new StoredPasskey(
                row.getString("id"),
                row.getLong("account"),
                row.getString("credential"),
                row.getString("name"),
                row.getString("public_key"),
                row.getLong("sign_count"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant());
    }

    /**
     * A passkey as it is kept.
     *
     * @param id hash of the credential's own id
     * @param credential the credential's own id in Base64url
     * @param name by which its owner knows it
     */
    public record StoredPasskey(
            String id,
            long account,
            String credential,
            String name,
            String publicKey,
            long signCount,
            Instant createdAt,
            Instant usedAt) {}
}
