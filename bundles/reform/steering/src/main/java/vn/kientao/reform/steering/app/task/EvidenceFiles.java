package vn.kientao.reform.steering.app.task;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.domain.task.Evidence;
import vn.kientao.reform.steering.domain.task.EvidenceKind;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.task.TaskFiles;

/** Files that show what was done for a task. */
@Component(service = EvidenceFiles.class)
public final class EvidenceFiles {
    /** Bytes of a file. */
    public static final long MOST_BYTES = 10_000_000;
    /** Files of a task. */
    public static final int MOST_FILES = 40;

    private final Database database;
    private final Tasks tasks;
    private final TaskFiles files = new TaskFiles();

    @Activate
    public EvidenceFiles(@Reference Database database, @Reference Tasks tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /** The files of a task, oldest first. */
    public List<Evidence> of(Task task) {
        return database.read(handle -> files.of(handle, task.id()));
    }

    public Optional<byte[]> content(Task task, Evidence file) {
        return database.read(handle -> files.content(handle, task.id(), file.id()));
    }

    /**
     * Keeps a file; the same file again changes nothing.
     *
     * @return false when the task has as many files as it may have
     */
    public boolean add(Task task, String name, byte[] content, Tasks.Act act) {
        Evidence file = new Evidence(
                0,
                name,
                EvidenceKind.of(name, content),
                content.length,
                sha256(content),
                act.at(),
                act.agency(),
                act.account());
        return database.write(transaction -> {
            List<Evidence> present = files.of(transaction, task.id());
            if (present.stream().anyMatch(one -> one.sha256().equals(file.sha256()))) {
                return true;
            }
            if (present.size() >= MOST_FILES) {
                return false;
            }
            files.add(transaction, task.id(), file, content);
            tasks.remark(transaction, task, "FILE", name, act);
            return true;
        });
    }

    /** Takes a file away for good. */
    public void remove(Task task, Evidence file, Tasks.Act act) {
        database.write(transaction -> {
            files.remove(transaction, file.id());
            tasks.remark(transaction, task, "FILE_REMOVE", file.name(), act);
            return true;
        });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
