package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A dossier (hồ sơ) as it stands.
 *
 * @param agency code of the agency in whose register it is: the one that received it, or the competent one that took it on
 * @param trackingKey the random key in the address of the receipt's QR code
 * @param place where it is being processed; empty before it was passed on
 * @param handedTo who took the result; empty before
 * @param events from the first to the last
 * @param version counts the changes, from 1
 * @param standing what else is true of it now
 */
public record Dossier(
        long id,
        DossierCode code,
        String agency,
        ReceivedUnder procedure,
        Submission submission,
        LocalDateTime receivedAt,
        Appointment appointment,
        DossierStatus status,
        String place,
        Optional<DossierResult> result,
        Optional<LocalDateTime> finishedAt,
        Optional<LocalDateTime> handedOverAt,
        String handedTo,
        String trackingKey,
        List<DossierEvent> events,
        long version,
        Standing standing) {

    public Dossier {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(procedure, "procedure");
        requireNonNull(submission, "submission");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(appointment, "appointment");
        requireNonNull(status, "status");
        requireNonNull(place, "place");
        requireNonNull(result, "result");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(handedOverAt, "handedOverAt");
        requireNonNull(handedTo, "handedTo");
        requireNonNull(trackingKey, "trackingKey");
        events = List.copyOf(events);
        requireNonNull(standing, "standing");
    }

    /** The same dossier as somebody sees it who may not read everything. */
    public Dossier shownAs(Submission shown, String shownHandedTo) {
        return new Dossier(
                id,
                code,
                agency,
                procedure,
                shown,
                receivedAt,
                appointment,
                status,
                place,
                result,
                finishedAt,
                handedOverAt,
                shownHandedTo,
                trackingKey,
                events,
                version,
                standing);
    }

    /** Whether it can be done where it stands now; nothing can while it is on its way to another agency. */
    public boolean allows(DossierAction action) {
        Places places = standing.places();
        boolean here = action != DossierAction.SEND_BACK || places.fromElsewhere(agency);
        boolean ours = action != DossierAction.ASSIGN || !places.fromElsewhere(agency);
        return places.boundFor().isEmpty() && here && ours && action.allowedFrom(status);
    }

    /** Whether the result is, or was, later than promised. */
    public boolean late(LocalDateTime now) {
        boolean owed = status.running() && !standing.paused();
        return appointment.due().isBefore(finishedAt.orElse(owed ? now : appointment.due()));
    }

    /** The rule set under which it was received; empty for what was received before the table had any. */
    public Optional<DeadlineRule> rule() {
        return appointment.countedBy().or(standing::rule);
    }

    /** What happened after the version that somebody last saw. */
    public List<DossierEvent> since(long seen) {
        return events.stream().filter(event -> event.version() > seen).toList();
    }
}
