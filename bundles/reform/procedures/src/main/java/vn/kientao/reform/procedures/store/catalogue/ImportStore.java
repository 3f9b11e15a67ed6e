package vn.kientao.reform.procedures.store.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.domain.catalogue.ImportState;

/** Keeps imports as they stand. */
public final class ImportStore {
    /** Their table. */
    public static final String TABLE = "catalogue_import";

    private static final String INSERT = """
            INSERT INTO procedures.catalogue_import (
                   state, account, agency_code, file_name, file_size, submitted_at, accepted_only,
                   new_count, changed_count, same_count, refused_count, gap_count, error_count)
            VALUES ('RECEIVING', :account, :agency, :name, :size, :now, FALSE, 0, 0, 0, 0, 0, 0)
            """;
    private static final String FIND = """
            SELECT id, state, account, agency_code, file_name, file_size, submitted_at, ended_at, dry_run_job,
                   commit_job, accepted_only, new_count, changed_count, same_count, refused_count, gap_count, error_count
              FROM procedures.catalogue_import
             WHERE id = ?
            """;
    private static final String NEWEST = """
            SELECT id, state, account, agency_code, file_name, file_size, submitted_at, ended_at, dry_run_job,
                   commit_job, accepted_only, new_count, changed_count, same_count, refused_count, gap_count, error_count
              FROM procedures.catalogue_import
             WHERE agency_code = ?
             ORDER BY agency_code DESC, id DESC
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String MOVE = """
            UPDATE procedures.catalogue_import
               SET state = :to
             WHERE id = :id AND state = :from
            """;
    private static final String CLAIM_COMMIT = """
            UPDATE procedures.catalogue_import
               SET state = 'COMMITTING', accepted_only = :acceptedOnly, commit_job = NULL
             WHERE id = :id
               AND (state = 'CHECKED' OR (state = 'COMMITTING' AND commit_job IS NULL))
            """;
    private static final String FORGOTTEN = """
            SELECT id
              FROM procedures.catalogue_import
             WHERE ended_at IS NULL AND submitted_at < ? AND state <> 'COMMITTING'
             ORDER BY id
             FETCH FIRST 100 ROWS ONLY
            """;
    private static final String END = """
            UPDATE procedures.catalogue_import
               SET state = :to, ended_at = :now
             WHERE id = :id
            """;
    private static final String COUNTS = """
            UPDATE procedures.catalogue_import
               SET new_count = :fresh, changed_count = :changed, same_count = :same, refused_count = :refused,
                   gap_count = :gaps
             WHERE id = :id
            """;
    private static final String ERRORS = """
            UPDATE procedures.catalogue_import
               SET error_count = :errors
             WHERE id = :id
            """;
    private static final String DRY_RUN_JOB = """
            UPDATE procedures.catalogue_import
               SET dry_run_job = :job
             WHERE id = :id
            """;
    private static final String COMMIT_JOB = """
            UPDATE procedures.catalogue_import
               SET commit_job = :job
             WHERE id = :id
            """;
    /** A new import, in state {@link ImportState#RECEIVING}. */
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

    public Optional<CatalogueImport> find(Handle handle, long id) {
        return handle.createQuery(FIND)
                .bind(0, id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The newest imports of an agency, newest first. */
    public List<CatalogueImport> newest(Handle handle, String agency, int limit) {
        return handle.createQuery(NEWEST)
                .bind(0, agency)
                .bind(1, limit)
                .map((row, context) -> row(row))
                .list();
    }

    /** Moves the import on; false, and nothing happens, when it does not stand at {@code from}. */
    public boolean move(Handle transaction, long id, ImportState from, ImportState to) {
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

    /** Imports that began before {@code before} and never ended. */
    public List<Long> forgotten(Handle handle, Instant before) {
        return handle.createQuery(FORGOTTEN)
                .bind(0, before.atOffset(ZoneOffset.UTC))
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    /** Ends the import in {@code state}. */
    public void end(Handle transaction, long id, ImportState state, Instant now) {
        transaction
                .createUpdate(END)
                .bind("id", id)
                .bind("to", state.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Keeps what the file held. */
    public void counts(Handle transaction, long id, ImportCounts counts) {
        transaction
                .createUpdate(COUNTS)
                .bind("id", id)
                .bind("fresh", counts.fresh())
                .bind("changed", counts.changed())
                .bind("same", counts.same())
                .bind("refused", counts.refused())
                .bind("gaps", counts.gaps())
                .execute();
    }

    /** Keeps how many reasons were found, kept ones and others. */
    public void errors(Handle transaction, long id, long errors) {
        transaction.createUpdate(ERRORS).bind("id", id).bind("errors", errors).execute();
    }

    public void dryRunJob(Handle transaction, long id, long job) {
        transaction.createUpdate(DRY_RUN_JOB).bind("id", id).bind("job", job).execute();
    }

    public void commitJob(Handle transaction, long id, long job) {
        transaction.createUpdate(COMMIT_JOB).bind("id", id).bind("job", job).execute();
    }

    private static CatalogueImport row(ResultSet row) throws SQLException {
        return new CatalogueImport(
                row.getLong("id"),
                ImportState.valueOf(row.getString("state")),
                row.getString("account"),
                row.getString("agency_code"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                number(row, "dry_run_job"),
                number(row, "commit_job"),
                row.getBoolean("accepted_only"),
                new ImportCounts(
                        row.getLong("new_count"),
                        row.getLong("changed_count"),
                        row.getLong("same_count"),
                        row.getLong("refused_count"),
                        row.getLong("gap_count")),
                row.getLong("error_count"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        @Nullable Long number = row.getObject(column, Long.class);
        return Optional.ofNullable(number);
    }
}
