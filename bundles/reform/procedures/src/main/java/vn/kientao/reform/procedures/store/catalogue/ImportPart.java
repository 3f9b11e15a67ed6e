package vn.kientao.reform.procedures.store.catalogue;

import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;

/**
 * A table of what hangs on imports. What an import has of it is deleted a few megabytes at a time: a database keeps what a
 * transaction deletes until it ends, the embedded one in memory, and others wait.
 */
public final class ImportPart {
    private static final String DELETE = """
            DELETE FROM procedures.%1$s
             WHERE import_id = :id
               AND %2$s IN (SELECT %2$s
                              FROM procedures.%1$s
                             WHERE import_id = :id
                             ORDER BY import_id, %2$s
                             FETCH FIRST :some ROWS ONLY)
            """;

    private final String delete;
    private final int atOnce;

    /**
     * @param key the column that numbers its rows within an import
     * @param atOnce how many rows are some megabytes
     */
    public ImportPart(String table, String key, int atOnce) {
        this.delete = DELETE.formatted(table, key);
        this.atOnce = atOnce;
    }

    /** Deletes what an import has of it, in short transactions. */
    public void delete(Database database, long importId) {
        boolean more = true;
        while (more) {
            more = database.write(transaction -> deleteSome(transaction, importId));
        }
    }

    /** Deletes some of it; whether more may be left. */
    public boolean deleteSome(Handle transaction, long importId) {
        return transaction
                        .createUpdate(delete)
                        .bind("id", importId)
                        .bind("some", atOnce)
                        .execute()
                == atOnce;
    }
}
