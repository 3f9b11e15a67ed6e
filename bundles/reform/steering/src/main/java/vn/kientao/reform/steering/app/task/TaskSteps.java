package vn.kientao.reform.steering.app.task;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskState;

/** What a task is after a step. */
final class TaskSteps {
    private static final int WHOLE = 100;
    private static final Optional<LocalDate> NOT_YET = Optional.empty();

    private TaskSteps() {}

    static Task after(Task task, Tasks.Step step, LocalDate today) {
        return switch (step.action()) {
            case PROGRESS -> task.in(TaskState.OPEN, step.progress(), NOT_YET, NOT_YET, "");
            case REPORT -> task.in(TaskState.REPORTED, WHOLE, Optional.of(today), NOT_YET, step.note());
            case CONFIRM -> closed(task, task.reportedOn().orElse(today));
            case RETURN, RESUME -> task.in(TaskState.OPEN, task.progress(), NOT_YET, NOT_YET, "");
            case PAUSE -> task.in(TaskState.PAUSED, task.progress(), NOT_YET, NOT_YET, "");
            case CANCEL -> task.in(TaskState.CANCELLED, task.progress(), task.reportedOn(), NOT_YET, task.result());
            case ASSIGN ->
                task.by(
                        step.division(),
                        step.person(),
                        Optional.of(step.account()).filter(account -> !account.isEmpty()));
            case GIVE, NOTE -> task;
        };
    }

    /** Done on a day, which is the one on which the lead reported it when it did. */
    static Task closed(Task task, LocalDate on) {
        return task.in(TaskState.DONE, WHOLE, Optional.of(on), Optional.of(on), task.result());
    }
}
