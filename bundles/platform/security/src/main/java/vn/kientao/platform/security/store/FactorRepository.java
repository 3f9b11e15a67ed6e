package vn.kientao.platform.security.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One-time codes and recovery codes in {@code security.totp} and {@code security.recovery_code}. */
public final class FactorRepository {

    /** Whether the account has an authenticator app or a passkey that proves something. */
    public boolean any(Handle handle, long account) {
        return handle.createQuery("""
                SELECT (SELECT COUNT(account) FROM security.totp WHERE account = :account AND confirmed)
                     + (SELECT COUNT(id) FROM security.passkey WHERE account = :account)
                """)
                        .bind("account", account)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public Optional<StoredTotp> totp(Handle handle, long account) {
        return handle.createQuery("""
                SELECT secret, confirmed, last_step
                  FROM security.totp
                 WHERE account = :account
                """)
                .bind("account", account)
                .map((row, context) ->
                        new StoredTotp(row.getString("secret"), row.getBoolean("confirmed"), row.getLong("last_step")))
                .findOne();
    }

    /** Begins with a new secret, which proves nothing until it is confirmed. */
    public void begin(Handle handle, long account, String secret, Instant at) {
        handle.createUpdate("""
                DELETE FROM security.totp
                 WHERE account = :account AND NOT confirmed
                """).bind("account", account).execute();
        handle.createUpdate("""
                INSERT INTO security.totp (account, secret, confirmed, last_step, created_at)
                VALUES (:account, :secret, FALSE, 0, :at)
                """)
                .bind("account", account)
                .bind("secret", secret)
                .bind("at", SecurityStore.utc(at))
                .execute();
    }

    /** Notes that the code of a step was used; false when it, or a later one, was used before. */
    public boolean use(Handle handle, long account, long step) {
        return handle.createUpdate("""
                UPDATE security.totp
                   SET last_step = :step, confirmed = TRUE
                 WHERE account = :account AND last_step < :step
                """)
                        .bind("step", step)
                        .bind("account", account)
                        .execute()
                > 0;
    }

    public boolean removeTotp(Handle handle, long account) {
        return handle.createUpdate("""
                DELETE FROM security.totp
                 WHERE account = :account
                """).bind("account", account).execute() > 0;
    }

    public void addRecoveryCode(Handle handle, long account, String hash, Instant at) {
        handle.createUpdate("""
                INSERT INTO security.recovery_code (account, code, created_at)
                VALUES (:account, :code, :at)
                """)
                .bind("account", account)
                .bind("code", hash)
                .bind("at", SecurityStore.utc(at))
                .execute();
    }

    /** Uses a recovery code up; false when there is none with that hash. */
    public boolean useRecoveryCode(Handle handle, long account, String hash) {
        return handle.createUpdate("""
                DELETE FROM security.recovery_code
                 WHERE account = :account AND code = :code
                """)
                        .bind("account", account)
                        .bind("code", hash)
                        .execute()
                > 0;
    }

    public void removeRecoveryCodes(Handle handle, long account) {
        handle.createUpdate("""
                DELETE FROM security.recovery_code
                 WHERE account = :account
                """).bind("account", account).execute();
    }

    public int recoveryCodes(Handle handle, long account) {
        return handle.createQuery("""
                SELECT COUNT(code)
                  FROM security.recovery_code
                 WHERE account = :account
                """)
                .bind("account", account)
                .mapTo(Integer.class)
                .one();
    }

    /** Makes the owner of a password that is too short to stand alone choose another one. */
    public void outgrowShortPassword(Handle handle, long account) {
        handle.createUpdate("""
                UPDATE security.account
                   SET must_change = TRUE
                 WHERE id = :account AND short_password
                """).bind("account", account).execute();
    }

    public void shortPassword(Handle handle, long account, boolean isShort) {
        handle.createUpdate("""
                UPDATE security.account
                   SET short_password = :short
                 WHERE id = :account
                """).bind("short", isShort).bind("account", account).execute();
    }

    /**
     * @param secret encrypted
     * @param lastStep the step of the last code that was used
     */
    public record StoredTotp(String secret, boolean confirmed, long lastStep) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "StoredTotp" + (confirmed ? "" : " (not confirmed)");
        }
    }
}
