package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.Task;

/** How the standing of a task is said and coloured. */
public final class TaskWords {
    private TaskWords() {}

    /** The class of the tag of a standing. */
    public static String style(Standing standing) {
        return switch (standing) {
            case OVERDUE, DONE_LATE -> "kt-tag kt-tag-late";
            case WITHIN_TERM -> "kt-tag kt-tag-progress";
            case PAUSED -> "kt-tag kt-tag-need";
            case DONE_ON_TIME -> "kt-tag kt-tag-done";
            case NO_TERM, CANCELLED -> "kt-tag";
        };
    }

    /** The standing, with the days that are over or left while the term runs. */
    static String standing(Page page, Task task, LocalDate today) {
        Standing standing = task.standing(today);
        return switch (standing) {
            case OVERDUE -> page.text("task.late.days", "" + task.daysLate(today));
            case DONE_LATE ->
                page.text(
                        "task.done-late.days", "" + task.daysLate(task.doneOn().orElse(today)));
            case WITHIN_TERM ->
                page.text(
                        "task.left.days",
                        ""
                                + task.due()
                                        .map(due -> ChronoUnit.DAYS.between(today, due))
                                        .orElse(0L));
            case PAUSED, DONE_ON_TIME, NO_TERM, CANCELLED -> page.text(standing.textKey());
        };
    }
}
