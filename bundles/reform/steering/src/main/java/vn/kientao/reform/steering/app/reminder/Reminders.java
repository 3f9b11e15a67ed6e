package vn.kientao.reform.steering.app.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.reminder.Signal;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.reminder.TaskSignals;
import vn.kientao.reform.steering.store.setting.Settings;

/**
 * Reminds who answers for a task before its term ends, tells of it when it is overdue, first to those who work on it, then to
 * the head of the lead and to the chairman (settings {@code task.remind-days}, {@code task.escalate-head-days}, {@code
 * task.escalate-chairman-days}), and tells other modules ({@code steering.task-overdue}, {@code steering.task-done}). Each is
 * told once for a term, in one transaction with its audit entry; a new term begins anew.
 */
@Component(service = Reminders.class, immediate = true)
public final class Reminders {
    private static final Logger log = LoggerFactory.getLogger(Reminders.class);
    private static final int SECONDS = 60;
    private static final int AT_ONCE = 200;
    private static final Duration NEW = Duration.ofDays(7);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final String DONE = "DONE";

    private final Database database;
    private final Tasks tasks;
    private final Colleagues colleagues;
    private final ModuleEvents events;
    private final AuditTrail audit;
    private final Clock clock;
    private final Settings settings = new Settings();
    private final TaskSignals signals = new TaskSignals();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-task-reminders"));
    private final Future<?> telling;

    @Activate
    public Reminders(
            @Reference Database database,
            @Reference Tasks tasks,
            @Reference Colleagues colleagues,
            @Reference ModuleEvents events,
            @Reference AuditTrail audit) {
        this(database, tasks, colleagues, events, audit, Clock.system(Formats.ZONE));
    }

    Reminders(
            Database database, Tasks tasks, Colleagues colleagues, ModuleEvents events, AuditTrail audit, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.telling = clockwork.scheduleWithFixedDelay(this::safely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A failure now must not end the telling for good. */
    private void safely() {
        try {
            tell();
        } catch (RuntimeException e) {
            log.error("Reminders of tasks could not be told; they stay for the next time", e);
        }
    }

    /** Tells everything that is due now and returns how much it was. */
    int tell() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = now.toLocalDate();
        int told = 0;
        for (Signal signal : due(today)) {
            for (String code : database.read(handle -> signals.untold(handle, signal, today, AT_ONCE))) {
                told += tell(code, signal.kind(), now);
            }
        }
        for (String code : database.read(handle -> signals.done(handle, now.minus(NEW), AT_ONCE))) {
            told += tell(code, DONE, now);
        }
        return told;
    }

    private List<Signal> due(LocalDate today) {
        return database.read(handle -> Signal.on(
                today,
                settings.on(handle, SettingName.REMIND_DAYS, today).numbers(),
                settings.on(handle, SettingName.ESCALATE_HEAD, today).number(),
                settings.on(handle, SettingName.ESCALATE_CHAIRMAN, today).number()));
    }

    private int tell(String code, String kind, LocalDateTime now) {
        Optional<Task> task = tasks.find(code).map(Tasks.View::task);
        return task.isPresent() && database.write(transaction -> told(transaction, task.get(), kind, now)) ? 1 : 0;
    }

    private boolean told(Handle transaction, Task task, String kind, LocalDateTime now) {
        if (!signals.take(transaction, task.id(), kind, task.due().orElse(NEVER), now)) {
            return false;
        }
        LocalDate today = now.toLocalDate();
        String late = "" + task.daysLate(today);
        switch (kind) {
            case DONE -> publish(transaction, task, "steering.task-done", now);
            case Signal.OVERDUE -> {
                publish(transaction, task, "steering.task-overdue", now);
                tasks.tellLead(transaction, task, "task.notice.overdue", late);
                tasks.tellGiver(transaction, task, "task.notice.overdue", late);
            }
            case Signal.HEAD -> tasks.tell(transaction, task, task.lead(), heads(task), "task.notice.escalated", late);
            case Signal.CHAIRMAN ->
                tasks.tell(transaction, task, task.giver(), chairmen(task), "task.notice.escalated", late);
            default ->
                tasks.tellLead(
                        transaction,
                        task,
                        "task.notice.left",
                        "" + ChronoUnit.DAYS.between(today, task.due().orElse(today)));
        }
        record(transaction, task, kind);
        return true;
    }

    private Set<String> heads(Task task) {
        return colleagues.holding(task.lead(), Set.of(Roles.AGENCY_HEAD)).keySet();
    }

    /** The chairman's post is at no agency; an agency that gives tasks itself may have one of its own. */
    private Set<String> chairmen(Task task) {
        Set<String> readers = new LinkedHashSet<>(
                colleagues.holding("", Set.of(Roles.CHAIRMAN)).keySet());
        readers.addAll(colleagues.holding(task.giver(), Set.of(Roles.CHAIRMAN)).keySet());
        return readers;
    }

    private void publish(Handle transaction, Task task, String type, LocalDateTime now) {
        String detail = "{\"due\":\"" + task.due().map(LocalDate::toString).orElse("") + "\",\"giver\":\""
                + task.giver() + "\",\"late\":" + (task.daysLate(task.doneOn().orElse(now.toLocalDate())) > 0) + "}";
        events.publish(transaction, new ModuleEvent(type, Optional.of(task.lead()), task.code(), detail, now));
    }

    private void record(Handle transaction, Task task, String kind) {
        audit.record(
                transaction,
                new AuditEntry(
                        Actor.system("job").account(),
                        Optional.of(task.lead()),
                        "steering",
                        "steering.task-told",
                        "task",
                        task.code(),
                        "{\"kind\":\"" + kind + "\",\"due\":\""
                                + task.due().map(LocalDate::toString).orElse("") + "\"}",
                        ""));
    }

    @Deactivate
    void close() {
        telling.cancel(true);
        clockwork.shutdownNow();
    }
}
