package vn.kientao.reform.procedures.store.citizen;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.attachment.FileKind;

/** Reads and writes {@code procedures.prefill_file} and its content; all of it sealed. The files of a form go with its row. */
public final class PrefillFileTables {
    private static final String INSERT = """
            INSERT INTO procedures.prefill_file (
                   lookup, procedure_code, field, sealed_name, kind, byte_count, mark, added_at)
            VALUES (:lookup, :procedure, :field, :name, :kind, :size, :mark, :at)
            """;
    private static final String ALL = """
            SELECT id, procedure_code, prefill_id, field, sealed_name, kind, byte_count, mark, added_at
              FROM procedures.prefill_file
             WHERE lookup = ?
             ORDER BY id
            """;
    private static final String BELONG = """
            UPDATE procedures.prefill_file
               SET prefill_id = (SELECT id FROM procedures.prefill WHERE lookup = :lookup)
             WHERE lookup = :lookup AND prefill_id IS NULL
            """;
    private static final String DELETE_UNSENT = """
            DELETE FROM procedures.prefill_file
             WHERE prefill_id IS NULL AND added_at < ?
            """;

    public List<Row> all(Handle handle, String lookup) {
        return handle.createQuery(ALL)
                .bind(0, lookup)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("procedure_code"),
                        row.getLong("prefill_id") != 0,
                        row.getString("field"),
                        row.getString("sealed_name"),
                        FileKind.valueOf(row.getString("kind")),
                        row.getLong("byte_count"),
                        row.getString("mark"),
                        row.getObject("added_at", LocalDateTime.class)))
                .list();
    }

    /** @throws IllegalStateException when there is no such file */
    public byte[] content(Handle handle, long id) {
        return handle.createQuery("SELECT sealed FROM procedures.prefill_file_content WHERE file_id = ?")
                .bind(0, id)
                .map((row, context) -> row.getBytes("sealed"))
                .one();
    }

    public void add(Handle transaction, String lookup, Row row, byte[] sealed) {
        long id = transaction
                .createUpdate(INSERT)
                .bind("lookup", lookup)
                .bind("procedure", row.procedure())
                .bind("field", row.field())
                .bind("name", row.sealedName())
                .bind("kind", row.kind().name())
                .bind("size", row.size())
                .bind("mark", row.mark())
                .bind("at", row.at())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        transaction.execute("INSERT INTO procedures.prefill_file_content (file_id, sealed) VALUES (?, ?)", id, sealed);
    }

    /** Ties the files to the form that was sent with them. */
    public void belong(Handle transaction, String lookup) {
        transaction.createUpdate(BELONG).bind("lookup", lookup).execute();
    }

    public void remove(Handle transaction, String lookup, long id) {
        transaction.execute(
                "DELETE FROM procedures.prefill_file WHERE lookup = ? AND id = ? AND prefill_id IS NULL", lookup, id);
    }

    /** How many were deleted of those that came before a moment and were never sent with a form. */
    public int deleteUnsentBefore(Handle transaction, LocalDateTime moment) {
        return transaction.execute(DELETE_UNSENT, moment);
    }

    /** Bytes of all files of all forms. */
    public long bytes(Handle handle) {
        return handle.createQuery("SELECT COALESCE(SUM(byte_count), 0) AS bytes FROM procedures.prefill_file")
                .map((row, context) -> row.getLong("bytes"))
                .one();
    }

    /**
     * @param id 0 before it is kept
     * @param sent whether it came with a form that was sent
     * @param sealedName names of paper and file
     * @param mark by which the same file is known, for whoever has the key
     */
    public record Row(
            long id,
            String procedure,
            boolean sent,
            String field,
            String sealedName,
            FileKind kind,
            long size,
            String mark,
            LocalDateTime at) {
        public Row {
            requireNonNull(procedure, "procedure");
            requireNonNull(field, "field");
            requireNonNull(sealedName, "sealedName");
            requireNonNull(kind, "kind");
            requireNonNull(mark, "mark");
            requireNonNull(at, "at");
        }
    }
}
