package vn.kientao.reform.procedures.domain.quality;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What people entered: so many dossiers with so many points by one index (Article 14(3): slips, devices, letter boxes,
 * inspections).
 *
 * @param account of the officer whom it concerns; empty for the whole body
 * @param source where it comes from: a record's number, a device
 */
public record QualityEntry(
        String account,
        QualityIndex index,
        LocalDate day,
        Points points,
        String source,
        String enteredBy,
        LocalDateTime enteredAt) {
    public QualityEntry {
        requireNonNull(account, "account");
        requireNonNull(index, "index");
        requireNonNull(day, "day");
        requireNonNull(points, "points");
        requireNonNull(source, "source");
        requireNonNull(enteredBy, "enteredBy");
        requireNonNull(enteredAt, "enteredAt");
        if (points.dossiers() == 0) {
            throw new IllegalArgumentException("an entry without dossiers (expected: at least one)");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source of an entry is blank");
        }
    }
}
