package vn.kientao.reform.steering.web.taskimport;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.taskimport.TaskImport;

/** The sheets of an agency and the form for another one. */
public record TaskImportListModel(FormView form, List<TaskImport> imports) {
    public TaskImportListModel {
        imports = List.copyOf(imports);
    }

    public Page page() {
        return form.page();
    }
}
