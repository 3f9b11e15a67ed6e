package vn.kientao.reform.procedures.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * A dossier behind a number of a report; without personal data.
 *
 * @param key its place in the list; the next page begins after it
 * @param status where it stood at the end of the period
 * @param since since when it stands in this state
 * @param endedAt when it came to its end, if it had at the end of the period
 */
public record ReportedDossier(
        Key key,
        String agency,
        String code,
        String procedure,
        String field,
        DossierStatus status,
        LocalDateTime since,
        LocalDateTime receivedAt,
        LocalDateTime dueAt,
        Optional<LocalDateTime> endedAt) {

    public ReportedDossier {
        requireNonNull(key, "key");
        requireNonNull(agency, "agency");
        requireNonNull(code, "code");
        requireNonNull(procedure, "procedure");
        requireNonNull(field, "field");
        requireNonNull(status, "status");
        requireNonNull(since, "since");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(endedAt, "endedAt");
    }

    /**
     * The place of a dossier in the list behind a number.
     *
     * @param part which of the statements that make the list
     */
    public record Key(int part, LocalDateTime at, long id) {
        public Key {
            requireNonNull(at, "at");
        }
    }
}
