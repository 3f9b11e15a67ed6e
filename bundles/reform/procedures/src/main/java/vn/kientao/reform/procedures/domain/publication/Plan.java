package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/** What its author says of a publication beside the fields of the record. */
public record Plan(
        Way way, Optional<LocalDate> lawSignedOn, Optional<LocalDate> effectiveOn, String name, String field) {

    public Plan {
        requireNonNull(way, "way");
        requireNonNull(lawSignedOn, "lawSignedOn");
        requireNonNull(effectiveOn, "effectiveOn");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
    }
}
