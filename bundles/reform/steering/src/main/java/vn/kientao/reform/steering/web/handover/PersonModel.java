package vn.kientao.reform.steering.web.handover;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.task.Task;

/**
 * The open tasks of somebody who leaves.
 *
 * @param workers name by account, of those who can take them over
 * @param leaving name of who leaves, who may not work here any more
 */
public record PersonModel(FormView form, Map<String, String> workers, List<Task> open, String leaving) {
    public PersonModel {
        open = List.copyOf(open);
    }

    public Page page() {
        return form.page();
    }

    public String due(Task task) {
        return task.due().map(Formats::date).orElse(page().text(task.term().textKey()));
    }
}
