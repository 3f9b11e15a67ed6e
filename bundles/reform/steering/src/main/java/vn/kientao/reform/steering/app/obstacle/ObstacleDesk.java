package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.obstacle.Answer;
import vn.kientao.reform.steering.domain.obstacle.FollowUp;
import vn.kientao.reform.steering.domain.obstacle.Handling;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleEvent;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.obstacle.Report;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.obstacle.ObstacleReader;
import vn.kientao.reform.steering.store.obstacle.ObstacleWriter;

/** Raises obstacles and takes their steps, each with its event, audit entry and notices in one transaction. */
@Component(service = ObstacleDesk.class)
public final class ObstacleDesk {
    private final Database database;
    private final AuditTrail audit;
    private final ModuleEvents events;
    private final Receivers receivers;
    private final ObstacleNotices notices;
    private final Tasks tasks;
    private final Clocks clocks;
    private final ObstacleSteps steps;
    private final Series series = new Series();
    private final ObstacleReader reader = new ObstacleReader();
    private final ObstacleWriter writer = new ObstacleWriter();

    @Activate
    public ObstacleDesk(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference ModuleEvents events,
            @Reference Deadlines deadlines,
            @Reference Receivers receivers,
            @Reference ObstacleNotices notices,
            @Reference Tasks tasks,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.receivers = receivers;
        this.notices = notices;
        this.tasks = tasks;
        this.clocks = new Clocks(deadlines);
        this.steps = new ObstacleSteps(clocks, receivers);
    }

    /** Raises something and answers with it; a repetition with the same key raises nothing and answers with the first. */
    public Obstacle raise(Report report, Optional<String> onceKey, Tasks.Act act) {
        return database.write(transaction -> onceKey.flatMap(key -> reader.made(transaction, act.agency(), key))
                .orElseGet(() -> raise(transaction, report, onceKey.orElse(""), act)));
    }

    private Obstacle raise(Handle transaction, Report report, String onceKey, Tasks.Act act) {
        LocalDate today = act.at().toLocalDate();
        String name = act.agency() + "-VM-" + today.getYear();
        String code = String.format(Locale.ROOT, "%s-%04d", name, series.next(transaction, "obstacle " + name));
        Receivers.Receiver first = receivers.first(act.agency(), report.area(), today);
        writer.add(
                transaction,
                new Obstacle(
                        0,
                        1,
                        code,
                        report,
                        act.agency(),
                        act.account(),
                        act.at(),
                        new Handling(ObstacleState.RAISED, Optional.empty(), first.agency(), first.body(), "", ""),
                        clocks.untilClassified(transaction, act.at()),
                        Answer.NONE,
                        0),
                onceKey);
        Obstacle raised = reader.find(transaction, code).orElseThrow();
        happened(transaction, raised, ObstacleStep.of(ObstacleAction.RAISE, ""), first.agency(), act);
        publish(transaction, "steering.obstacle-raised", raised, act);
        return raised;
    }

    /**
     * Takes a step.
     *
     * @throws StaleRecordException when somebody changed the obstacle meanwhile
     * @throws IllegalStateException when the step is not possible in the obstacle's state
     */
    public Obstacle act(Obstacle seen, ObstacleStep step, Tasks.Act act) {
        if (!step.action().possible(seen.state())) {
            throw new IllegalStateException(step.action() + " of an obstacle that is " + seen.state());
        }
        return database.write(transaction -> {
            Obstacle next = steps.after(transaction, seen, step, act.at());
            if (!writer.change(transaction, next)) {
                throw new StaleRecordException("obstacle " + seen.code(), seen.version());
            }
            followUp(transaction, next, step, act);
            happened(transaction, next, step, step.to(), act);
            if (step.action() == ObstacleAction.ANSWER) {
                publish(transaction, "steering.obstacle-answered", next, act);
            }
            return next;
        });
    }

    private void followUp(Handle transaction, Obstacle one, ObstacleStep step, Tasks.Act act) {
        LocalDate today = act.at().toLocalDate();
        step.order()
                .map(order -> tasks.give(transaction, order, "", act.giving()))
                .ifPresent(task ->
                        writer.add(transaction, one.id(), new FollowUp(ObstacleAction.TASK, task.code(), "", today)));
        if (step.action() == ObstacleAction.RULE_CHANGE || step.action() == ObstacleAction.PILOT) {
            writer.add(transaction, one.id(), new FollowUp(step.action(), step.to(), step.note(), today));
        }
    }

    private void happened(Handle transaction, Obstacle one, ObstacleStep step, String to, Tasks.Act act) {
        ObstacleEvent event = new ObstacleEvent(act.at(), step.action(), act.agency(), act.account(), to, step.note());
        writer.add(transaction, one.id(), event);
        String detail = "{\"state\":\"" + one.state() + "\",\"holder\":\""
                + one.handling().holder() + "\"}";
        audit.record(transaction, AuditEntries.about(act.entry(), one.code(), detail));
        notices.happened(transaction, one, step.action(), act.agency(), act.at().toLocalDate());
    }

    private void publish(Handle transaction, String type, Obstacle one, Tasks.Act act) {
        String detail = "{\"area\":\"" + one.report().area() + "\",\"cause\":\""
                + one.report().cause() + "\"}";
        events.publish(transaction, new ModuleEvent(type, Optional.of(one.raiser()), one.code(), detail, act.at()));
    }
}
