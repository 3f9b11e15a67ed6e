package vn.kientao.reform.procedures.store.competence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.competence.SentDossier.State;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** Reads and writes {@code procedures.dossier_sent}. */
public final class SentDossiers {
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final String COLUMNS = """
            SELECT dossier_id, seen_version, agency_code, competent_agency, dossier_code, procedure_name, state, status, place, due_at,
                   result_number, result_summary, sent_at, sent_by, arrived_at, back_reason, wanted,
                   owed_what, owed_amount, owed_document, owed_by
              FROM procedures.dossier_sent
            """;
    private static final String PAGE = COLUMNS + """
             WHERE agency_code = :agency AND open_state = :open
               AND (due_at > :due OR (due_at = :due AND dossier_id > :id))
             ORDER BY agency_code, open_state, due_at, dossier_id
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String INSERT = """
            INSERT INTO procedures.dossier_sent (
                   dossier_id, agency_code, competent_agency, dossier_code, procedure_name, state, open_state, followed,
                   seen_version, status, place, due_at, result_number, result_summary, sent_at, sent_by, back_reason, wanted, once_key)
            VALUES (:id, :agency, :competent, :code, :procedure, 'SENT', TRUE, FALSE,
                   0, :status, '', :due, '', '', :at, :by, '', '',
                   (SELECT once_key FROM procedures.dossier WHERE id = :id))
            """;
    private static final String CODE_BY_ONCE_KEY = """
            SELECT dossier_code
              FROM procedures.dossier_sent
             WHERE agency_code = :agency AND once_key = :key
            """;
    private static final String ARRIVED = """
            UPDATE procedures.dossier_sent
               SET state = 'THERE', followed = TRUE, arrived_at = :at
             WHERE dossier_id = :id AND state = 'SENT'
            """;
    private static final String BACK = """
            UPDATE procedures.dossier_sent
               SET state = 'BACK', open_state = FALSE, followed = FALSE, over_from = :at, back_reason = :reason
             WHERE dossier_id = :id
            """;
    private static final String BEHIND = """
            SELECT d.id, d.version, d.status, d.place, d.due_at,
                   COALESCE(d.result_number, '') AS result_number, COALESCE(d.result_summary, '') AS result_summary
              FROM procedures.dossier_sent s
              JOIN procedures.dossier d ON d.id = s.dossier_id
             WHERE s.followed = TRUE AND s.state <> 'SENT'
               AND (s.seen_version <> d.version OR s.due_at <> d.due_at)
             ORDER BY s.dossier_id
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String FOLLOW = """
            UPDATE procedures.dossier_sent
               SET state = :state, open_state = :open, seen_version = :version, status = :status, place = :place,
                   due_at = :due, result_number = :number, result_summary = :summary, wanted = :wanted,
                   owed_what = :what, owed_amount = :amount, owed_document = :document, owed_by = :payBy,
                   over_from = CASE WHEN :open = TRUE THEN NULL ELSE COALESCE(over_from, :at) END
             WHERE dossier_id = :id AND followed = TRUE AND seen_version <= :version
            """;

