package vn.kientao.reform.procedures.store.catalogue;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;

/** Keeps why rows of an import were refused. */
public final class ImportErrors {
    private static final String SEPARATOR = "\u001f";

    private static final String INSERT = """
            INSERT INTO procedures.%s_error (import_id, place, line, field, reason, content, arguments)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String READ = """
            SELECT place, line, field, reason, content, arguments
              FROM procedures.%s_error
             WHERE import_id = ? AND place > ?
             ORDER BY import_id, place
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String DELETE = """
            DELETE FROM procedures.%s_error
             WHERE import_id = ?
            """;

    private final String insert;
    private final String read;
    private final String delete;

    /** @param imports the table of the imports whose rows these are about, such as {@code catalogue_import} */
    public ImportErrors(String imports) {
        insert = INSERT.formatted(imports);
        read = READ.formatted(imports);
        delete = DELETE.formatted(imports);
    }

    public void add(Handle transaction, long importId, List<ImportErrorLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try (var batch = transaction.prepareBatch(insert)) {
            for (ImportErrorLine line : lines) {
                batch.add(
                        importId,
                        line.place(),
                        line.line(),
                        line.field(),
                        line.reason(),
                        line.content(),
                        String.join(SEPARATOR, line.arguments()));
            }
            batch.execute();
        }
    }

    /** The lines after {@code place}, in order. */
    public List<ImportErrorLine> after(Handle handle, long importId, int place, int limit) {
        return handle.createQuery(read)
                .bind(0, importId)
                .bind(1, place)
                .bind(2, limit)
                .map((row, context) -> new ImportErrorLine(
                        row.getInt("place"),
                        row.getLong("line"),
                        row.getString("field"),
                        row.getString("reason"),
                        row.getString("content"),
                        arguments(row.getString("arguments"))))
                .list();
    }

    private static List<String> arguments(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
    }

    public void delete(Handle transaction, long importId) {
        transaction.execute(delete, importId);
    }
}
