package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.ChangeKey;
import vn.kientao.reform.procedures.domain.dossier.DossierChange;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** Reads which dossiers changed, in order of their last change. */
public final class ChangedDossiers {
    static final String AFTER = """
            SELECT id, code, version, status, paused, changed_at, due_at, place
              FROM procedures.dossier
             WHERE agency_code = :agency
               AND changed_at >= :at
               AND changed_at < :before
               AND (changed_at > :at OR id > :id)
             ORDER BY agency_code, changed_at, id
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String OF_CODES = """
            SELECT id, code, version, status, paused, changed_at, due_at, place
              FROM procedures.dossier
             WHERE agency_code = :agency AND code IN (<codes>)
             ORDER BY code
            """;
    private static final LocalDateTime BEGINNING = LocalDateTime.of(2000, 1, 1, 0, 0);

    /**
     * Those that changed after a place and before a moment.
     *
     * @param before leaves out what may still be joined by a change of the same second
     */
    public List<DossierChange> after(
            Handle handle, String agency, Optional<ChangeKey> after, LocalDateTime before, int size) {
        return handle.createQuery(AFTER)
                .bind("agency", agency)
                .bind("at", after.map(ChangeKey::at).orElse(BEGINNING))
                .bind("id", after.map(ChangeKey::id).orElse(0L))
                .bind("before", before)
                .bind("size", size)
                .map((row, context) -> change(row))
                .list();
    }

    /** How those of these codes stand that are the agency's, by code. */
    public List<DossierChange> of(Handle handle, String agency, List<String> codes) {
        return handle.createQuery(OF_CODES)
                .bind("agency", agency)
                .bindList("codes", codes)
                .map((row, context) -> change(row))
                .list();
    }

    private static DossierChange change(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("changed_at", LocalDateTime.class);
        return new DossierChange(
                new ChangeKey(at, row.getLong("id")).toString(),
                row.getString("code"),
                row.getLong("version"),
                DossierStatus.of(row.getInt("status")),
                row.getBoolean("paused"),
                at,
                row.getObject("due_at", LocalDateTime.class),
                row.getString("place"));
    }
}
