package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DueChange;
import vn.kientao.reform.procedures.domain.dossier.Handover;
import vn.kientao.reform.procedures.domain.dossier.NextDossier;
import vn.kientao.reform.procedures.domain.dossier.Pause;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.store.competence.SentDossiers;
import vn.kientao.reform.procedures.store.dossier.DossierRecords;
import vn.kientao.reform.procedures.store.variant.VariantStore;
import vn.kientao.reform.procedures.store.workflow.Workflows;

/** One step being taken: the dossier before, what becomes of it, and where to write down what happens. */
public final class StepWork {
    private final Handle transaction;
    private final Dossier present;
    private final DossierHistory history;
    private final Transition line;
    private final Doer doer;
    private final DossierClock clock;
    private final NextDossier next;
    private final DossierRecords records = new DossierRecords();
    private final Workflows workflows = new Workflows();
    private final SentDossiers sent = new SentDossiers();

    StepWork(
            Handle transaction,
            Dossier present,
            DossierHistory history,
            Transition line,
            Doer doer,
            DossierClock clock) {
        this.transaction = transaction;
        this.present = present;
        this.history = history;
        this.line = line;
        this.doer = doer;
        this.clock = clock;
        this.next = new NextDossier(present);
    }

    Dossier present() {
        return present;
    }

    DossierHistory history() {
        return history;
    }

    NextDossier next() {
        return next;
    }

    DossierRecords records() {
        return records;
    }

    DossierClock clock() {
        return clock;
    }

    Handle transaction() {
        return transaction;
    }

    long id() {
        return present.id();
    }

    Doer doer() {
        return doer;
    }

    LocalDateTime now() {
        return doer.at();
    }

    RuleSettings settings() {
        return DossierClock.settings(present);
    }

    /** The number of the next entry of a list that begins with 1. */
    static int numberAfter(List<?> entries) {
        return entries.size() + 1;
    }

    /** The clock stands still from now on. */
    void stopClock(Pause.Cause cause, String reason, String document) {
        // Pauses follow each other: a later reason takes the place of an earlier one.
        records.endPauses(transaction, id(), now());
        next.pause(true);
        records.add(
                transaction,
                id(),
                new Pause(numberAfter(history.pauses()), cause, now(), Optional.empty(), reason, document));
    }

    /** The clock runs on where it stood. */
    void runOn(String reason) {
        records.endPauses(transaction, id(), now());
        next.pause(false);
        promise(clock.resumed(present, history, now()), reason);
    }

    /** The clock begins anew. */
    void restart(String reason) {
        records.endPauses(transaction, id(), now());
        next.pause(false);
        next.countFrom(now());
        promise(clock.restarted(present, history, now()), reason);
    }

    /** Another date is promised; the one before is kept in the history. */
    void promise(Appointment promised, String reason) {
        LocalDateTime was = present.appointment().due();
        next.promise(promised);
        if (!was.equals(promised.due())) {
            records.add(
                    transaction,
                    id(),
                    new DueChange(
                            numberAfter(history.dueChanges()), now(), line.action(), was, promised.due(), reason));
        }
    }

    /** Whatever waits for the applicant is not waited for any more. */
    void endWaiting() {
        records.endPauses(transaction, id(), now());
        history.openSupplement().ifPresent(request -> records.drop(transaction, id(), request, now()));
    }

    /** Begins the agency's internal procedure that is in force, if there is one. Its step times move no legal date. */
    void beginWorkflow() {
        variantWorkflow()
                .or(() -> workflows.inForce(
                        transaction, present.agency(), present.procedure().code()))
                .ifPresent(workflow -> workflow.first().ifPresent(step -> stand(workflow.id(), step)));
    }

    /** The internal procedure that the dossier's case names, if the agency has it in force. */
    private Optional<Workflow> variantWorkflow() {
        return Optional.of(present.procedure().variant())
                .filter(variant -> variant != 0)
                .flatMap(variant -> new VariantStore().find(transaction, variant))
                .filter(variant -> !variant.workflow().isEmpty())
                .flatMap(variant -> workflows.inForce(transaction, present.agency(), variant.workflow()));
    }

    /** Goes to the step that follows in the internal procedure under which the dossier began; stays at the last one. */
    void nextOfWorkflow() {
        present.standing()
                .position()
                .ifPresent(position -> workflows
                        .find(transaction, position.workflow())
                        .flatMap(workflow ->
                                workflow.after(position.step()).stream().findFirst())
                        .ifPresent(step -> stand(position.workflow(), step)));
    }

    private void stand(long workflow, WorkflowStep step) {
        Optional<LocalDateTime> due = step.time().map(limit -> clock.after(present, now(), limit));
        next.standAt(Optional.of(new Standing.Position(workflow, step.key(), due)));
        step.person()
                .filter(person -> next.unassigned())
                .ifPresent(person -> next.assign(Optional.of(new Standing.Assignee(person.account(), person.name()))));
    }

    /** A line of the control slip: given now, to be taken by whoever it is given to. */
    void give(String from, String to, Optional<LocalDateTime> due, String note) {
        takeOpen(doer.name());
        records.add(
                transaction,
                id(),
                new Handover(
                        numberAfter(history.handovers()),
                        from,
                        to,
                        now(),
                        doer.name(),
                        due,
                        Optional.empty(),
                        "",
                        note));
    }

    /** When the desk has to have passed on what it received (Decree 61/2018/NĐ-CP, Article 18). */
    LocalDateTime forwardBy() {
        return clock.forwardBy(
                present.agency(), present.receivedAt(), settings().transferCutOff());
    }

    /** Nobody here has it any more, in no room and at no step of an internal procedure. */
    void leaveDesk() {
        next.moveTo("");
        next.assign(Optional.empty());
        next.standAt(Optional.empty());
    }

    /** The receiving unit goes on seeing how it stands at the agency that settles it. */
    void sent(String agency) {
        sent.add(transaction, present, agency, doer.name(), now());
    }

    /** Whoever acts has the dossier: a hand-over that nobody took is taken now. */
    void takeOpen(String taker) {
        history.openHandover().ifPresent(slip -> records.take(transaction, id(), slip.number(), now(), taker));
    }
}
