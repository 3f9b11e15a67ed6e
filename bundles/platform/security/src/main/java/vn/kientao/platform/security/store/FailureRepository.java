package vn.kientao.platform.security.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Failed sign-ins in {@code security.sign_in_failure}, by hashed key. */
public final class FailureRepository {

    /** How many failures the key has seen since {@code since}; older ones are forgiven. */
    public int failures(Handle handle, String key, Instant since) {
        return handle.createQuery("""
                SELECT failures
                  FROM security.sign_in_failure
                 WHERE id = :id AND last_at >= :since
                """)
                .bind("id", key)
                .bind("since", SecurityStore.utc(since))
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** Adds a failure to the key. */
    public void add(Handle handle, String key, Instant at) {
        handle.createUpdate("""
                INSERT INTO security.sign_in_failure (id, failures, last_at)
                VALUES (:id, 0, :at)
                ON CONFLICT DO NOTHING
                """)
                .bind("id", key)
                .bind("at", SecurityStore.utc(at))
                .execute();
        handle.createUpdate("""
                UPDATE security.sign_in_failure
                   SET failures = failures + 1, last_at = :at
                 WHERE id = :id
                """)
                .bind("id", key)
                .bind("at", SecurityStore.utc(at))
                .execute();
    }

    public void clear(Handle handle, String key) {
        handle.createUpdate("""
                DELETE FROM security.sign_in_failure
                 WHERE id = :id
                """).bind("id", key).execute();
    }

    public void removeBefore(Handle handle, Instant before) {
        handle.createUpdate("""
                DELETE FROM security.sign_in_failure
                 WHERE last_at < :before
                """).bind("before", SecurityStore.utc(before)).execute();
    }
}
