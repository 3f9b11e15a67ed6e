package vn.kientao.reform.procedures.store.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.domain.publication.PublicationEvent;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.domain.publication.Way;
import vn.kientao.reform.procedures.store.catalogue.RecordJson;

/** Keeps publications, the fields they write and their steps. */
public final class PublicationStore {
    static final String COLUMNS = """
            SELECT id, version, code, kind, state, way, agency_code, name, field, law_signed_on, effective_on,
                   decision_number, decision_signed_on, decision_issuer, uploaded_on, announce_by, upload_by,
                   drafted_by, checked_by, base_version_id, version_id, list_key
              FROM procedures.publication
            """;
    private static final String OF_ID = COLUMNS + " WHERE id = ?";
    private static final String OF_ONCE = COLUMNS + " WHERE agency_code = ? AND once_key = ?";
    private static final String IN_FORCE = COLUMNS + """
             WHERE code = ? AND state = 'IN_FORCE' AND kind <> 'ABOLISH'
             ORDER BY code, id
            """;
    private static final String OPEN_OF_CODE = COLUMNS + """
             WHERE code = ? AND state IN ('DRAFT', 'CHECKED', 'ANNOUNCED')
             ORDER BY code, id
            """;
    static final String DUE = COLUMNS + """
             WHERE state = 'ANNOUNCED' AND effective_on <= :day
               AND effective_on >= :from AND (effective_on > :from OR id > :after)
             ORDER BY state, effective_on, id
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String INSERT = """
            INSERT INTO procedures.publication (
                   version, code, kind, state, way, agency_code, name, field, law_signed_on, effective_on,
                   announce_by, running, list_key, drafted_by, base_version_id, once_key, changed_at)
            VALUES (1, :code, :kind, :state, :way, :agency, :name, :field, :lawSigned, :effective,
                   :announceBy, TRUE, 0, :draftedBy, :baseVersion, :once, :at)
            """;
    private static final String UPDATE = """
            UPDATE procedures.publication
               SET version = :version, state = :state, way = :way, name = :name, field = :field,
                   law_signed_on = :lawSigned, effective_on = :effective, decision_number = :number,
                   decision_signed_on = :signed, decision_issuer = :issuer, uploaded_on = :uploaded,
                   announce_by = :announceBy, upload_by = :uploadBy, running = :running, list_key = :listKey,
                   checked_by = :checkedBy, version_id = :became, changed_at = :at
             WHERE id = :id AND version = :seen
            """;
    private static final String KEY = """
            UPDATE procedures.publication
               SET list_key = ?
             WHERE id = ?
            """;
    private static final String EVENTS = """
            SELECT version, happened, action, state, account, who, note
              FROM procedures.publication_event
             WHERE publication_id = ?
             ORDER BY version
            """;
    private static final String INSERT_EVENT = """
            INSERT INTO procedures.publication_event (
                   publication_id, version, happened, action, state, account, who, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORD = """
            SELECT content
              FROM procedures.publication_record
             WHERE publication_id = ?
             ORDER BY place
            """;
    private static final String FORGET_RECORD = """
            DELETE FROM procedures.publication_record
             WHERE publication_id = ?
            """;
    private static final String INSERT_RECORD = """
            INSERT INTO procedures.publication_record (publication_id, place, content)
            VALUES (?, ?, ?)
            """;

    public Optional<Publication> find(Handle handle, long id) {
        return handle.createQuery(OF_ID)
                .bind(0, id)
                .map((row, context) -> publication(row))
                .findOne();
    }

    /** What an earlier posting of the same form made. */
    public Optional<Publication> made(Handle handle, String agency, String onceKey) {
        return handle.createQuery(OF_ONCE)
                .bind(0, agency)
                .bind(1, onceKey)
                .map((row, context) -> publication(row))
                .findOne();
    }

    /** Those of the procedure that are in force and not abolitions. */
    public List<Publication> inForce(Handle handle, String code) {
        return handle.createQuery(IN_FORCE)
                .bind(0, code)
                .map((row, context) -> publication(row))
                .list();
    }

    /** Those of the procedure that have not taken effect yet. */
    public List<Publication> open(Handle handle, String code) {
        return handle.createQuery(OPEN_OF_CODE)
                .bind(0, code)
                .map((row, context) -> publication(row))
                .list();
    }

    /**
     * Announced ones whose day of effect has come, the earliest first.
     *
     * @param last the last one of the page before
     */
    public List<Publication> due(Handle handle, LocalDate day, Optional<Publication> last, int size) {
        return handle.createQuery(DUE)
                .bind("day", day)
                .bind("from", last.flatMap(Publication::effectiveOn).orElse(LocalDate.EPOCH))
                .bind("after", last.map(Publication::id).orElse(0L))
                .bind("size", size)
                .map((row, context) -> publication(row))
                .list();
    }

    /** Keeps a new publication in its first version and returns its id. */
    public long insert(Handle transaction, Publication made, Optional<String> onceKey, Instant at) {
        long id = bind(transaction.createUpdate(INSERT), made)
                .bind("code", made.code().value())
                .bind("kind", made.kind().name())
                .bind("agency", made.agency())
                .bind("draftedBy", made.draftedBy())
                .bind("baseVersion", made.baseVersion().orElse(null))
                .bind("once", onceKey.orElse(null))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        transaction.execute(KEY, PublicationKey.of(made, id), id);
        return id;
    }

    /** Keeps a change over the version before it; false when that is not the present one. */
    public boolean update(Handle transaction, Publication changed, Instant at) {
        return bind(transaction.createUpdate(UPDATE), changed)
                        .bind("id", changed.id())
                        .bind("seen", changed.version() - 1)
                        .bind("version", changed.version())
                        .bind("number", changed.decision().map(Decision::number).orElse(null))
                        .bind(
                                "signed",
                                changed.decision().map(Decision::signedOn).orElse(null))
                        .bind("issuer", changed.decision().map(Decision::issuer).orElse(null))
                        .bind("uploaded", changed.uploadedOn().orElse(null))
                        .bind("uploadBy", changed.uploadBy().orElse(null))
                        .bind("running", PublicationKey.running(changed))
                        .bind("listKey", PublicationKey.of(changed, changed.id()))
                        .bind("checkedBy", changed.checkedBy().orElse(null))
                        .bind("became", changed.versionId().orElse(null))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Publication publication) {
        return statement
                .bind("state", publication.state().name())
                .bind("way", publication.way().name())
                .bind("name", publication.name())
                .bind("field", publication.field())
                .bind("lawSigned", publication.lawSignedOn().orElse(null))
                .bind("effective", publication.effectiveOn().orElse(null))
                .bind("announceBy", publication.announceBy().orElse(null));
    }

    public void add(Handle transaction, long id, PublicationEvent event) {
        transaction.execute(
                INSERT_EVENT,
                id,
                event.version(),
                event.at().atOffset(ZoneOffset.UTC),
                event.action().name(),
                event.state().name(),
                event.account(),
                event.who(),
                event.note());
    }

    /** Its steps, the first one first. */
    public List<PublicationEvent> events(Handle handle, long id) {
        return handle.createQuery(EVENTS)
                .bind(0, id)
                .map((row, context) -> new PublicationEvent(
                        row.getLong("version"),
                        row.getObject("happened", OffsetDateTime.class).toInstant(),
                        PublicationAction.valueOf(row.getString("action")),
                        PublicationState.valueOf(row.getString("state")),
                        row.getString("account"),
                        row.getString("who"),
                        row.getString("note")))
                .list();
    }

    /** The fields of the record as they were kept last. */
    public Map<String, String> fields(Handle handle, long id) {
        List<String> pieces = handle.createQuery(RECORD)
                .bind(0, id)
                .map((row, context) -> row.getString("content"))
                .list();
        return pieces.isEmpty() ? Map.of() : RecordJson.read(pieces).texts();
    }

    public void fields(Handle transaction, long id, Map<String, String> fields) {
        transaction.execute(FORGET_RECORD, id);
        List<String> pieces = RecordJson.pieces(fields);
        for (int place = 0; place < pieces.size(); place++) {
            transaction.execute(INSERT_RECORD, id, place, pieces.get(place));
        }
    }

    static Publication publication(ResultSet row) throws SQLException {
        @Nullable String number = row.getString("decision_number");
        Optional<Decision> decision = number == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        number,
                        row.getObject("decision_signed_on", LocalDate.class),
                        row.getString("decision_issuer")));
        return new Publication(
                row.getLong("id"),
                row.getLong("version"),
                new ProcedureCode(row.getString("code")),
                PublicationKind.valueOf(row.getString("kind")),
                PublicationState.valueOf(row.getString("state")),
                Way.valueOf(row.getString("way")),
                row.getString("agency_code"),
                row.getString("name"),
                row.getString("field"),
                day(row, "law_signed_on"),
                day(row, "effective_on"),
                decision,
                day(row, "uploaded_on"),
                day(row, "announce_by"),
                day(row, "upload_by"),
                row.getString("drafted_by"),
                Optional.ofNullable(row.getString("checked_by")),
                id(row, "base_version_id"),
                id(row, "version_id"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }
}
