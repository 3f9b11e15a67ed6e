package vn.kientao.reform.steering.app.task;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.domain.file.StoredFile;

/** Files that show what was done for a task (tài liệu kiểm chứng), each told in the history of the task. */
@Component(service = EvidenceFiles.class)
public final class EvidenceFiles {
    private final Files files;
    private final Tasks tasks;

    @Activate
    public EvidenceFiles(@Reference Files files, @Reference Tasks tasks) {
        this.files = files;
        this.tasks = tasks;
    }

    /** Keeps a file as {@link Files} does. */
    public boolean add(Tasks.View view, Files.Sent sent, Tasks.Act act) {
        return files.add(
                view.owner(),
                sent,
                act,
                (transaction, file) -> tasks.remark(transaction, view.task(), "FILE", file.name(), act));
    }

    /** Takes a file away for good. */
    public void remove(Tasks.View view, StoredFile file, Tasks.Act act) {
        files.remove(
                file, (transaction, gone) -> tasks.remark(transaction, view.task(), "FILE_REMOVE", gone.name(), act));
    }
}
