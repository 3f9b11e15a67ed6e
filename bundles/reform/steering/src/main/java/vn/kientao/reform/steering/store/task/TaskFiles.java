package vn.kientao.reform.steering.store.task;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.task.Evidence;
import vn.kientao.reform.steering.domain.task.EvidenceKind;

/** Reads and writes {@code steering.task_file} and its content. */
public final class TaskFiles {
    private static final String ALL = """
            SELECT id, file_name, kind, byte_count, sha256, added_at, agency_code, account
              FROM steering.task_file
             WHERE task_id = ?
             ORDER BY id
            """;
    private static final String INSERT = """
            INSERT INTO steering.task_file (
                   task_id, file_name, kind, byte_count, sha256, added_at, agency_code, account)
            VALUES (:task, :name, :kind, :size, :sha256, :at, :agency, :account)
            """;
    private static final String CONTENT = """
            SELECT c.content
              FROM steering.task_file_content c
              JOIN steering.task_file f ON f.id = c.file_id
             WHERE f.task_id = ? AND f.id = ?
            """;

    /** The files of a task, oldest first. */
    public List<Evidence> of(Handle handle, long task) {
        return handle.createQuery(ALL)
                .bind(0, task)
                .map((row, context) -> new Evidence(
                        row.getLong("id"),
                        row.getString("file_name"),
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getLong("byte_count"),
                        row.getString("sha256"),
                        row.getObject("added_at", LocalDateTime.class),
                        row.getString("agency_code"),
                        row.getString("account")))
                .list();
    }

    public void add(Handle transaction, long task, Evidence file, byte[] content) {
        long id = transaction
                .createUpdate(INSERT)
                .bind("task", task)
                .bind("name", file.name())
                .bind("kind", file.kind().name())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("at", file.at())
                .bind("agency", file.agency())
                .bind("account", file.account())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        transaction.execute("INSERT INTO steering.task_file_content (file_id, content) VALUES (?, ?)", id, content);
    }

    public Optional<byte[]> content(Handle handle, long task, long file) {
        return handle.createQuery(CONTENT)
                .bind(0, task)
                .bind(1, file)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }

    public void remove(Handle transaction, long file) {
        transaction.execute("DELETE FROM steering.task_file_content WHERE file_id = ?", file);
        transaction.execute("DELETE FROM steering.task_file WHERE id = ?", file);
    }
}
