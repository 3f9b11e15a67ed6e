package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DossierChanges;
import vn.kientao.reform.procedures.store.dossier.DossierHistories;
import vn.kientao.reform.procedures.store.dossier.DossierReader;

/**
 * Takes dossiers on, one step at a time. Each is taken only from the version that its author saw
 * ({@link StaleRecordException}), only where {@link Transition#TABLE} allows it ({@link DossierNotAllowedException}) and
 * only when its conditions hold ({@link DossierGuardException}); its event and its audit entry are kept in the same
 * transaction.
 */
@Component(service = DossierProgress.class)
public final class DossierProgress {
    private static final Logger log = LoggerFactory.getLogger(DossierProgress.class);

    private final Database database;
    private final AuditTrail auditTrail;
    private final ModuleEvents events;
    private final DossierClock clock;
    private final StepGuards guards;
    private final DossierChanges changes = new DossierChanges();
    private final DossierReader reader = new DossierReader();
    private final DossierHistories histories = new DossierHistories();

    @Activate
    public DossierProgress(
            @Reference Database database,
            @Reference Deadlines deadlines,
            @Reference WorkingCalendar calendar,
            @Reference AuditTrail auditTrail,
            @Reference ModuleEvents events,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.auditTrail = auditTrail;
        this.events = events;
        this.clock = new DossierClock(deadlines, calendar);
        this.guards = new StepGuards(clock);
    }

    /** Takes a step from the version of the dossier that its author saw; returns the dossier after it. */
    public Dossier take(Dossier seen, DossierStep step, Doer doer) {
        return database.write(transaction -> take(transaction, seen, step, doer));
    }

    /**
     * Where this action would lead the dossier now. Refuses as {@link #take} does, except for what only the filled form can
     * tell.
     */
    public DossierStatus foresee(Dossier dossier, DossierHistory history, DossierAction action, LocalDateTime at) {
        return guards.line(dossier, history, new Foreseen(action), at).to();
    }

    /** A step that somebody thinks of taking, with everything filled in. */
    private record Foreseen(DossierAction action) implements DossierStep {
        private static final String FILLED_IN = "…";

        @Override
        public String note() {
            return FILLED_IN;
        }

        @Override
        public String document() {
            return FILLED_IN;
        }

        @Override
        public void apply(StepWork work) {
            throw new IllegalStateException("foreseen, not taken: " + action);
        }
    }

    /** Passes the dossier to the room that settles it (Decree 61/2018/NĐ-CP, Article 18). */
    public void forward(Dossier dossier, String place, String note, Doer doer) {
        take(dossier, new DeskSteps.Forward(place, Optional.empty(), note), doer);
    }

    /** Records the signed result (Article 19). */
    public void finish(Dossier dossier, DossierResult result, String note, Doer doer) {
        take(dossier, new HandlerSteps.Finish(result, note), doer);
    }

    /** Hands the result over (Article 20). */
    public void handOver(Dossier dossier, String handedTo, String note, Doer doer) {
        take(dossier, new DeskSteps.HandOver(handedTo, note), doer);
    }

    /** As {@link #take(Dossier, DossierStep, Doer)}, in a transaction that does something else as well. */
    public Dossier take(Handle transaction, Dossier seen, DossierStep step, Doer doer) {
        // What is written down carries numbers: two who come at once must not give the same one.
        changes.hold(transaction, seen.code());
        Dossier present = reader.find(transaction, seen.code()).orElseThrow();
        if (present.version() != seen.version()) {
            throw new StaleRecordException("dossier " + seen.code(), seen.version());
        }
        DossierHistory history = histories.of(transaction, present.id());
        Transition line = guards.line(present, history, step, doer.at());
        StepWork work = new StepWork(transaction, present, history, line, doer, clock);
        work.next().go(line.to(), doer.at());
        step.apply(work);
        Dossier next = work.next().dossier();
        if (!changes.keep(transaction, next, doer.at())) {
            throw new StaleRecordException("dossier " + seen.code(), seen.version());
        }
        changes.add(transaction, next.id(), event(next, step, doer));
        auditTrail.record(
                transaction,
                doer.audit()
                        .entry(
                                "procedures." + step.action().word(),
                                "dossier",
                                next.code().toString(),
                                "{\"from\":" + present.status().number() + ",\"to\":"
                                        + next.status().number() + "}"));
        if (step.action() == DossierAction.RE_APPOINT) {
            events.publish(transaction, apology(present, next, doer));
        }
        log.info("Dossier {}: {}", next.code(), step.action().word());
        return next;
    }

    /** An agency that has to apologise answers for it (Decree 61/2018/NĐ-CP, Articles 19(9), 32). */
    private static ModuleEvent apology(Dossier present, Dossier next, Doer doer) {
        return new ModuleEvent(
                "procedures.re-appointed",
                Optional.of(next.agency()),
                next.code().toString(),
                "{\"was\":\"" + present.appointment().due() + "\",\"due\":\""
                        + next.appointment().due() + "\"}",
                doer.at());
    }

    private static DossierEvent event(Dossier next, DossierStep step, Doer doer) {
        return new DossierEvent(
                next.version(),
                doer.at(),
                step.action(),
                next.status(),
                doer.account(),
                doer.name(),
                step.place(),
                step.note(),
                step.document());
    }
}
