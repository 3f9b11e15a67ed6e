package vn.kientao.reform.steering.web.task;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The evidence of a task.
 *
 * @param works whether the reader may add files
 * @param agency code of the agency in whose pages it is shown
 */
public record EvidenceModel(
        FormView form, Task task, List<StoredFile> files, boolean works, String agency, AgencyNames names) {
    private static final long KILOBYTE = 1_000;

    public EvidenceModel {
        files = List.copyOf(files);
    }

    public Page page() {
        return form.page();
    }

    public String address(StoredFile file) {
        return page().link("/tasks/" + task.code() + "/files/" + file.id());
    }

    public String size(StoredFile file) {
        return Math.max(1, file.size() / KILOBYTE) + " KB";
    }

    public boolean removes(StoredFile file) {
        return works && file.agency().equals(agency);
    }
}
