package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/** A dossier as it will stand after a step: begins as it stands now, and takes what the step changes. */
public final class NextDossier {
    private final Dossier before;
    private DossierStatus status;
    private LocalDateTime receivedAt;
    private Appointment appointment;
    private String place;
    private Optional<DossierResult> result;
    private Optional<LocalDateTime> finishedAt;
    private Optional<LocalDateTime> handedOverAt;
    private String handedTo;
    private Places places;
    private boolean paused;
    private boolean negative;
    private int supplements;
    private int reAppointments;
    private int corrections;
    private LocalDateTime clockFrom;
    private LocalDateTime firstDue;
    private Optional<LocalDateTime> endedAt;
    private Optional<DeadlineRule> rule;
    private Optional<Standing.Assignee> assignee;
    private Optional<Standing.Position> position;

    public NextDossier(Dossier before) {
        this.before = requireNonNull(before, "before");
        Standing standing = before.standing();
        status = before.status();
        receivedAt = before.receivedAt();
        appointment = before.appointment();
        place = before.place();
        result = before.result();
        finishedAt = before.finishedAt();
        handedOverAt = before.handedOverAt();
        handedTo = before.handedTo();
        places = standing.places();
        paused = standing.paused();
        negative = standing.negative();
        supplements = standing.supplements();
        reAppointments = standing.reAppointments();
        corrections = standing.corrections();
        clockFrom = standing.clockFrom();
        firstDue = standing.firstDue();
        endedAt = standing.endedAt();
        rule = standing.rule();
        assignee = standing.assignee();
        position = standing.position();
    }

    /** Goes to a state; one in which nothing is owed any more ends the dossier, any other takes it up again. */
    public void go(DossierStatus to, LocalDateTime at) {
        status = to;
        if (to.running()) {
            endedAt = Optional.empty();
            finishedAt = Optional.empty();
        } else if (endedAt.isEmpty()) {
            endedAt = Optional.of(at);
            paused = false;
        }
    }

    /** Is received officially: this date is the first one promised. */
    public void receive(LocalDateTime at, Appointment promised, Optional<DeadlineRule> ofThatDay) {
        receivedAt = at;
        clockFrom = at;
        appointment = promised;
        firstDue = promised.due();
        rule = promised.countedBy().or(() -> ofThatDay);
    }

    /** Another date is promised. */
    public void promise(Appointment promised) {
        appointment = promised;
    }

    /** The clock begins anew. */
    public void countFrom(LocalDateTime at) {
        clockFrom = at;
    }

    public void pause(boolean still) {
        paused = still;
    }

    public void askedForSupplement() {
        supplements++;
    }

    public void reAppointed() {
        reAppointments++;
    }

    /** Is taken back to be corrected: there is no result until it is settled anew. */
    public void corrected() {
        corrections++;
        result = Optional.empty();
        negative = false;
        handedOverAt = Optional.empty();
        handedTo = "";
    }

    public void moveTo(String room) {
        place = room;
    }

    /** Whether nobody has it on the desk. */
    public boolean unassigned() {
        return assignee.isEmpty();
    }

    public void assign(Optional<Standing.Assignee> person) {
        assignee = person;
    }

    public void standAt(Optional<Standing.Position> step) {
        position = step;
    }

    public void route(Places where) {
        places = where;
    }

    public void settle(DossierResult document, boolean refusal, LocalDateTime at) {
        result = Optional.of(document);
        negative = refusal;
        finishedAt = Optional.of(at);
        position = Optional.empty();
    }

    public void handOver(String person, LocalDateTime at) {
        handedTo = person;
        handedOverAt = Optional.of(at);
    }

    /** The dossier with the next version; its events are those from before. */
    public Dossier dossier() {
        return new Dossier(
                before.id(),
                before.code(),
                before.agency(),
                before.procedure(),
                before.submission(),
                receivedAt,
                appointment,
                status,
                place,
                result,
                finishedAt,
                handedOverAt,
                handedTo,
                before.trackingKey(),
                before.events(),
                before.version() + 1,
                new Standing(
                        places,
                        paused,
                        negative,
                        supplements,
                        reAppointments,
                        corrections,
                        before.standing().submittedAt(),
                        clockFrom,
                        firstDue,
                        endedAt,
                        rule,
                        assignee,
                        position));
    }
}
