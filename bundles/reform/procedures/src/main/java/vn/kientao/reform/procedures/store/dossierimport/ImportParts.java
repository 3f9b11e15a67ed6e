package vn.kientao.reform.procedures.store.dossierimport;

import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;

/**
 * What hangs on an import of dossiers. It goes a few megabytes at a time: a database keeps what a transaction deletes until it
 * ends, the embedded one in memory, and others wait.
 */
public enum ImportParts {
    /** The file, in pieces of 256 KB. */
    FILE("file", "place", 8),
    /** Rows that wait, some hundred in each place. */
    CHUNKS("chunk", "place", 10),
    REFUSED("refused", "line", 1_000),
    ERRORS("error", "place", 1_000);

    private static final String DELETE = """
            DELETE FROM procedures.dossier_import_%1$s
             WHERE import_id = :id
               AND %2$s IN (SELECT %2$s
                              FROM procedures.dossier_import_%1$s
                             WHERE import_id = :id
                             ORDER BY import_id, %2$s
                             FETCH FIRST :some ROWS ONLY)
            """;

    private final String delete;
    private final int atOnce;

    ImportParts(String table, String key, int atOnce) {
        this.delete = DELETE.formatted(table, key);
        this.atOnce = atOnce;
    }

    /** Deletes these parts of an import, in short transactions. */
    public static void delete(Database database, long importId, ImportParts... parts) {
        for (ImportParts part : parts) {
            boolean more = true;
            while (more) {
                more = database.write(transaction -> part.deleteSome(transaction, importId));
            }
        }
    }

    /** Deletes some of this part; whether more may be left. */
    public boolean deleteSome(Handle transaction, long importId) {
        return transaction
                        .createUpdate(delete)
                        .bind("id", importId)
                        .bind("some", atOnce)
                        .execute()
                == atOnce;
    }
}
