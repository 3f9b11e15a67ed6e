package vn.kientao.reform.procedures.store.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;

/** What changed in the catalogue, for everybody. */
public final class ChangeFeed {
    private static final String NEWEST = """
            SELECT id, code, name, change, version_id, happened
              FROM procedures.catalogue_change
             WHERE id < ?
             ORDER BY id DESC
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String SINCE = """
            SELECT id, code, name, change, version_id, happened
              FROM procedures.catalogue_change
             WHERE id > ?
             ORDER BY id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String INSERT = """
            INSERT INTO procedures.catalogue_change (code, name, change, version_id, happened)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String OF_IMPORT = """
            INSERT INTO procedures.catalogue_change (code, name, change, version_id, happened)
            SELECT v.code, v.name, CASE WHEN v.number = 1 THEN 'NEW' ELSE 'AMEND' END, v.id, :at
              FROM procedures.procedure_version AS v
             WHERE v.import_id = :import
               AND NOT EXISTS (SELECT 1 FROM procedures.procedure_trait AS t
                                WHERE t.code = v.code AND t.audience = 'INTERNAL')
             ORDER BY v.id
            """;

    /** The newest changes before {@code before}, the newest first. */
    public List<CatalogueChange> newest(Handle handle, long before, int most) {
        return changes(handle, NEWEST, before, most);
    }

    /** The changes after {@code after}, the oldest first. */
    public List<CatalogueChange> since(Handle handle, long after, int most) {
        return changes(handle, SINCE, after, most);
    }

    public void add(
            Handle transaction,
            String code,
            String name,
            CatalogueChange.Kind kind,
            Optional<Long> version,
            Instant at) {
        transaction.execute(INSERT, code, name, kind.name(), version.orElse(null), at.atOffset(ZoneOffset.UTC));
    }

    /** Adds what an import changes; internal procedures are not told of. */
    public void addImport(Handle transaction, long importId, Instant at) {
        transaction
                .createUpdate(OF_IMPORT)
                .bind("import", importId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static List<CatalogueChange> changes(Handle handle, String sql, long key, int most) {
        return handle.createQuery(sql)
                .bind(0, key)
                .bind(1, most)
                .map((row, context) -> new CatalogueChange(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        CatalogueChange.Kind.valueOf(row.getString("change")),
                        Optional.ofNullable(row.getObject("version_id", Long.class)),
                        row.getObject("happened", OffsetDateTime.class).toInstant()))
                .list();
    }
}
