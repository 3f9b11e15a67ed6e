package vn.kientao.reform.steering.app.pilot;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.obstacle.FollowUp;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotOutcome;
import vn.kientao.reform.steering.domain.pilot.PilotPlan;
import vn.kientao.reform.steering.domain.pilot.PilotState;
import vn.kientao.reform.steering.domain.pilot.PilotValue;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.obstacle.ObstacleWriter;
import vn.kientao.reform.steering.store.pilot.PilotMeasures;
import vn.kientao.reform.steering.store.pilot.PilotRows;

/** Proposes pilots and takes their steps, each with its event, audit entry and notices in one transaction. */
@Component(service = PilotDesk.class)
public final class PilotDesk {
    private static final TextBundle TEXTS = TextBundle.of(PilotDesk.class);
    private static final Set<String> HEADS = Set.of(Roles.AGENCY_HEAD, Roles.COORDINATOR);

    private final Database database;
    private final AuditTrail audit;
    private final Notices notices;
    private final Colleagues colleagues;
    private final Series series = new Series();
    private final PilotRows rows = new PilotRows();
    private final PilotMeasures measures = new PilotMeasures();
    private final ObstacleWriter obstacles = new ObstacleWriter();

    @Activate
    public PilotDesk(
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

    /**
     * Proposes a pilot and answers with it; a repetition with the same key proposes nothing and answers with the first.
     *
     * @param cause the obstacle from which it comes, which will lead to it
     */
    public Pilot propose(PilotPlan plan, Optional<Obstacle> cause, Optional<String> onceKey, Tasks.Act act) {
        return database.write(transaction -> onceKey.flatMap(key -> rows.made(transaction, act.agency(), key))
                .orElseGet(() -> propose(transaction, plan, cause, onceKey.orElse(""), act)));
    }

    private Pilot propose(Handle transaction, PilotPlan plan, Optional<Obstacle> cause, String onceKey, Tasks.Act act) {
        Pilot pilot = add(
                transaction,
                new Pilot(
                        0,
                        1,
                        code(transaction, act.agency(), act.at().toLocalDate()),
                        plan,
                        act.agency(),
                        act.account(),
                        act.at(),
                        plan.to(),
                        PilotState.PROPOSED,
                        Pilot.Decision.NONE,
                        1,
                        Optional.empty()),
                onceKey);
        cause.ifPresent(obstacle -> obstacles.add(
                transaction,
                obstacle.id(),
                new FollowUp(ObstacleAction.PILOT, pilot.code(), "", act.at().toLocalDate())));
        happened(transaction, pilot, PilotAction.PROPOSE, "", act);
        return pilot;
    }

    private String code(Handle transaction, String agency, LocalDate day) {
        String name = agency + "-TD-" + day.getYear();
        return String.format(Locale.ROOT, "%s-%04d", name, series.next(transaction, "pilot " + name));
    }

    private Pilot add(Handle transaction, Pilot pilot, String onceKey) {
        rows.add(transaction, pilot, onceKey);
        return rows.find(transaction, pilot.code()).orElseThrow();
    }

    /**
     * Takes a step; widening answers with the next stage.
     *
     * @throws StaleRecordException when somebody changed the pilot meanwhile
     * @throws IllegalStateException when the step is not possible in the pilot's state
     */
    public Pilot act(Pilot seen, PilotStep step, Tasks.Act act) {
        if (!step.action().possible(seen.state())) {
            throw new IllegalStateException(step.action() + " of a pilot that is " + seen.state());
        }
        return database.write(transaction -> {
            Pilot next = after(seen, step);
            write(transaction, next);
            String said = step.document().isEmpty() ? step.note() : step.document() + ". " + step.note();
            happened(transaction, next, step.action(), said.strip(), act);
            if (step.action().decided()) {
                tell(transaction, next, "pilot.notice." + step.action().name());
            }
            return step.outcome() == PilotOutcome.WIDEN ? widen(transaction, next, step, act) : next;
        });
    }

    private static Pilot after(Pilot pilot, PilotStep step) {
        return switch (step.action()) {
            case APPROVE -> pilot.in(PilotState.APPROVED, decision(PilotOutcome.NONE, step));
            case REFUSE -> pilot.in(PilotState.REFUSED, decision(PilotOutcome.NONE, step));
            case START -> pilot.in(PilotState.RUNNING);
            case REVIEW -> pilot.in(PilotState.REVIEWED);
            case EXTEND -> pilot.until(step.until().orElseThrow());
            case CONCLUDE -> pilot.in(PilotState.CONCLUDED);
            case DECIDE -> pilot.in(PilotState.DECIDED, decision(step.outcome(), step));
            case ABORT -> pilot.in(PilotState.DECIDED, decision(PilotOutcome.STOP, step));
            case PROPOSE, NOTE -> pilot;
        };
    }

    private static Pilot.Decision decision(PilotOutcome outcome, PilotStep step) {
        return new Pilot.Decision(outcome, step.note(), step.document());
    }

    private void write(Handle transaction, Pilot pilot) {
        if (!rows.change(transaction, pilot)) {
            throw new StaleRecordException("pilot " + pilot.code(), pilot.version());
        }
    }

    /** The next stage: approved by the decision that widens, with the same measures, at more agencies. */
    private Pilot widen(Handle transaction, Pilot pilot, PilotStep step, Tasks.Act act) {
        LocalDate today = act.at().toLocalDate();
        PilotPlan plan = pilot.plan().widened(step.more(), today, step.until().orElseThrow());
        Pilot wider = add(
                transaction,
                new Pilot(
                        0,
                        1,
                        code(transaction, pilot.proposer(), today),
                        plan,
                        pilot.proposer(),
                        pilot.proposedBy(),
                        act.at(),
                        plan.to(),
                        PilotState.APPROVED,
                        decision(PilotOutcome.NONE, step),
                        pilot.stage() + 1,
                        Optional.of(pilot.id())),
                "");
        measures.of(transaction, List.of(pilot.id()))
                .getOrDefault(pilot.id(), List.of())
                .forEach(measure -> measures.add(
                        transaction,
                        wider.id(),
                        new Measure(
                                0,
                                measure.name(),
                                measure.unit(),
                                measure.latest().or(measure::baseline),
                                measure.stop(),
                                List.of())));
        happened(transaction, wider, PilotAction.APPROVE, step.document(), act);
        return wider;
    }

    /** Adds something to measure. */
    public void measure(Pilot pilot, Measure measure, Tasks.Act act) {
        database.write(transaction -> {
            write(transaction, pilot);
            measures.add(transaction, pilot.id(), measure);
            audit.record(transaction, named(act.entry(), pilot));
            return pilot;
        });
    }

    /** Enters the value of a period, and tells when it is a reason to stop. */
    public void enter(Pilot pilot, Measure measure, PilotValue value, Tasks.Act act) {
        database.write(transaction -> {
            write(transaction, pilot);
            measures.put(transaction, measure.id(), value, act.account(), act.at());
            audit.record(transaction, named(act.entry(), pilot));
            if (measure.stops(value)) {
                tell(transaction, pilot, "pilot.notice.stop");
            }
            return pilot;
        });
    }

    private void happened(Handle transaction, Pilot pilot, PilotAction action, String note, Tasks.Act act) {
        measures.add(transaction, pilot.id(), new Happening<>(act.at(), action, act.agency(), act.account(), note));
        audit.record(transaction, named(act.entry(), pilot));
    }

    private static AuditEntry named(AuditEntry entry, Pilot pilot) {
        String detail = "{\"state\":\"" + pilot.state() + "\",\"stage\":" + pilot.stage() + "}";
        return AuditEntries.about(entry, pilot.code(), detail);
    }

    /** Tells the heads of the agency that proposed it and of those that take part. */
    private void tell(Handle transaction, Pilot pilot, String key) {
        Set<String> agencies = new TreeSet<>(pilot.plan().agencies());
        agencies.add(pilot.proposer());
        agencies.forEach(agency -> new TreeSet<>(
                        colleagues.holding(agency, HEADS).keySet())
                .forEach(account -> notices.tell(
                        transaction,
                        new Notice(
                                account,
                                "steering.pilot",
                                TEXTS.text(key, pilot.code()),
                                "/" + agency + "/steering/pilots/" + pilot.code()))));
    }
}
