package vn.kientao.reform.procedures.store.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.domain.petition.Sender;

/** Reads whole petitions. */
public final class PetitionReader {
    private static final String COLUMNS = """
            SELECT id, version, agency_code, kind, channel, anonymous, sender_name, sender_phone, sender_email,
                   sender_address, dossier_code, title, content, received_at, state, classification, answer_due,
                   due_at, update_days, legal_basis, assigned_to, answer, ended_at, published, published_at,
                   public_title, public_content, public_answer, citizen_level, reopened
              FROM procedures.petition
            """;
    private static final String BY_ID = COLUMNS + " WHERE id = ?";
    private static final String BY_LOOKUP = COLUMNS + " WHERE lookup = ?";
    private static final String BY_ONCE_KEY = COLUMNS + " WHERE once_key = ?";
    private static final String EVENTS = """
            SELECT version, happened, action, state, account, who, note
              FROM procedures.petition_event
             WHERE petition_id = ?
             ORDER BY version
            """;

    public Optional<Petition> find(Handle handle, long id) {
        return one(handle, BY_ID, id);
    }

    public Optional<Petition> byLookup(Handle handle, String lookup) {
        return one(handle, BY_LOOKUP, lookup);
    }

    public Optional<Petition> byOnceKey(Handle handle, String onceKey) {
        return one(handle, BY_ONCE_KEY, onceKey);
    }

    private static Optional<Petition> one(Handle handle, String sql, Object value) {
        return handle.createQuery(sql)
                .bind(0, value)
                .map((row, context) -> petition(handle, row))
                .findOne();
    }

    private static Petition petition(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Petition(
                id,
                text(row),
                time(row, "received_at"),
                PetitionState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("classification")).map(PetitionClass::valueOf),
                time(row, "due_at"),
                time(row, "answer_due"),
                row.getInt("update_days"),
                row.getString("legal_basis"),
                row.getString("assigned_to"),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("ended_at", LocalDateTime.class)),
                row.getBoolean("published") ? Optional.of(published(row)) : Optional.empty(),
                Optional.ofNullable(row.getObject("citizen_level", Integer.class)),
                row.getInt("reopened"),
                events(handle, id),
                row.getLong("version"));
    }

    private static NewPetition text(ResultSet row) throws SQLException {
        return new NewPetition(
                row.getString("agency_code"),
                row.getString("kind"),
                row.getString("channel"),
                new Sender(
                        row.getBoolean("anonymous"),
                        row.getString("sender_name"),
                        row.getString("sender_phone"),
                        row.getString("sender_email"),
                        row.getString("sender_address")),
                row.getString("dossier_code"),
                row.getString("title"),
                row.getString("content"));
    }

    static Petition.Published published(ResultSet row) throws SQLException {
        return new Petition.Published(
                time(row, "published_at"),
                row.getString("public_title"),
                row.getString("public_content"),
                row.getString("public_answer"));
    }

    private static List<PetitionEvent> events(Handle handle, long id) {
        return handle.createQuery(EVENTS)
                .bind(0, id)
                .map((row, context) -> new PetitionEvent(
                        row.getLong("version"),
                        time(row, "happened"),
                        PetitionAction.valueOf(row.getString("action")),
                        PetitionState.valueOf(row.getString("state")),
                        row.getString("account"),
                        row.getString("who"),
                        row.getString("note")))
                .list();
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
