package vn.kientao.reform.steering.web.task;

import java.util.Arrays;
import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * What the reader may do to a task from the pages of an agency: what is the giver's as somebody who gives tasks at the agency
 * that gave it, what is the lead's as somebody who works there.
 */
record TaskRights(Page page, Tasks.View view, String agency) {

    boolean may(TaskAction action) {
        boolean own = view.has(agency, action.by());
        boolean helps = action == TaskAction.NOTE && view.has(agency, Part.COOPERATE);
        return (own || helps)
                && action.possible(view.task().state())
                && page.can(action.by() == Part.GIVE ? SteeringPermissions.GIVE : SteeringPermissions.WORK);
    }

    List<TaskAction> all() {
        return Arrays.stream(TaskAction.values()).filter(this::may).toList();
    }
}
