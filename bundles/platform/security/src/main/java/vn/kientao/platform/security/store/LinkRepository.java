package vn.kientao.platform.security.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who accounts are at other houses, in {@code security.oidc_link}. */
public final class LinkRepository {

    public Optional<Long> account(Handle handle, String issuer, String subject) {
        return handle.createQuery("""
                SELECT account
                  FROM security.oidc_link
                 WHERE issuer = :issuer AND subject = :subject
                """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(Long.class)
                .findOne();
    }

    /** Links; false when that subject is linked already, to whomever. */
    public boolean add(Handle handle, String issuer, String subject, long account, Instant at) {
        return handle.createUpdate("""
                INSERT INTO security.oidc_link (issuer, subject, account, created_at)
                VALUES (:issuer, :subject, :account, :at)
                ON CONFLICT DO NOTHING
                """)
                        .bind("issuer", issuer)
                        .bind("subject", subject)
                        .bind("account", account)
                        .bind("at", SecurityStore.utc(at))
                        .execute()
                > 0;
    }

    public boolean remove(Handle handle, String issuer, String subject, long account) {
        return handle.createUpdate("""
                DELETE FROM security.oidc_link
                 WHERE issuer = :issuer AND subject = :subject AND account = :account
                """)
                        .bind("issuer", issuer)
                        .bind("subject", subject)
                        .bind("account", account)
                        .execute()
                > 0;
    }

    /** The links of an account, oldest first. */
    public List<StoredLink> of(Handle handle, long account) {
        return handle.createQuery("""
                SELECT issuer, subject
                  FROM security.oidc_link
                 WHERE account = :account
                 ORDER BY account, created_at
                """)
                .bind("account", account)
                .map((row, context) -> new StoredLink(row.getString("issuer"), row.getString("subject")))
                .list();
    }

    /** A name at another house. */
    public record StoredLink(String issuer, String subject) {}
}
