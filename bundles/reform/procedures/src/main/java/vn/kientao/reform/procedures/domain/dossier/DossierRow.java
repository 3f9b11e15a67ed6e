package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A dossier in a list.
 *
 * @param listKey its place in the order of the list; the next page begins after it
 * @param place where it is being processed; may be empty
 */
public record DossierRow(
        long listKey,
        DossierCode code,
        String procedure,
        String field,
        String applicant,
        String phone,
        LocalDateTime receivedAt,
        LocalDateTime dueAt,
        Optional<LocalDateTime> finishedAt,
        DossierStatus status,
        String place) {

    public DossierRow {
        requireNonNull(code, "code");
        requireNonNull(procedure, "procedure");
        requireNonNull(field, "field");
        requireNonNull(applicant, "applicant");
        requireNonNull(phone, "phone");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(status, "status");
        requireNonNull(place, "place");
    }

    /** Whether the result is, or was, later than promised. */
    public boolean late(LocalDateTime now) {
        return dueAt.isBefore(finishedAt.orElse(status.running() ? now : dueAt));
    }
}
