package vn.kientao.reform.steering.store.file;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.file.StoredFile;

/**
 * Reads and writes {@code steering.stored_file} and its content.
 *
 * <p>Evidence of tasks stood in {@code steering.task_file} once, and a release that knows no other table may serve beside this
 * one, or again after a roll back. So its rows are not copied, which would count twice what that release takes away later, but
 * read where they are, under the negative of their numbers; new files go into {@code stored_file} only. That other release does
 * not show the new ones; nothing is lost. When it can no longer come back, a contract script may move its rows here under
 * the same negative numbers, so that addresses stay.
 */
public final class FileRows {
    private static final String OF_OWNER = """
            SELECT id, file_name, byte_count, sha256, added_at, agency, account
              FROM steering.stored_file
             WHERE owner_kind = :kind AND owner_id = :id
             UNION ALL
            SELECT -id, file_name, byte_count, sha256, added_at, agency_code, account
              FROM steering.task_file
             WHERE :kind = 'task' AND task_id = :id
             ORDER BY added_at, id
            """;
    private static final String ADD = """
            INSERT INTO steering.stored_file (
                   owner_kind, owner_id, file_name, byte_count, sha256, added_at, agency, account)
            VALUES (:kind, :owner, :name, :size, :sha256, :at, :agency, :account)
            """;
    private static final String CONTENT = """
            SELECT c.content
              FROM steering.stored_file_content c
              JOIN steering.stored_file f ON f.id = c.file_id
             WHERE f.owner_kind = :kind AND f.owner_id = :owner AND f.id = :file
             UNION ALL
            SELECT c.content
              FROM steering.task_file_content c
              JOIN steering.task_file f ON f.id = c.file_id
             WHERE :kind = 'task' AND f.task_id = :owner AND f.id = :negative
            """;

    /** The files of a record in the order in which they came. */
    public List<StoredFile> of(Handle handle, FileOwner owner) {
        return handle.createQuery(OF_OWNER)
                .bind("kind", owner.kind())
                .bind("id", owner.id())
                .map((row, context) -> new StoredFile(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getLong("byte_count"),
                        row.getString("sha256"),
                        row.getObject("added_at", LocalDateTime.class),
                        row.getString("agency"),
                        row.getString("account")))
                .list();
    }

    public void add(Handle transaction, FileOwner owner, StoredFile file, byte[] content) {
        long id = transaction
                .createUpdate(ADD)
                .bind("kind", owner.kind())
                .bind("owner", owner.id())
                .bind("name", file.name())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("at", file.at())
                .bind("agency", file.agency())
                .bind("account", file.account())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        transaction.execute("INSERT INTO steering.stored_file_content (file_id, content) VALUES (?, ?)", id, content);
    }

    public Optional<byte[]> content(Handle handle, FileOwner owner, long file) {
        return handle.createQuery(CONTENT)
                .bind("kind", owner.kind())
                .bind("owner", owner.id())
                .bind("file", file)
                .bind("negative", -file)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }

    /** Takes a file and its content away for good. */
    public void remove(Handle transaction, StoredFile file) {
        String table = file.id() < 0 ? "steering.task_file" : "steering.stored_file";
        long id = Math.abs(file.id());
        transaction.execute("DELETE FROM " + table + "_content WHERE file_id = ?", id);
        transaction.execute("DELETE FROM " + table + " WHERE id = ?", id);
    }
}
