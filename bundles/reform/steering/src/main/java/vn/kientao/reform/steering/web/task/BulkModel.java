package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * Tasks of which several are chosen.
 *
 * @param gives whether they get another lead rather than somebody who answers for them
 * @param left codes of those that could not be changed a moment ago
 * @param workers name by account
 */
public record BulkModel(
        FormView form,
        boolean gives,
        List<Task> rows,
        List<String> left,
        Map<String, String> workers,
        List<Agency> agencies,
        LocalDate today,
        AgencyNames names) {
    public BulkModel {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
        agencies = List.copyOf(agencies);
    }

    public Page page() {
        return form.page();
    }

    public String due(Task task) {
        return task.due().map(Formats::date).orElse(page().text(task.term().textKey()));
    }

    public String style(Task task) {
        return TaskWords.style(task.standing(today));
    }

    public String standing(Task task) {
        return TaskWords.standing(page(), task, today);
    }
}
