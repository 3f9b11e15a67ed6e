package vn.kientao.reform.procedures.store.dossierimport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;

/** Keeps the rows of files between dry run and commit, and those that were refused until they have been mended. */
public final class ImportRows {
    private static final String ADD_CHUNK = """
            INSERT INTO procedures.dossier_import_chunk (import_id, place, content)
            VALUES (?, ?, ?)
            """;
    private static final String CHUNK = """
            SELECT content
              FROM procedures.dossier_import_chunk
             WHERE import_id = ? AND place = ?
            """;
    private static final String ADD_REFUSED = """
            INSERT INTO procedures.dossier_import_refused (import_id, line, content)
            VALUES (?, ?, ?)
            """;
    private static final String REFUSED = """
            SELECT content
              FROM procedures.dossier_import_refused
             WHERE import_id = ? AND line > ?
             ORDER BY import_id, line
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String OLD = """
            SELECT i.id
              FROM procedures.dossier_import i
             WHERE i.submitted_at < ?
               AND (EXISTS (SELECT 1 FROM procedures.dossier_import_error e WHERE e.import_id = i.id)
                   OR EXISTS (SELECT 1 FROM procedures.dossier_import_refused r WHERE r.import_id = i.id)
                   OR EXISTS (SELECT 1 FROM procedures.dossier_import_file f WHERE f.import_id = i.id)
                   OR EXISTS (SELECT 1 FROM procedures.dossier_import_chunk c WHERE c.import_id = i.id))
             ORDER BY i.id
             FETCH FIRST ? ROWS ONLY
            """;

    public void add(Handle transaction, long importId, int place, List<ImportText.Row> rows) {
        transaction.execute(ADD_CHUNK, importId, place, ImportText.write(rows));
    }

    /** The rows at a place, from 0; empty behind the last. */
    public Optional<List<ImportText.Row>> chunk(Handle handle, long importId, int place) {
        return handle.createQuery(CHUNK)
                .bind(0, importId)
                .bind(1, place)
                .map((row, context) -> ImportText.read(row.getString("content")))
                .findOne();
    }

    public void addRefused(Handle transaction, long importId, List<ImportText.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = transaction.prepareBatch(ADD_REFUSED)) {
            rows.forEach(row -> batch.add(importId, row.line(), ImportText.write(row)));
            batch.execute();
        }
    }

    /** The refused rows behind a line, in the order of the file. */
    public List<ImportText.Row> refused(Handle handle, long importId, long line, int size) {
        return handle.createQuery(REFUSED)
                .bind(0, importId)
                .bind(1, line)
                .bind(2, size)
                .map((row, context) -> ImportText.read(row.getString("content")).get(0))
                .list();
    }

    /** Imports of before a moment of which rows, or the file, are still kept. */
    public List<Long> old(Handle handle, Instant before, int size) {
        return handle.createQuery(OLD)
                .bind(0, before.atOffset(ZoneOffset.UTC))
                .bind(1, size)
                .map((row, context) -> row.getLong("id"))
                .list();
    }
}
