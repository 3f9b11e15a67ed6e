package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.security.domain.Account;

/** Accounts in {@code security.account}. */
public final class AccountRepository {

    public Optional<Account> find(Handle handle, long id) {
        return handle.createQuery("""
                SELECT id, login, name, must_change, disabled
                  FROM security.account
                 WHERE id = :id
                """)
                .bind("id", id)
                .map((row, context) -> account(row))
                .findOne();
    }

    /** The account of a login with its password hash. */
    public Optional<Credentials> credentials(Handle handle, String login) {
        return handle.createQuery("""
                SELECT id, login, name, must_change, disabled, password_hash
                  FROM security.account
                 WHERE login = :login
                """)
                .bind("login", login)
                .map((row, context) -> new Credentials(account(row), row.getString("password_hash")))
                .findOne();
    }

    /** The accounts after login {@code after}, in order of login. */
    public List<Account> page(Handle handle, String after, int limit) {
        return handle.createQuery("""
                SELECT id, login, name, must_change, disabled
                  FROM security.account
                 WHERE login > :after
                 ORDER BY login
                 FETCH FIRST :limit ROWS ONLY
                """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> account(row))
                .list();
    }

    public long add(Handle handle, String login, String name, String hash, boolean mustChange, Instant at) {
        return handle.createUpdate("""
                INSERT INTO security.account (login, name, password_hash, must_change, disabled, created_at)
                VALUES (:login, :name, :hash, :mustChange, FALSE, :at)
                """)
                .bind("login", login)
                .bind("name", name)
                .bind("hash", hash)
                .bind("mustChange", mustChange)
                .bind("at", SecurityStore.utc(at))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    public void password(Handle handle, long id, String hash, boolean mustChange) {
        handle.createUpdate("""
                UPDATE security.account
                   SET password_hash = :hash, must_change = :mustChange
                 WHERE id = :id
                """)
                .bind("hash", hash)
                .bind("mustChange", mustChange)
                .bind("id", id)
                .execute();
    }

    public void disabled(Handle handle, long id, boolean disabled) {
        handle.createUpdate("""
                UPDATE security.account
                   SET disabled = :disabled
                 WHERE id = :id
                """).bind("disabled", disabled).bind("id", id).execute();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"));
    }

    /** An account and what its password is checked against. */
    public record Credentials(Account account, String hash) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "Credentials of account " + account.id();
        }
    }
}
