package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.AccountFilter;
import vn.kientao.platform.security.domain.ListPlace;
import vn.kientao.platform.security.domain.Slice;

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

    /** A page of the accounts that the filter lets through on the day, in order of login. */
    public Slice<Account> page(Handle handle, AccountFilter filter, LocalDate day, ListPlace place, int limit) {
        Query query = handle.createQuery(AccountSearch.statement(filter, place));
        AccountSearch.bind(query, filter, day);
        List<Account> read = query.bind("login", place.login())
                .bind("limit", limit + 1)
                .map((row, context) -> account(row))
                .list();
        return Slice.of(read, place, limit);
    }

    /** The accounts that may sign in and hold a post in the agency on the day, in order of login. */
    public List<Account> holders(Handle handle, String agency, LocalDate day) {
        return handle.createQuery("""
                SELECT a.id, a.login, a.name, a.must_change, a.disabled
                  FROM security.account a
                 WHERE a.disabled = FALSE
                   AND EXISTS (SELECT p.id FROM security.post p
                                WHERE p.account = a.id AND p.agency = :agency AND p.ended_at IS NULL
                                  AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to >= :day))
                 ORDER BY a.login
                """)
                .bind("agency", agency)
                .bind("day", day)
                .map((row, context) -> account(row))
                .list();
    }

    /** Id → name, for the ids of which there is an account. */
    public Map<Long, String> names(Handle handle, Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("""
                    SELECT id, name
                      FROM security.account
                     WHERE id IN (<ids>)
                    """)
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(row.getLong("id"), row.getString("name")))
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    /** Makes accounts from before there was a search findable; tells how many there were. */
    int fold(Handle handle) {
        List<Account> unfolded =
                handle.createQuery("""
                SELECT id, login, name, must_change, disabled
                  FROM security.account
                 WHERE folded IS NULL
                """).map((row, context) -> account(row)).list();
        unfolded.forEach(one -> handle.createUpdate("""
                UPDATE security.account
                   SET folded = :folded
                 WHERE id = :id
                """)
                .bind("folded", folded(one.login(), one.name()))
                .bind("id", one.id())
                .execute());
        return unfolded.size();
    }

    private static String folded(String login, String name) {
        return Folding.fold(login + " " + name);
    }

    public long add(Handle handle, String login, String name, String hash, boolean mustChange, Instant at) {
        return handle.createUpdate("""
                INSERT INTO security.account (login, name, folded, password_hash, must_change, disabled, created_at)
                VALUES (:login, :name, :folded, :hash, :mustChange, FALSE, :at)
                """)
                .bind("folded", folded(login, name))
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
