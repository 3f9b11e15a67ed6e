package vn.kientao.platform.directory.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Files that were tried and wait for a yes, in {@code directory.staged_import}. */
public final class StagedImportRepository {

    /** Keeps the file and forgets those that nobody said yes to since {@code forgetBefore}. */
    public long add(Handle handle, StagedImport staged, Instant at, Instant forgetBefore) {
        handle.createUpdate("""
                DELETE FROM directory.staged_import
                 WHERE at < :before
                """).bind("before", utc(forgetBefore)).execute();
        return handle.createUpdate("""
                INSERT INTO directory.staged_import (kind, file_name, content, account, at)
                VALUES (:kind, :fileName, :content, :account, :at)
                """)
                .bind("kind", staged.kind())
                .bind("fileName", staged.fileName())
                .bind("content", staged.content())
                .bind("account", staged.account())
                .bind("at", utc(at))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    public Optional<StagedImport> find(Handle handle, long id, String kind) {
        return handle.createQuery("""
                SELECT kind, file_name, content, account
                  FROM directory.staged_import
                 WHERE id = :id AND kind = :kind
                """)
                .bind("id", id)
                .bind("kind", kind)
                .map((row, context) -> new StagedImport(
                        row.getString("kind"),
                        row.getString("file_name"),
                        row.getString("content"),
                        row.getString("account")))
                .findOne();
    }

    public void remove(Handle handle, long id) {
        handle.createUpdate("""
                DELETE FROM directory.staged_import
                 WHERE id = :id
                """).bind("id", id).execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * A file under examination.
     *
     * @param kind {@code agencies} or {@code calendar}
     * @param account who uploaded it; nobody else may commit it
     */
    public record StagedImport(String kind, String fileName, String content, String account) {}
}
