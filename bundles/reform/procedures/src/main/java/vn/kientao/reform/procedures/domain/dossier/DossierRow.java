package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A dossier in a list.
 *
 * @param listKey its place in the order of the list; the next page begins after it
 * @param place where it is being processed; may be empty
 * @param paused whether its clock stands still
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
        String place,
        boolean paused) {

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

    /** One whose clock does not stand still. */
    public DossierRow(
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
        this(listKey, code, procedure, field, applicant, phone, receivedAt, dueAt, finishedAt, status, place, false);
    }

    /** Whether the agency owes the result and the clock runs. */
    public boolean owed() {
        return status.running() && !paused;
    }

    /** Whether the result is, or was, later than promised. */
    public boolean late(LocalDateTime now) {
        return dueAt.isBefore(finishedAt.orElse(owed() ? now : dueAt));
    }
}
