package vn.kientao.reform.procedures.store.dossierimport;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.reform.procedures.domain.dossierimport.ImportedDossier;
import vn.kientao.reform.procedures.store.dossier.DossierTally;
import vn.kientao.reform.procedures.store.dossier.WordIndex;
import vn.kientao.reform.procedures.store.report.StaleMonths;

/** Which dossiers came by which import, and whether anything has happened to them here since. */
public final class ImportedDossiers {
    private static final String ADD = """
            INSERT INTO procedures.dossier_import_row (dossier_id, import_id, line, version, agency_code, old_code)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String KNOWN = """
            SELECT old_code, import_id
              FROM procedures.dossier_import_row
             WHERE agency_code = :agency AND old_code IN (<codes>)
            """;
    private static final String COUNT = """
            SELECT COUNT(*) AS dossiers
              FROM procedures.dossier_import_row
             WHERE import_id = ?
            """;
    /** A dossier that somebody has done something with here: a step, a paper, a scan, a rating, somebody who wants to hear of it. */
    private static final String MOVED = """
            (d.version <> r.version
                OR EXISTS (SELECT 1 FROM procedures.issued_paper p
                            WHERE p.agency_code = r.agency_code AND p.dossier_id = r.dossier_id)
                OR EXISTS (SELECT 1 FROM procedures.dossier_file f WHERE f.dossier_id = r.dossier_id)
                OR EXISTS (SELECT 1 FROM procedures.rating g WHERE g.dossier_id = r.dossier_id)
                OR EXISTS (SELECT 1 FROM procedures.dossier_subscription s WHERE s.dossier_id = r.dossier_id))
            """;

    private static final String MOVED_ON = """
            SELECT d.code
              FROM procedures.dossier_import_row r
              JOIN procedures.dossier d ON d.id = r.dossier_id
             WHERE r.import_id = ?
               AND %s
             ORDER BY r.import_id, r.line
             FETCH FIRST ? ROWS ONLY
            """.formatted(MOVED);
    /** The inner question comes from the index alone, so that a turn costs its own rows and not those of all. */
    private static final String WINDOW = """
            SELECT r.dossier_id, r.line, CASE WHEN %s THEN 1 ELSE 0 END AS moved
              FROM (SELECT dossier_id, line, version, agency_code
                      FROM procedures.dossier_import_row
                     WHERE import_id = ? AND line > ?
                     ORDER BY import_id, line
                     FETCH FIRST ? ROWS ONLY) AS r
              JOIN procedures.dossier d ON d.id = r.dossier_id
             ORDER BY r.line
            """.formatted(MOVED);

    private static final String LIST = """
            SELECT r.line, r.old_code, d.code
              FROM procedures.dossier_import_row r
              JOIN procedures.dossier d ON d.id = r.dossier_id
             WHERE r.import_id = ? AND r.line > ?
             ORDER BY r.import_id, r.line
             FETCH FIRST ? ROWS ONLY
            """;
    /** What hangs on an untouched dossier, and the dossier itself at last. */
    private static final List<String> DELETES = List.of(
            "DELETE FROM procedures.dossier_overdue_told WHERE dossier_id IN (<ids>)",
            "DELETE FROM procedures.dossier_news WHERE dossier_id IN (<ids>)",
            "DELETE FROM procedures.dossier_span WHERE dossier_id IN (<ids>)",
            "DELETE FROM procedures.dossier_event WHERE dossier_id IN (<ids>)",
            "DELETE FROM procedures.dossier_import_row WHERE dossier_id IN (<ids>)",
            "DELETE FROM procedures.dossier WHERE id IN (<ids>)");

    /** Where a dossier came from. */
    public record Origin(long dossier, long line, long version, String oldCode) {}

    /** How a dossier of an import stands here. */
    public record Standing(long dossier, long line, boolean movedOn) {}

    private final StaleMonths stale = new StaleMonths();
    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();

    public void add(Handle transaction, long importId, String agency, List<Origin> origins) {
        try (PreparedBatch batch = transaction.prepareBatch(ADD)) {
            origins.forEach(
                    one -> batch.add(one.dossier(), importId, one.line(), one.version(), agency, one.oldCode()));
            batch.execute();
        }
    }

    /** Which of the old codes the agency has, and the import that brought each. */
    public Map<String, Long> known(Handle handle, String agency, Set<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery(KNOWN)
                .bind("agency", agency)
                .bindList("codes", List.copyOf(codes))
                .map((row, context) -> Map.entry(row.getString("old_code"), row.getLong("import_id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public long count(Handle handle, long importId) {
        return handle.createQuery(COUNT)
                .bind(0, importId)
                .map((row, context) -> row.getLong("dossiers"))
                .one();
    }

    /** Codes of dossiers of the import that have moved on here, in the order of the file. */
    public List<String> movedOn(Handle handle, long importId, int most) {
        return handle.createQuery(MOVED_ON)
                .bind(0, importId)
                .bind(1, most)
                .map((row, context) -> row.getString("code"))
                .list();
    }

    /** The next dossiers of the import behind a line, and whether anything has happened to them. */
    public List<Standing> window(Handle handle, long importId, long line, int most) {
        return handle.createQuery(WINDOW)
                .bind(0, importId)
                .bind(1, line)
                .bind(2, most)
                .map((row, context) ->
                        new Standing(row.getLong("dossier_id"), row.getLong("line"), row.getInt("moved") == 1))
                .list();
    }

    /** The dossiers of the import behind a line, in the order of the file. */
    public List<ImportedDossier> page(Handle handle, long importId, long line, int size) {
        return handle.createQuery(LIST)
                .bind(0, importId)
                .bind(1, line)
                .bind(2, size)
                .map((row, context) ->
                        new ImportedDossier(row.getLong("line"), row.getString("old_code"), row.getString("code")))
                .list();
    }

    /** Takes the dossiers out again, as if they had never come. */
    public void delete(Handle transaction, List<Long> dossiers) {
        tally.leave(transaction, dossiers);
        words.forget(transaction, dossiers);
        stale.dossiers(transaction, dossiers);
        for (String delete : DELETES) {
            transaction.createUpdate(delete).bindList("ids", dossiers).execute();
        }
    }
}
