package vn.kientao.reform.steering.app.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingState;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;
import vn.kientao.reform.steering.domain.inspection.Notice;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.inspection.VisitState;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.inspection.FindingRows;
import vn.kientao.reform.steering.store.inspection.PlanRows;
import vn.kientao.reform.steering.store.inspection.VisitRows;
import vn.kientao.reform.steering.store.setting.Settings;

/** Plans inspections and takes the steps of visits, each with its event, audit entry and notices in one transaction. */
@Component(service = InspectionDesk.class)
public final class InspectionDesk {
    /** Setting: days from the notice until the remedy is to be reported. */
    private final Database database;

    private final AuditTrail audit;
    private final ModuleEvents events;
    private final Agencies agencies;
    private final InspectionNotices notices;
    private final Series series = new Series();
    private final PlanRows plans = new PlanRows();
    private final VisitRows visits = new VisitRows();
    private final FindingRows findings = new FindingRows();
    private final Settings settings = new Settings();

    @Activate
    public InspectionDesk(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference ModuleEvents events,
            @Reference Agencies agencies,
            @Reference InspectionNotices notices,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.agencies = agencies;
        this.notices = notices;
    }

    /** A visit as it is planned. */
    public record Planned(String agency, LocalDate on, String team, String content) {}

    /**
     * Keeps the plan of a year, making it when there is none.
     *
     * @throws StaleRecordException when somebody changed it meanwhile
     */
    public void plan(InspectionPlan plan, Tasks.Act act) {
        database.write(transaction -> {
            Optional<InspectionPlan> present = plans.find(transaction, plan.agency(), plan.year());
            if (present.isEmpty()) {
                plans.add(transaction, plan);
            } else if (present.get().version() != plan.version() || !plans.change(transaction, plan)) {
                throw new StaleRecordException("inspection plan " + plan.year(), plan.version());
            }
            String code = plan.agency() + "-" + plan.year();
            audit.record(
                    transaction, AuditEntries.about(act.entry(), code, "{\"wantedShare\":" + plan.wantedShare() + "}"));
            return plan;
        });
    }

    /** Plans a visit and answers with it; a repetition with the same key plans none and answers with the first. */
    public Visit plan(InspectionPlan plan, Planned planned, Optional<String> onceKey, Tasks.Act act) {
        return database.write(transaction -> onceKey.flatMap(key -> visits.made(transaction, act.agency(), key))
                .orElseGet(() -> plan(transaction, plan, planned, onceKey, act)));
    }

    private Visit plan(
            Handle transaction, InspectionPlan plan, Planned planned, Optional<String> onceKey, Tasks.Act act) {
        String name = act.agency() + "-KT-" + plan.year();
        String code = String.format(Locale.ROOT, "%s-%04d", name, series.next(transaction, "visit " + name));
        Visit visit = new Visit(
                0,
                1,
                code,
                plan.id(),
                act.agency(),
                planned.agency(),
                planned.on(),
                planned.team(),
                planned.content(),
                VisitState.PLANNED,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        String unit =
                agencies.find(planned.agency()).map(found -> found.name().vi()).orElse("");
        visits.add(transaction, visit, unit);
        onceKey.ifPresent(key -> visits.once(transaction, act.agency(), key, code));
        Visit added = visits.find(transaction, code).orElseThrow();
        happened(transaction, added, InspectionStep.of(VisitAction.PLAN, ""), act);
        return added;
    }

    /**
     * Takes a step.
     *
     * @throws StaleRecordException when somebody changed the visit meanwhile
     * @throws IllegalStateException when the step is not possible in its state
     */
    public Visit act(Inspections.View seen, InspectionStep step, Tasks.Act act) {
        Visit visit = seen.visit();
        if (!step.action().possible(visit.state())) {
            throw new IllegalStateException(step.action() + " of a visit that is " + visit.state());
        }
        return database.write(transaction -> {
            Visit next = after(transaction, seen, step, act);
            if (!visits.change(transaction, next)) {
                throw new StaleRecordException("visit " + visit.code(), visit.version());
            }
            findings(transaction, seen, step, act);
            happened(transaction, next, step, act);
            return next;
        });
    }

    private Visit after(Handle transaction, Inspections.View seen, InspectionStep step, Tasks.Act act) {
        Visit visit = seen.visit();
        return switch (step.action()) {
            case SELF_REPORT -> visit.selfReported(step.note(), act.at());
            case VISIT -> visit.in(VisitState.VISITED);
            case NOTICE -> noticed(transaction, seen, step);
            case REPORT -> visit.remedied(act.at());
            case ACCEPT -> visit.closed(act.at().toLocalDate());
            case RETURN -> visit.in(VisitState.NOTICED);
            case CANCEL -> visit.in(VisitState.CANCELLED);
            case PLAN, FIND, REMEDY -> visit;
        };
    }

    /** The last day of the remedy is so many calendar days after the notice as the setting of its day says. */
    private Visit noticed(Handle transaction, Inspections.View seen, InspectionStep step) {
        LocalDate on = step.on().orElseThrow();
        int days = settings.on(transaction, SettingName.REMEDY_DAYS, on).number();
        boolean remedy = seen.findings().stream().anyMatch(one -> one.kind().remediable());
        return seen.visit().noticed(new Notice(step.note(), step.symbol(), on, on.plusDays(days)), remedy);
    }

    private void findings(Handle transaction, Inspections.View seen, InspectionStep step, Tasks.Act act) {
        LocalDate today = act.at().toLocalDate();
        switch (step.action()) {
            case FIND ->
                findings.add(transaction, seen.visit().id(), step.found().orElseThrow());
            case REMEDY -> chosen(seen, step).forEach(one -> write(transaction, one.reported(step.note())));
            case ACCEPT -> reported(seen).forEach(one -> write(transaction, one.accepted(today)));
            case RETURN -> {
                List<Finding> back = chosen(seen, step);
                reported(seen)
                        .forEach(one -> write(
                                transaction, back.contains(one) ? one.returned(step.note()) : one.accepted(today)));
            }
            case PLAN, SELF_REPORT, VISIT, NOTICE, REPORT, CANCEL -> {
                // Nothing changes about what was found.
            }
        }
    }

    private static List<Finding> chosen(Inspections.View seen, InspectionStep step) {
        return seen.findings().stream()
                .filter(one -> step.findings().isEmpty() || step.findings().contains(one.id()))
                .toList();
    }

    private static List<Finding> reported(Inspections.View seen) {
        return seen.findings().stream()
                .filter(one -> one.state() == FindingState.REPORTED)
                .toList();
    }

    private void write(Handle transaction, Finding next) {
        if (!findings.change(transaction, next)) {
            throw new StaleRecordException("finding " + next.id(), next.version());
        }
    }

    private void happened(Handle transaction, Visit visit, InspectionStep step, Tasks.Act act) {
        String note = step.found().map(Finding::words).orElse(step.note());
        visits.add(
                transaction, visit.id(), new Happening<>(act.at(), step.action(), act.agency(), act.account(), note));
        String detail = "{\"state\":\"" + visit.state() + "\",\"agency\":\"" + visit.agency() + "\"}";
        audit.record(transaction, AuditEntries.about(act.entry(), visit.code(), detail));
        notices.happened(transaction, visit, step.action());
        if (step.action() == VisitAction.NOTICE || step.action() == VisitAction.ACCEPT) {
            String type = step.action() == VisitAction.NOTICE ? "inspection-concluded" : "inspection-remedied";
            events.publish(
                    transaction,
                    new ModuleEvent("steering." + type, Optional.of(visit.agency()), visit.code(), detail, act.at()));
        }
    }
}
