package vn.kientao.platform.security.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Fresh proofs and half-finished sign-ins, in {@code security.proof} and {@code security.sign_in_ticket}. */
public final class ProofRepository {

    /** Notes that the person behind the session has just proved to be that person. */
    public void proven(Handle handle, String session, String method, Instant at) {
        boolean known = handle.createUpdate("""
                UPDATE security.proof
                   SET method = :method, proven_at = :at
                 WHERE session = :session
                """)
                        .bind("method", method)
                        .bind("at", SecurityStore.utc(at))
                        .bind("session", session)
                        .execute()
                > 0;
        if (known) {
            return;
        }
        handle.createUpdate("""
                INSERT INTO security.proof (session, method, proven_at)
                VALUES (:session, :method, :at)
                """)
                .bind("session", session)
                .bind("method", method)
                .bind("at", SecurityStore.utc(at))
                .execute();
    }

    /** Notes through which provider a session was opened. */
    public void openedBy(Handle handle, String session, String provider) {
        handle.createUpdate("""
                UPDATE security.proof
                   SET opened_by = :provider
                 WHERE session = :session
                """)
                .bind("provider", provider)
                .bind("session", session)
                .execute();
    }

    /** The provider through which a session was opened; empty when it was opened here. */
    public Optional<String> openedBy(Handle handle, String session) {
        return handle.createQuery("""
                SELECT opened_by
                  FROM security.proof
                 WHERE session = :session AND opened_by <> ''
                """)
                .bind("session", session)
                .mapTo(String.class)
                .findOne();
    }

    public Optional<Instant> provenAt(Handle handle, String session) {
        return handle.createQuery("""
                SELECT proven_at
                  FROM security.proof
                 WHERE session = :session
                """)
                .bind("session", session)
                .map((row, context) ->
                        row.getObject("proven_at", OffsetDateTime.class).toInstant())
                .findOne();
    }

    public void addTicket(Handle handle, String id, long account, Instant now, Instant expiresAt) {
        handle.createUpdate("""
                DELETE FROM security.sign_in_ticket
                 WHERE expires_at < :now
                """).bind("now", SecurityStore.utc(now)).execute();
        handle.createUpdate("""
                INSERT INTO security.sign_in_ticket (id, account, tries, expires_at)
                VALUES (:id, :account, 0, :expiresAt)
                """)
                .bind("id", id)
                .bind("account", account)
                .bind("expiresAt", SecurityStore.utc(expiresAt))
                .execute();
    }

    /** The account of a ticket that is still good for a try. */
    public Optional<Long> ticket(Handle handle, String id, int mostTries, Instant now) {
        return handle.createQuery("""
                SELECT account
                  FROM security.sign_in_ticket
                 WHERE id = :id AND tries < :most AND expires_at > :now
                """)
                .bind("id", id)
                .bind("most", mostTries)
                .bind("now", SecurityStore.utc(now))
                .mapTo(Long.class)
                .findOne();
    }

    public void tried(Handle handle, String id) {
        handle.createUpdate("""
                UPDATE security.sign_in_ticket
                   SET tries = tries + 1
                 WHERE id = :id
                """).bind("id", id).execute();
    }

    public void removeTicket(Handle handle, String id) {
        handle.createUpdate("""
                DELETE FROM security.sign_in_ticket
                 WHERE id = :id
                """).bind("id", id).execute();
    }
}
