package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.ReceivedUnder;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/**
 * A dossier about to be kept.
 *
 * @param onceKey what makes a repetition of the request harmless
 */
public record NewDossier(
        DossierCode code,
        String agency,
        Optional<String> onceKey,
        String trackingKey,
        ReceivedUnder procedure,
        Submission submission,
        LocalDateTime receivedAt,
        Appointment appointment) {

    public NewDossier {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(onceKey, "onceKey");
        requireNonNull(trackingKey, "trackingKey");
        requireNonNull(procedure, "procedure");
        requireNonNull(submission, "submission");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(appointment, "appointment");
    }
}
