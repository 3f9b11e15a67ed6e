package vn.kientao.reform.procedures.store.dossierimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;

/** Keeps imports of dossiers as they stand. */
public final class DossierImportStore {
    /** Their table. */
    public static final String TABLE = "dossier_import";

    private static final String INSERT = """
            INSERT INTO procedures.dossier_import (
                   state, account, agency_code, file_name, file_size, submitted_at, accepted_only,
                   new_count, same_count, refused_count, error_count, day_counts)
            VALUES ('RECEIVING', :account, :agency, :name, :size, :now, FALSE, 0, 0, 0, 0, '')
            """;
    private static final String FIND = """
            SELECT id, state, account, agency_code, file_name, file_size, submitted_at, ended_at, job, accepted_only,
                   new_count, same_count, refused_count, error_count
              FROM procedures.dossier_import
             WHERE id = ?
            """;
    private static final String PAGE = """
            SELECT id, state, account, agency_code, file_name, file_size, submitted_at, ended_at, job, accepted_only,
                   new_count, same_count, refused_count, error_count
              FROM procedures.dossier_import
             WHERE agency_code = :agency AND id < :before
             ORDER BY agency_code DESC, id DESC
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String MOVE = """
            UPDATE procedures.dossier_import
               SET state = :to
             WHERE id = :id AND state = :from
            """;
    private static final String CLAIM_COMMIT = """
            UPDATE procedures.dossier_import
               SET state = 'COMMITTING', accepted_only = :acceptedOnly
             WHERE id = :id AND state = 'CHECKED'
            """;
    private static final String END = """
            UPDATE procedures.dossier_import
               SET state = :to, ended_at = :now
             WHERE id = :id
            """;
    private static final String JOB = """
            UPDATE procedures.dossier_import
               SET job = :job
             WHERE id = :id
            """;
    private static final String CHECKED = """
            UPDATE procedures.dossier_import
               SET new_count = :fresh, same_count = :same, refused_count = :refused, error_count = :errors,
                   day_counts = :days
             WHERE id = :id
            """;
    private static final String COMMITTED = """
            UPDATE procedures.dossier_import
               SET new_count = :fresh, same_count = :same
             WHERE id = :id
            """;
    private static final String DAYS = """
            SELECT day_counts
              FROM procedures.dossier_import
             WHERE id = ?
            """;
    private static final String FORGOTTEN = """
            SELECT id
              FROM procedures.dossier_import
             WHERE ended_at IS NULL AND submitted_at < ? AND state IN ('RECEIVING', 'CHECKING', 'CHECKED')
             ORDER BY id
             FETCH FIRST 100 ROWS ONLY
            """;

    /** A new import, in state {@link DossierImportState#RECEIVING}. */
    public long insert(Handle transaction, String account, String agency, String fileName, long fileSize, Instant now) {
        return transaction
                .createUpdate(INSERT)
                .bind("account", account)
                .bind("agency", agency)
                .bind("name", fileName)
                .bind("size", fileSize)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    public Optional<DossierImport> find(Handle handle, long id) {
        return handle.createQuery(FIND)
                .bind(0, id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** A page of an agency's imports, newest first, of those before {@code before}. */
    public List<DossierImport> page(Handle handle, String agency, long before, int size) {
        return handle.createQuery(PAGE)
                .bind("agency", agency)
                .bind("before", before)
                .bind("size", size)
                .map((row, context) -> row(row))
                .list();
    }

    /** Moves the import on; false, and nothing happens, when it does not stand at {@code from}. */
    public boolean move(Handle transaction, long id, DossierImportState from, DossierImportState to) {
        return transaction
                        .createUpdate(MOVE)
                        .bind("id", id)
                        .bind("from", from.name())
                        .bind("to", to.name())
                        .execute()
                == 1;
    }

    /** Lets a commit begin; false when the import does not wait for one. */
    public boolean claimCommit(Handle transaction, long id, boolean acceptedOnly) {
        return transaction
                        .createUpdate(CLAIM_COMMIT)
                        .bind("id", id)
                        .bind("acceptedOnly", acceptedOnly)
                        .execute()
                == 1;
    }

    /** Ends the import in {@code state}. */
    public void end(Handle transaction, long id, DossierImportState state, Instant now) {
        transaction
                .createUpdate(END)
                .bind("id", id)
                .bind("to", state.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void job(Handle transaction, long id, long job) {
        transaction.createUpdate(JOB).bind("id", id).bind("job", job).execute();
    }

    /** Keeps what the dry run found; {@code days} is how many new rows were received on which day. */
    public void checked(Handle transaction, long id, long fresh, long same, long refused, long errors, String days) {
        transaction
                .createUpdate(CHECKED)
                .bind("id", id)
                .bind("fresh", fresh)
                .bind("same", same)
                .bind("refused", refused)
                .bind("errors", errors)
                .bind("days", days)
                .execute();
    }

    /** Keeps how many were taken over, and how many were there already. */
    public void committed(Handle transaction, long id, long fresh, long same) {
        transaction
                .createUpdate(COMMITTED)
                .bind("id", id)
                .bind("fresh", fresh)
                .bind("same", same)
                .execute();
    }

    /** What {@link #checked} kept of the days. */
    public String days(Handle handle, long id) {
        return handle.createQuery(DAYS)
                .bind(0, id)
                .map((row, context) -> row.getString("day_counts"))
                .one();
    }

    /** Imports that began before {@code before} and that nobody decided about. */
    public List<Long> forgotten(Handle handle, Instant before) {
        return handle.createQuery(FORGOTTEN)
                .bind(0, before.atOffset(ZoneOffset.UTC))
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    private static DossierImport row(ResultSet row) throws SQLException {
        @Nullable Long job = row.getObject("job", Long.class);
        return new DossierImport(
                row.getLong("id"),
                DossierImportState.valueOf(row.getString("state")),
                row.getString("account"),
                row.getString("agency_code"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(job),
                row.getBoolean("accepted_only"),
                row.getLong("new_count"),
                row.getLong("same_count"),
                row.getLong("refused_count"),
                row.getLong("error_count"));
    }
}
