package vn.kientao.platform.api.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A deadline that is still running.
 *
 * @param agency code of the agency that must keep it
 * @param subject what it is about, for the reader: a dossier code
 */
public record OpenDeadline(
        String agency,
        String subject,
        LocalDateTime received,
        TimeLimit limit,
        Deadlines.Reading reading,
        LocalDateTime due) {

    public OpenDeadline {
        requireNonNull(agency, "agency");
        requireNonNull(subject, "subject");
        requireNonNull(received, "received");
        requireNonNull(limit, "limit");
        requireNonNull(reading, "reading");
        requireNonNull(due, "due");
    }
}
