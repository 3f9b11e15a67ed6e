package vn.kientao.reform.steering.app.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskEvent;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.task.TaskEvents;
import vn.kientao.reform.steering.store.task.TaskParties;
import vn.kientao.reform.steering.store.task.TaskRows;

/** Gives tasks and follows them, each step with its event, audit entry and notice in one transaction. */
@Component(service = Tasks.class)
public final class Tasks {
    private static final TextBundle TEXTS = TextBundle.of(Tasks.class);
    private static final Set<String> LEADS = Set.of(Roles.AGENCY_HEAD, Roles.COORDINATOR);

    private final Database database;
    private final AuditTrail audit;
    private final Notices notices;
    private final Colleagues colleagues;
    private final Series series = new Series();
    private final TaskRows tasks = new TaskRows();
    private final TaskParties parties = new TaskParties();
    private final TaskEvents events = new TaskEvents();

    @Activate
    public Tasks(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Notices notices,
            @Reference Colleagues colleagues,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.colleagues = colleagues;
    }

    /** Who acts, when, and what the audit trail says about it. */
    public record Act(String agency, String account, LocalDateTime at, AuditEntry entry) {
        /** The same, when a task is given on the way. */
        public Act giving() {
            AuditEntry given = new AuditEntry(
                    entry.account(),
                    entry.agency(),
                    entry.module(),
                    "steering.give-task",
                    "task",
                    "",
                    "",
                    entry.requestId());
            return new Act(agency, account, at, given);
        }
    }

    /** A task with all that belongs to it. */
    public record View(Task task, List<Party> parties, List<TaskEvent> events, List<Task> children) {
        public View {
            parties = List.copyOf(parties);
            events = List.copyOf(events);
            children = List.copyOf(children);
        }

        /** Whether the agency takes part now. */
        public boolean has(String agency, Part part) {
            return parties.stream()
                    .anyMatch(party -> party.present()
                            && party.part() == part
                            && party.agency().equals(agency));
        }

        /** Whether the agency takes part, or did. */
        public boolean concerns(String agency) {
            return parties.stream().anyMatch(party -> party.agency().equals(agency));
        }

        public FileOwner owner() {
            return new FileOwner("task", task.id(), task.code());
        }
    }

    /** What a step changes beside the state. */
    public record Step(TaskAction action, String note, int progress, String division, String person, String account) {}

    public List<Task> page(TaskFilter filter, Optional<TaskFilter.Key> after, int most) {
        return database.read(handle -> tasks.page(handle, filter, after, most));
    }

    /** How the tasks that an agency leads stand on a day. */
    public TaskFigures figures(String lead, LocalDate today) {
        return database.read(handle -> tasks.figures(handle, lead, today));
    }

    /** The codes of tasks by their ids. */
    public Map<Long, String> codes(Collection<Long> ids) {
        return database.read(handle -> tasks.codes(handle, ids));
    }

    public Optional<View> find(String code) {
        return database.read(handle -> tasks.find(handle, code).map(task -> view(handle, task)));
    }

    private View view(Handle handle, Task task) {
        return new View(
                task, parties.of(handle, task.id()), events.of(handle, task.id()), tasks.children(handle, task.id()));
    }

    /** Gives a task and answers with it; a repetition with the same key gives nothing and answers with the first. */
    public Task give(TaskOrder order, Optional<String> onceKey, Act act) {
        return database.write(transaction -> give(transaction, order, onceKey.orElse(""), act));
    }

    /** Does so in the caller's transaction; an empty key never repeats anything. */
    public Task give(Handle transaction, TaskOrder order, String onceKey, Act act) {
        Optional<Task> made = onceKey.isEmpty() ? Optional.empty() : tasks.made(transaction, act.agency(), onceKey);
        return made.orElseGet(() -> add(transaction, order, onceKey, act));
    }

    private Task add(Handle transaction, TaskOrder order, String onceKey, Act act) {
        LocalDate today = act.at().toLocalDate();
        String name = act.agency() + "-" + today.getYear();
        String code = String.format(Locale.ROOT, "%s-%04d", name, series.next(transaction, "task " + name));
        long id = tasks.add(transaction, act.agency(), code, order, today, act.account(), onceKey);
        Task task = tasks.find(transaction, id).orElseThrow();
        parties.add(transaction, task, new Party(act.agency(), Part.GIVE, today, Optional.empty()));
        parties.add(transaction, task, new Party(order.lead(), Part.LEAD, today, Optional.empty()));
        order.others(today).forEach(party -> parties.add(transaction, task, party));
        note(transaction, task, TaskAction.GIVE, "", act);
        audit.record(transaction, named(act.entry(), code));
        tellLead(transaction, task, "task.notice.given");
        return task;
    }