    /** The unit sends it to that agency; what it has seen of it before, when it was sent elsewhere, is over. */
    public void add(Handle transaction, Dossier dossier, String competent, String by, LocalDateTime at) {
        transaction.execute("DELETE FROM procedures.dossier_sent WHERE dossier_id = ?", dossier.id());
        transaction
                .createUpdate(INSERT)
                .bind("id", dossier.id())
                .bind("agency", dossier.agency())
                .bind("competent", competent)
                .bind("code", dossier.code().toString())
                .bind("procedure", dossier.procedure().name())
                .bind("status", dossier.status().number())
                .bind("due", dossier.appointment().due())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    /** What a unit has sent on, most urgent first, after that one; or what has come to its end. */
    public List<SentDossier> page(Handle handle, String unit, boolean open, Optional<SentDossier> after, int most) {
        return handle.createQuery(PAGE)
                .bind("agency", unit)
                .bind("open", open)
                .bind("due", after.map(SentDossier::due).orElse(FIRST))
                .bind("id", after.map(SentDossier::id).orElse(0L))
                .bind("most", most)
                .map((row, context) -> sent(row))
                .list();
    }

    /** What a unit sees of a dossier that it has sent on. */
    public Optional<SentDossier> find(Handle handle, String unit, String code) {
        return handle.createQuery(COLUMNS + " WHERE agency_code = :agency AND dossier_code = :code")
                .bind("agency", unit)
                .bind("code", code)
                .map((row, context) -> sent(row))
                .findOne();
    }

    /** The code of what a unit has sent on and had made with this key. */
    public Optional<DossierCode> codeByOnceKey(Handle handle, String unit, String onceKey) {
        return handle.createQuery(CODE_BY_ONCE_KEY)
                .bind("agency", unit)
                .bind("key", onceKey)
                .map((row, context) -> row.getString("dossier_code"))
                .findOne()
                .flatMap(DossierCode::parse);
    }

    /** It has come into the other register. */
    public void arrived(Handle transaction, long id, LocalDateTime at) {
        transaction.createUpdate(ARRIVED).bind("at", at).bind("id", id).execute();
    }

    /** It has come back. */
    public void back(Handle transaction, long id, String reason, LocalDateTime at) {
        transaction
                .createUpdate(BACK)
                .bind("at", at)
                .bind("reason", reason)
                .bind("id", id)
                .execute();
    }

    /** Those that stand otherwise by now than their units see; work for no agency. */
    public List<Standing> behind(Handle handle, int most) {
        return handle.createQuery(BEHIND)
                .bind("most", most)
                .map((row, context) -> Standing.of(row))
                .list();
    }

    /**
     * Shows the unit how it stands; of what is over it need not know what was decided.
     *
     * @param wanted what the applicant is asked to bring; may be empty
     * @param owed what the applicant is asked to pay
     */
    public void follow(
            Handle transaction, Standing now, String wanted, Optional<SentDossier.Owed> owed, LocalDateTime at) {
        State state = State.of(now.status());
        transaction
                .createUpdate(FOLLOW)
                .bind("id", now.id())
                .bind("state", state.name())
                .bind("open", state.open())
                .bind("version", now.version())
                .bind("status", now.status().number())
                .bind("place", now.place())
                .bind("due", now.due())
                .bind("number", now.number())
                .bind("summary", state.open() ? now.summary() : "")
                .bind("wanted", wanted)
                .bind("what", owed.map(SentDossier.Owed::what).orElse(""))
                .bind("amount", owed.map(SentDossier.Owed::amount).orElse(null))
                .bind("document", owed.map(SentDossier.Owed::document).orElse(""))
                .bind("payBy", owed.flatMap(SentDossier.Owed::payBy).orElse(null))
                .bind("at", at)
                .execute();
    }

    /** What ended before that moment is not looked at any more; a correction after so long is told by letter. */
    public int leave(Handle transaction, LocalDateTime before) {
        return transaction.createUpdate("""
                        UPDATE procedures.dossier_sent
                           SET followed = FALSE
                         WHERE followed = TRUE AND open_state = FALSE AND over_from < :before
                        """).bind("before", before).execute();
    }

    private static SentDossier sent(ResultSet row) throws SQLException {
        String number = row.getString("result_number");
        return new SentDossier(
                row.getLong("dossier_id"),
                row.getLong("seen_version"),
                row.getString("agency_code"),
                row.getString("competent_agency"),
                row.getString("dossier_code"),
                row.getString("procedure_name"),
                State.valueOf(row.getString("state")),
                DossierStatus.of(row.getInt("status")),
                row.getString("place"),
                row.getObject("due_at", LocalDateTime.class),
                Stream.of(number, row.getString("result_summary"))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(": ")),
                row.getObject("sent_at", LocalDateTime.class),
                row.getString("sent_by"),
                Optional.ofNullable(row.getObject("arrived_at", LocalDateTime.class)),
                row.getString("back_reason"),
                row.getString("wanted"),
                owed(row));
    }

    private static Optional<SentDossier.Owed> owed(ResultSet row) throws SQLException {
        long amount = row.getLong("owed_amount");
        return amount == 0
                ? Optional.empty()
                : Optional.of(new SentDossier.Owed(
                        row.getString("owed_what"),
                        amount,
                        row.getString("owed_document"),
                        Optional.ofNullable(row.getObject("owed_by", LocalDate.class))));
    }

    /**
     * How a dossier stands in the register where it is.
     *
     * @param number of its result; empty before
     * @param summary of its result; empty before
     */
    public record Standing(
            long id,
            long version,
            DossierStatus status,
            String place,
            LocalDateTime due,
            String number,
            String summary) {
        static Standing of(ResultSet row) throws SQLException {
            return new Standing(
                    row.getLong("id"),
                    row.getLong("version"),
                    DossierStatus.of(row.getInt("status")),
                    row.getString("place"),
                    row.getObject("due_at", LocalDateTime.class),
                    row.getString("result_number"),
                    row.getString("result_summary"));
        }
    }
}
