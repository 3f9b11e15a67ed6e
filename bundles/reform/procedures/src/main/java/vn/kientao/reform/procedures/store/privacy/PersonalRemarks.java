package vn.kientao.reform.procedures.store.privacy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.privacy.DataSubject;

/** What people wrote when they rated their dossiers, in {@code procedures.rating}. */
public final class PersonalRemarks {
    private static final String FIND = """
            SELECT dossier_code, rated_at, remark
              FROM procedures.rating
             WHERE agency_code = :agency AND remark <> '' AND dossier_id IN (<dossiers>)
             ORDER BY rated_at DESC, id DESC
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String ONE = """
            SELECT dossier_code, rated_at, remark
              FROM procedures.rating
             WHERE agency_code = :agency
               AND dossier_id = (SELECT id FROM procedures.dossier WHERE agency_code = :agency AND code = :code)
            """;
    private static final String WRITE = """
            UPDATE procedures.rating
               SET remark = :remark
             WHERE agency_code = :agency
               AND dossier_id = (SELECT id FROM procedures.dossier WHERE agency_code = :agency AND code = :code)
            """;

    /** The words of one rating. */
    public record Remark(String dossier, LocalDateTime at, String words) {}

    public List<Remark> find(Handle handle, String agency, DataSubject subject, int most) {
        List<Long> dossiers = PersonalDossiers.idsOf(handle, agency, subject, most);
        if (dossiers.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(FIND)
                .bind("agency", agency)
                .bindList("dossiers", dossiers)
                .bind("most", most)
                .map((row, context) -> new Remark(
                        row.getString("dossier_code"),
                        row.getObject("rated_at", LocalDateTime.class),
                        row.getString("remark")))
                .list();
    }

    public Optional<Remark> one(Handle handle, String agency, String dossier) {
        return handle.createQuery(ONE)
                .bind("agency", agency)
                .bind("code", dossier)
                .map((row, context) -> new Remark(
                        row.getString("dossier_code"),
                        row.getObject("rated_at", LocalDateTime.class),
                        row.getString("remark")))
                .findOne();
    }

    /** Other words, or none; the levels stay. */
    public void write(Handle transaction, String agency, String dossier, String words) {
        transaction
                .createUpdate(WRITE)
                .bind("remark", words)
                .bind("agency", agency)
                .bind("code", dossier)
                .execute();
    }
}