    /**
     * Takes a step.
     *
     * @throws StaleRecordException when somebody changed the task meanwhile
     * @throws IllegalStateException when the step is not possible in the task's state
     */
    public Task act(Task seen, Step step, Act act) {
        if (!step.action().possible(seen.state())) {
            throw new IllegalStateException(step.action() + " of a task that is " + seen.state());
        }
        return database.write(transaction -> {
            Task next = TaskSteps.after(seen, step, act.at().toLocalDate());
            write(transaction, next);
            note(transaction, next, step.action(), step.note(), act);
            audit.record(transaction, named(act.entry(), seen.code()).because(step.note()));
            if (step.action() == TaskAction.CONFIRM) {
                closeParent(transaction, next, act);
            }
            if (step.action().by() == Part.GIVE || step.action() == TaskAction.ASSIGN) {
                tellLead(transaction, next, "task.notice." + step.action().word());
            }
            return next;
        });
    }

    /** Writes a task and what lists repeat of it. */
    private void write(Handle transaction, Task next) {
        if (!tasks.change(transaction, next)) {
            throw new StaleRecordException("task " + next.code(), next.version());
        }
        parties.follow(transaction, next);
    }

    /** A task whose parts have all ended is done itself, on the day on which the last one was (D4). */
    private void closeParent(Handle transaction, Task child, Act act) {
        Optional<Task> parent = child.parent().flatMap(id -> tasks.find(transaction, id));
        if (parent.isEmpty() || !parent.get().state().open()) {
            return;
        }
        List<Task> parts = tasks.children(transaction, parent.get().id());
        if (parts.stream().anyMatch(part -> part.state().open())) {
            return;
        }
        Optional<LocalDate> last =
                parts.stream().flatMap(part -> part.doneOn().stream()).max(LocalDate::compareTo);
        Task closed = TaskSteps.closed(parent.get(), last.orElse(act.at().toLocalDate()));
        write(transaction, closed);
        note(
                transaction,
                closed,
                TaskAction.CONFIRM,
                TEXTS.text("task.closed-by-parts").vi(),
                act);
        closeParent(transaction, closed, act);
    }

    private void note(Handle transaction, Task task, TaskAction action, String note, Act act) {
        events.add(
                transaction,
                task.id(),
                new TaskEvent(act.at(), action.name(), act.agency(), act.account(), note, task.progress(), task.due()));
    }

    /**
     * Writes what another feature made of a task, with its event and audit entry, in the caller's transaction.
     *
     * @param action its name in the history of the task
     * @throws StaleRecordException when somebody changed the task meanwhile
     */
    public void follow(Handle transaction, Task next, String action, String note, Act act) {
        write(transaction, next);
        remark(transaction, next, action, note, act);
    }

    /** Adds something that changes nothing of the task itself to its history, with its audit entry. */
    public void remark(Handle transaction, Task task, String action, String note, Act act) {
        events.add(
                transaction,
                task.id(),
                new TaskEvent(act.at(), action, act.agency(), act.account(), note, task.progress(), task.due()));
        audit.record(transaction, named(act.entry(), task.code()).because(note));
    }

    /** Tells who answers for it; as long as nobody does, the heads and coordinators of the lead. */
    public void tellLead(Handle transaction, Task task, String key, Object... arguments) {
        Set<String> readers = task.account()
                .map(Set::of)
                .orElseGet(() -> colleagues.holding(task.lead(), LEADS).keySet());
        tell(transaction, task, task.lead(), readers, key, arguments);
    }

    /** Tells the heads and coordinators of the agency that gave it. */
    public void tellGiver(Handle transaction, Task task, String key, Object... arguments) {
        tell(
                transaction,
                task,
                task.giver(),
                colleagues.holding(task.giver(), LEADS).keySet(),
                key,
                arguments);
    }

    /** Tells some people in the pages of an agency; the first argument of the sentence is the task's code. */
    public void tell(
            Handle transaction, Task task, String agency, Set<String> readers, String key, Object... arguments) {
        List<Object> said = new ArrayList<>(List.of(task.code()));
        said.addAll(List.of(arguments));
        readers.forEach(account -> notices.tell(
                transaction,
                new Notice(
                        account,
                        "steering.task",
                        TEXTS.text(key, said.toArray()),
                        "/" + agency + "/steering/tasks/" + task.code())));
    }

    private static AuditEntry named(AuditEntry entry, String code) {
        return AuditEntries.about(entry, code, entry.detail());
    }
}
