package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.ReceivedUnder;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/**
 * A dossier about to be kept.
 *
 * @param onceKey what makes a repetition of the request harmless
 * @param receivedAt when it was received; of one that is only registered, when it was handed in
 * @param appointment of one that is only registered, until when it must be looked at
 * @param status registered or received
 */
public record NewDossier(
        DossierCode code,
        String agency,
        Optional<String> onceKey,
        String trackingKey,
        ReceivedUnder procedure,
        Submission submission,
        LocalDateTime receivedAt,
        Appointment appointment,
        DossierStatus status,
        Standing standing) {

    public NewDossier {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(onceKey, "onceKey");
        requireNonNull(trackingKey, "trackingKey");
        requireNonNull(procedure, "procedure");
        requireNonNull(submission, "submission");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(appointment, "appointment");
        requireNonNull(status, "status");
        requireNonNull(standing, "standing");
    }

    /** A dossier received by the agency that settles it. */
    public NewDossier(
            DossierCode code,
            String agency,
            Optional<String> onceKey,
            String trackingKey,
            ReceivedUnder procedure,
            Submission submission,
            LocalDateTime receivedAt,
            Appointment appointment) {
        this(
                code,
                agency,
                onceKey,
                trackingKey,
                procedure,
                submission,
                receivedAt,
                appointment,
                DossierStatus.RECEIVED,
                Standing.received(Places.at(agency), receivedAt, appointment, appointment.countedBy()));
    }
}
