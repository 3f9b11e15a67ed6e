package vn.kientao.reform.steering.app.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.domain.task.Extension;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.store.setting.Settings;
import vn.kientao.reform.steering.store.task.TaskExtensions;

/** More time for a task: asked by the lead while the term runs, decided by the giver; the first term is kept. */
@Component(service = Extensions.class)
public final class Extensions {
    private final Database database;
    private final Tasks tasks;
    private final Settings settings = new Settings();
    private final TaskExtensions extensions = new TaskExtensions();

    @Activate
    public Extensions(@Reference Database database, @Reference Tasks tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /** Why nobody can ask for more time now. */
    public enum Refusal {
        /** It is not being worked on, or has no term. */
        NOT_RUNNING,
        /** The term is over (setting {@code task.extension-after-term}). */
        TERM_OVER,
        /** A request waits for its decision. */
        ASKED
    }

    /** Those of a task, oldest first. */
    public List<Extension> of(Task task) {
        return database.read(handle -> extensions.of(handle, task.id()));
    }

    public Optional<Extension> find(long id) {
        return database.read(handle -> extensions.find(handle, id));
    }

    /** Those that wait for a decision of the agency, oldest first, above an id. */
    public List<Extension> pending(String giver, long above, int most) {
        return database.read(handle -> extensions.pending(handle, giver, above, most));
    }

    /** Why more time cannot be asked for on a day; empty when it can. */
    public Optional<Refusal> refusal(Task task, LocalDate today) {
        if (task.state() != TaskState.OPEN || task.due().isEmpty()) {
            return Optional.of(Refusal.NOT_RUNNING);
        }
        return database.read(handle -> {
            boolean over = task.due().get().isBefore(today);
            if (over
                    && settings.on(handle, SettingName.EXTENSION_AFTER_TERM, today)
                                    .number()
                            == 0) {
                return Optional.of(Refusal.TERM_OVER);
            }
            return extensions.of(handle, task.id()).stream().anyMatch(Extension::pending)
                    ? Optional.of(Refusal.ASKED)
                    : Optional.empty();
        });
    }

    /**
     * Asks for a task to be due on {@code wanted}.
     *
     * @throws IllegalArgumentException when that is no later day
     * @throws IllegalStateException when {@link #refusal} says why not
     * @throws StaleRecordException when somebody changed the task meanwhile
     */
    public void ask(Task seen, LocalDate wanted, String reason, Tasks.Act act) {
        LocalDate due = seen.due()
                .filter(wanted::isAfter)
                .orElseThrow(() ->
                        new IllegalArgumentException("wanted " + wanted + " (expected: after " + seen.due() + ")"));
        refusal(seen, act.at().toLocalDate()).ifPresent(why -> {
            throw new IllegalStateException("extension of " + seen.code() + ": " + why);
        });
        database.write(transaction -> {
            extensions.add(transaction, seen.id(), due, wanted, reason, act.at(), act.agency(), act.account());
            tasks.follow(transaction, seen, "EXTENSION_ASK", reason, act);
            tasks.tellGiver(transaction, seen, "task.notice.extension-ask");
            return seen;
        });
    }

    /**
     * Grants a request until {@code dueAfter}, or refuses it when that is empty.
     *
     * @throws StaleRecordException when it was decided before, or somebody changed the task meanwhile
     */
    public void decide(Extension extension, Task seen, Optional<LocalDate> dueAfter, String answer, Tasks.Act act) {
        database.write(transaction -> {
            if (!extensions.decide(
                    transaction, extension.id(), dueAfter, answer, act.at(), act.agency(), act.account())) {
                throw new StaleRecordException("extension " + extension.id(), seen.version());
            }
            Task next = dueAfter.map(seen::until).orElse(seen);
            String word = dueAfter.isPresent() ? "EXTENSION_GRANT" : "EXTENSION_REFUSE";
            tasks.follow(transaction, next, word, answer, act);
            tasks.tellLead(
                    transaction,
                    next,
                    dueAfter.isPresent() ? "task.notice.extension-grant" : "task.notice.extension-refuse");
            return next;
        });
    }
}
