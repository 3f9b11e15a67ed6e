package vn.kientao.reform.procedures.store.catalogue;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
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

    private final String insert;
    private final String read;
    private final ImportPart part;

    /** @param imports the table of the imports whose rows these are about, such as {@code catalogue_import} */
    public ImportErrors(String imports) {
        insert = INSERT.formatted(imports);
        read = READ.formatted(imports);
        part = part(imports);
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

    /** The reasons of these imports. */
    public static ImportPart part(String imports) {
        return new ImportPart(imports + "_error", "place", 1_000);
    }

    /** Deletes what was kept for the import, some in each transaction. */
    public void delete(Database database, long importId) {
        part.delete(database, importId);
    }
}
