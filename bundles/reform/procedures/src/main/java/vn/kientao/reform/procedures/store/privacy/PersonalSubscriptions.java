package vn.kientao.reform.procedures.store.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.privacy.DataSubject;

/** Addresses to which e-mails about dossiers go, in {@code procedures.dossier_subscription}. */
public final class PersonalSubscriptions {
    private static final String FIND = """
            SELECT s.id, s.email, d.code
              FROM procedures.dossier_subscription s
              JOIN procedures.dossier d ON d.id = s.dossier_id
             WHERE s.agency_code = :agency AND (s.email = :email OR s.dossier_id IN (<dossiers>))
             ORDER BY s.id DESC
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String DELETE = """
            DELETE FROM procedures.dossier_subscription
             WHERE agency_code = ? AND id = ?
            """;
    private static final long NO_DOSSIER = -1;

    /** One address for one dossier. */
    public record PersonalSubscription(long id, String email, String dossier) {}

    public List<PersonalSubscription> find(Handle handle, String agency, DataSubject subject, int most) {
        List<Long> dossiers = new ArrayList<>(PersonalDossiers.idsOf(handle, agency, subject, most));
        dossiers.add(NO_DOSSIER);
        return handle.createQuery(FIND)
                .bind("agency", agency)
                .bind("email", Subjects.known(subject.email()))
                .bindList("dossiers", dossiers)
                .bind("most", most)
                .map((row, context) ->
                        new PersonalSubscription(row.getLong("id"), row.getString("email"), row.getString("code")))
                .list();
    }

    /** False when it is gone. */
    public boolean delete(Handle transaction, String agency, String record) {
        return Subjects.idOf(record)
                .map(id -> transaction.execute(DELETE, agency, id) == 1)
                .orElse(false);
    }
}
