package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Dossiers that a release has written which keeps no numbers: their version is not the one that was kept. */
public final class StrayDossiers {
    /** Agency by agency, along the index of changes. */
    private static final String STRAY = """
            SELECT d.id
              FROM (SELECT DISTINCT agency_code FROM procedures.dossier_field) AS f
              JOIN procedures.dossier d ON d.agency_code = f.agency_code AND d.changed_at >= ?
             WHERE d.kept_version IS NULL OR d.kept_version <> d.version
             FETCH FIRST ? ROWS ONLY
            """;

    /** Agency by agency, along the index of what was never kept. */
    private static final String NEVER = """
            SELECT d.id
              FROM (SELECT DISTINCT agency_code FROM procedures.dossier_field) AS f
              JOIN procedures.dossier d ON d.agency_code = f.agency_code AND d.kept_version IS NULL
             FETCH FIRST ? ROWS ONLY
            """;

    private static final String KEPT = """
            UPDATE procedures.dossier
               SET kept_version = version
             WHERE id IN (<ids>)
            """;

    /** Some of those that have changed since a moment. */
    public List<Long> since(Handle handle, LocalDateTime moment, int most) {
        return handle.createQuery(STRAY)
                .bind(0, moment)
                .bind(1, most)
                .mapTo(Long.class)
                .list();
    }

    /** Some of those from before there was anything to keep, or new ones of an older release. */
    public List<Long> never(Handle handle, int most) {
        return handle.createQuery(NEVER).bind(0, most).mapTo(Long.class).list();
    }

    /** From now on they are kept. */
    public void kept(Handle transaction, List<Long> dossiers) {
        transaction.createUpdate(KEPT).bindList("ids", dossiers).execute();
    }
}
