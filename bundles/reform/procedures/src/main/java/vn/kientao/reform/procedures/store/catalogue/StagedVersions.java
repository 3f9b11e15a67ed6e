package vn.kientao.reform.procedures.store.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;

/** Versions of imports that have not ended: finds what the dead left behind and sweeps it in short transactions. */
public final class StagedVersions {
    private static final int SWEEP = 500;

    private static final String LEFT_BEHIND = """
            SELECT v.id
              FROM procedures.procedure_version AS v
              JOIN procedures.catalogue_import AS i ON i.id = v.import_id
             WHERE i.state <> 'COMMITTED'
             ORDER BY v.id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final List<String> DELETE = List.of(
            "DELETE FROM procedures.procedure_record WHERE version_id = ?",
            "DELETE FROM procedures.procedure_agency WHERE version_id = ?",
            "DELETE FROM procedures.procedure_gap WHERE version_id = ?",
            "DELETE FROM procedures.procedure_version WHERE id = ?");
    private static final String KNOWN = """
            SELECT v.code, COALESCE(v.base_fingerprint, v.fingerprint) AS fingerprint, v.number
              FROM procedures.procedure AS p
              JOIN procedures.procedure_version AS v ON v.id = p.current_version_id
            """;

    /**
     * A procedure's current version as an import compares it: one that was written here counts as the national record
     * that it was written over, so that the same record does not take it away again.
     */
    public record Known(String fingerprint, int number) {}

    /** The current version of every procedure, by code. */
    public Map<String, Known> known(Handle handle) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .map((row, context) ->
                        Map.entry(row.getString("code"), new Known(row.getString("fingerprint"), row.getInt("number"))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    /**
     * Sweeps every version of an import that was not committed. Only for the holder of the turn: nobody else stages.
     *
     * @param inEachTransaction called first in every transaction
     */
    public void sweep(Database database, Consumer<Handle> inEachTransaction) {
        boolean more = true;
        while (more) {
            more = database.write(transaction -> {
                inEachTransaction.accept(transaction);
                return sweepSome(transaction) == SWEEP;
            });
        }
    }

    private static int sweepSome(Handle transaction) {
        List<Long> ids = transaction
                .createQuery(LEFT_BEHIND)
                .bind(0, SWEEP)
                .map((row, context) -> row.getLong("id"))
                .list();
        if (!ids.isEmpty()) {
            for (String delete : DELETE) {
                try (var batch = transaction.prepareBatch(delete)) {
                    ids.forEach(batch::add);
                    batch.execute();
                }
            }
        }
        return ids.size();
    }
}
