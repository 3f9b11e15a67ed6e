package vn.kientao.platform.api.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A deadline that is still running.
 *
 * @param agency code of the agency that must keep it
 * @param subject what it is about, for the reader: a dossier code
 * @param pauses when its clock stood still
 */
public record OpenDeadline(
        String agency,
        String subject,
        LocalDateTime received,
        TimeLimit limit,
        Deadlines.Reading reading,
        LocalDateTime due,
        List<DeadlineTerms.Pause> pauses) {

    public OpenDeadline {
        requireNonNull(agency, "agency");
        requireNonNull(subject, "subject");
        requireNonNull(received, "received");
        requireNonNull(limit, "limit");
        requireNonNull(reading, "reading");
        requireNonNull(due, "due");
        pauses = List.copyOf(pauses);
    }

    /** A deadline whose clock never stood still. */
    public OpenDeadline(
            String agency,
            String subject,
            LocalDateTime received,
            TimeLimit limit,
            Deadlines.Reading reading,
            LocalDateTime due) {
        this(agency, subject, received, limit, reading, due, List.of());
    }

    /** What it depends on beside receipt, limit and reading. */
    public DeadlineTerms terms() {
        return new DeadlineTerms(agency, pauses);
    }
}
