package vn.kientao.reform.procedures.store.competence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.Errand.Outcome;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/** Reads and writes {@code procedures.dossier_errand}. */
public final class Errands {
    private static final String COLUMNS = """
            SELECT id, dossier_id, agency_code, action, person, note, amount, pay_channel, receipt, account, who, given_at,
                   outcome, done_at, refusal
              FROM procedures.dossier_errand
            """;
    private static final String INSERT = """
            INSERT INTO procedures.dossier_errand (
                   dossier_id, agency_code, action, person, note, amount, pay_channel, receipt, account, who, given_at,
                   outcome, refusal)
            VALUES (:dossier, :agency, :action, :person, :note, :amount, :channel, :receipt, :account, :who, :at, 'WAITING', '')
            """;
    private static final String SETTLE = """
            UPDATE procedures.dossier_errand
               SET outcome = :outcome, done_at = :at, refusal = :refusal, person = '', note = ''
             WHERE id = :id AND outcome = 'WAITING'
            """;

    /** Lets nobody else give an errand for the dossier until the transaction ends. */
    public void hold(Handle transaction, SentDossier sent) {
        transaction
                .createQuery("""
                        SELECT dossier_id
                          FROM procedures.dossier_sent
                         WHERE dossier_id = :id AND agency_code = :agency
                           FOR UPDATE
                        """)
                .bind("id", sent.id())
                .bind("agency", sent.unit())
                .map((row, context) -> row.getLong("dossier_id"))
                .list();
    }

    public void add(Handle transaction, Errand errand) {
        transaction
                .createUpdate(INSERT)
                .bind("dossier", errand.dossier())
                .bind("agency", errand.unit())
                .bind("action", errand.action().name())
                .bind("person", errand.person())
                .bind("note", errand.note())
                .bind("amount", errand.taken().map(Errand.Taken::amount).orElse(null))
                .bind("channel", errand.taken().map(Errand.Taken::channel).orElse(null))
                .bind("receipt", errand.taken().map(Errand.Taken::receipt).orElse(null))
                .bind("account", errand.account())
                .bind("who", errand.who())
                .bind("at", errand.givenAt())
                .execute();
    }

    /** The last one that the unit gave for the dossier. */
    public Optional<Errand> last(Handle handle, SentDossier sent) {
        return handle.createQuery(COLUMNS + """
                         WHERE dossier_id = :dossier AND agency_code = :agency
                         ORDER BY dossier_id DESC, id DESC
                         FETCH FIRST 1 ROWS ONLY
                        """)
                .bind("dossier", sent.id())
                .bind("agency", sent.unit())
                .map((row, context) -> errand(row))
                .findOne();
    }

    /** The payments that the unit took for the dossier and that have been carried over, in order. */
    public List<Errand> payments(Handle handle, SentDossier sent) {
        return handle.createQuery(COLUMNS + """
                         WHERE dossier_id = :dossier AND agency_code = :agency AND outcome = 'DONE' AND amount IS NOT NULL
                         ORDER BY dossier_id, id
                        """)
                .bind("dossier", sent.id())
                .bind("agency", sent.unit())
                .map((row, context) -> errand(row))
                .list();
    }

    /** Those that wait, the oldest first; work for no agency. */
    public List<Errand> waiting(Handle handle, int most) {
        return handle.createQuery(COLUMNS + """
                         WHERE outcome = 'WAITING'
                         ORDER BY outcome, id
                         FETCH FIRST :most ROWS ONLY
                        """)
                .bind("most", most)
                .map((row, context) -> errand(row))
                .list();
    }

    /** Says what became of it and forgets who and what it was about; false when that was said before. */
    public boolean settle(Handle transaction, long id, Outcome outcome, String refusal, LocalDateTime at) {
        return transaction
                        .createUpdate(SETTLE)
                        .bind("id", id)
                        .bind("outcome", outcome.name())
                        .bind("refusal", refusal)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** The code of the dossier that an errand is about. */
    public DossierCode code(Handle handle, Errand errand) {
        return handle.createQuery("SELECT code FROM procedures.dossier WHERE id = ?")
                .bind(0, errand.dossier())
                .map((row, context) -> DossierCode.parse(row.getString("code")).orElseThrow())
                .one();
    }

    /** Empty for an errand without money. */
    private static Optional<Errand.Taken> taken(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        return amount == 0
                ? Optional.empty()
                : Optional.of(new Errand.Taken(amount, row.getInt("pay_channel"), row.getString("receipt")));
    }

    private static Errand errand(ResultSet row) throws SQLException {
        return new Errand(
                row.getLong("id"),
                row.getLong("dossier_id"),
                row.getString("agency_code"),
                DossierAction.valueOf(row.getString("action")),
                row.getString("person"),
                row.getString("note"),
                taken(row),
                row.getString("account"),
                row.getString("who"),
                row.getObject("given_at", LocalDateTime.class),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("done_at", LocalDateTime.class)),
                row.getString("refusal"));
    }
}
