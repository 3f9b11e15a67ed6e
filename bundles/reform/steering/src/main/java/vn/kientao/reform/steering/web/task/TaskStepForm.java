package vn.kientao.reform.steering.web.task;

import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the form of a step. */
final class TaskStepForm {
    private static final TextBundle TEXTS = TextBundle.of(TaskStepForm.class);
    private static final int NOTE = 2_000;
    private static final int NAME = 200;
    private static final int WHOLE = 100;

    private final FormReader reader;
    private final FormErrors errors;
    private final Colleagues colleagues;

    TaskStepForm(FormReader reader, FormErrors errors, Colleagues colleagues) {
        this.reader = reader;
        this.errors = errors;
        this.colleagues = colleagues;
    }

    Optional<Tasks.Step> step(Task task, TaskAction action) {
        String note = reader.text("note", action.needsNote() ? 1 : 0, NOTE);
        int progress = action == TaskAction.PROGRESS ? reader.number("progress", 0, WHOLE - 1) : task.progress();
        String division = action == TaskAction.ASSIGN ? reader.text("division", 0, NAME) : task.division();
        String account =
                action == TaskAction.ASSIGN ? account(task) : task.account().orElse("");
        String person = action == TaskAction.ASSIGN ? person(task, account) : task.person();
        return errors.isEmpty()
                ? Optional.of(new Tasks.Step(action, note, progress, division, person, account))
                : Optional.empty();
    }

    private String account(Task task) {
        String chosen = reader.field("account").orElse("");
        if (!chosen.isEmpty() && !people(task).containsKey(chosen)) {
            errors.add("account", TEXTS.text("task.error.account"));
        }
        return chosen;
    }

    private String person(Task task, String account) {
        String name = people(task).get(account);
        return name == null ? reader.text("person", 1, NAME) : name;
    }

    private Map<String, String> people(Task task) {
        return colleagues.holding(task.lead(), TaskForm.WORKERS);
    }
}
