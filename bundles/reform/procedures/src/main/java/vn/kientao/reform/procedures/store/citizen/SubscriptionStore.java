package vn.kientao.reform.procedures.store.citizen;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.citizen.Subscription;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

/** Keeps who wants e-mails about dossiers. */
public final class SubscriptionStore {
    private static final String INSERT = """
            INSERT INTO procedures.dossier_subscription (dossier_id, agency_code, email, subscription_key, confirmed,
                   told_version, site, made_at)
            SELECT :dossier, :agency, :email, :key, FALSE, :version, :site, :at
             WHERE NOT EXISTS (SELECT 1 FROM procedures.dossier_subscription
                                WHERE dossier_id = :dossier AND email = :email)
            ON CONFLICT DO NOTHING
            """;
    private static final String CONFIRM = """
            UPDATE procedures.dossier_subscription
               SET confirmed = TRUE
             WHERE subscription_key = ?
            """;
    private static final String STOP = "DELETE FROM procedures.dossier_subscription WHERE subscription_key = ?";
    private static final String CHANGED = """
            SELECT s.id, s.email, s.subscription_key, s.site, d.version, d.running
              FROM procedures.dossier_subscription s
              JOIN procedures.dossier d ON d.id = s.dossier_id
             WHERE s.confirmed = TRUE AND s.id > ? AND d.version > s.told_version
             ORDER BY s.confirmed, s.id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String TELL = """
            UPDATE procedures.dossier_subscription
               SET told_version = :version
             WHERE id = :id AND told_version < :version
            """;
    private static final String DELETE_UNCONFIRMED = """
            DELETE FROM procedures.dossier_subscription
             WHERE confirmed = FALSE AND made_at < ?
            """;

    /** False when that address is there already. */
    public boolean insert(
            Handle transaction, Dossier dossier, String email, String key, String site, LocalDateTime at) {
        return transaction
                        .createUpdate(INSERT)
                        .bind("dossier", dossier.id())
                        .bind("agency", dossier.agency())
                        .bind("email", email)
                        .bind("key", key)
                        .bind("version", dossier.version())
                        .bind("site", site)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    public void confirm(Handle transaction, String key) {
        transaction.execute(CONFIRM, key);
    }

    public void stop(Handle transaction, String key) {
        transaction.execute(STOP, key);
    }

    /** Those whose dossier has changed since they were last told. */
    public List<Subscription> changed(Handle handle, long after, int size) {
        return handle.createQuery(CHANGED)
                .bind(0, after)
                .bind(1, size)
                .map((row, context) -> new Subscription(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("subscription_key"),
                        row.getString("site"),
                        row.getLong("version"),
                        !row.getBoolean("running")))
                .list();
    }

    /** Whether this node is the one to tell. */
    public boolean take(Handle transaction, Subscription subscription) {
        return transaction
                        .createUpdate(TELL)
                        .bind("version", subscription.version())
                        .bind("id", subscription.id())
                        .execute()
                == 1;
    }

    public int deleteUnconfirmed(Handle transaction, LocalDateTime before) {
        return transaction.execute(DELETE_UNCONFIRMED, before);
    }
}
