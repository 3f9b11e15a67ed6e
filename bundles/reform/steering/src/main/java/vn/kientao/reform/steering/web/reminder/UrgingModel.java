package vn.kientao.reform.steering.web.reminder;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.reminder.UrgingLetters;
import vn.kientao.reform.steering.domain.reminder.Urging;
import vn.kientao.reform.steering.domain.task.Task;

/**
 * The urging letters about a task.
 *
 * @param urges whether the reader may issue another one
 */
public record UrgingModel(FormView form, Task task, List<Urging> urgings, boolean urges) {
    public UrgingModel {
        urgings = List.copyOf(urgings);
    }

    public Page page() {
        return form.page();
    }

    public String reference(Urging urging) {
        return UrgingLetters.reference(urging);
    }

    public String file(Urging urging, String format) {
        return page().link("/tasks/" + task.code() + "/urgings/" + urging.id() + "/" + format);
    }
}
