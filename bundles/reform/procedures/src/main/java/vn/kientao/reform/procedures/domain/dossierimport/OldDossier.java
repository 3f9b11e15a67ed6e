package vn.kientao.reform.procedures.domain.dossierimport;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/**
 * A dossier as the agency's book or earlier system knew it.
 *
 * @param line of the file, as a spreadsheet program numbers it
 * @param oldCode the code that it had there; unique in the agency
 * @param support agency code of the place that helped to hand it in; the agency itself where the file does not say
 * @param receiver who received it; may be empty
 * @param due the date promised then; empty when it is to be counted
 * @param status one of those a dossier can be taken over in, see {@link #takes}
 * @param place room or person that has it; may be empty
 * @param endedAt when it was settled, refused, withdrawn or stopped; empty while it runs
 * @param result of a settled one
 */
public record OldDossier(
        long line,
        String oldCode,
        String procedure,
        Submission submission,
        LocalDateTime receivedAt,
        String support,
        String receiver,
        Optional<LocalDateTime> due,
        DossierStatus status,
        String place,
        Optional<LocalDateTime> endedAt,
        Optional<DossierResult> result,
        Optional<LocalDateTime> handedOverAt,
        String handedTo) {

    public OldDossier {
        requireNonNull(oldCode, "oldCode");
        requireNonNull(procedure, "procedure");
        requireNonNull(submission, "submission");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(support, "support");
        requireNonNull(receiver, "receiver");
        requireNonNull(due, "due");
        requireNonNull(status, "status");
        requireNonNull(place, "place");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(result, "result");
        requireNonNull(handedOverAt, "handedOverAt");
        requireNonNull(handedTo, "handedTo");
        if (!takes(status)) {
            throw new IllegalArgumentException("a dossier is not taken over as " + status);
        }
        if (status.running() == endedAt.isPresent()) {
            throw new IllegalArgumentException("state " + status + " with end " + endedAt);
        }
    }

    /**
     * Whether a dossier can be taken over in this state. What waits for the applicant has requests and pauses that a row of
     * a file cannot tell; it is received here and asked for again.
     */
    public static boolean takes(DossierStatus status) {
        return switch (status) {
            case RECEIVED, REFUSED, PROCESSING, WITHDRAWN, STOPPED, FINISHED, HANDED_OVER -> true;
            case REGISTERED, SUPPLEMENT_ASKED, PAYMENT_ASKED -> false;
        };
    }

    /** Something that happened to it before it came here. */
    public record Event(DossierAction action, DossierStatus status, LocalDateTime at) {}

    /** What is known to have happened, in order: how it came in, how it ended, when the result was handed over. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>(3);
        switch (status) {
            case RECEIVED -> events.add(new Event(DossierAction.RECEIVE, DossierStatus.RECEIVED, receivedAt));
            case REFUSED -> {
                events.add(new Event(DossierAction.REGISTER, DossierStatus.REGISTERED, receivedAt));
                events.add(end(DossierAction.REFUSE, DossierStatus.REFUSED));
            }
            case WITHDRAWN -> inProcessUntil(events, DossierAction.WITHDRAW, status);
            case STOPPED -> inProcessUntil(events, DossierAction.STOP, status);
            case FINISHED, HANDED_OVER -> inProcessUntil(events, DossierAction.FINISH, DossierStatus.FINISHED);
            case PROCESSING, REGISTERED, SUPPLEMENT_ASKED, PAYMENT_ASKED ->
                events.add(new Event(DossierAction.RECEIVE, DossierStatus.PROCESSING, receivedAt));
        }
        handedOverAt.ifPresent(at -> events.add(new Event(DossierAction.HAND_OVER, DossierStatus.HANDED_OVER, at)));
        return events;
    }

    private void inProcessUntil(List<Event> events, DossierAction action, DossierStatus end) {
        events.add(new Event(DossierAction.RECEIVE, DossierStatus.PROCESSING, receivedAt));
        events.add(end(action, end));
    }

    private Event end(DossierAction action, DossierStatus end) {
        return new Event(action, end, endedAt.orElse(receivedAt));
    }
}
