package vn.kientao.reform.procedures.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What else a list of dossiers may be narrowed to, for the figures of quality and for shares.
 *
 * @param officer account of whoever received or settled them
 * @param asked how often the applicant was asked to complete the dossier; 2 stands for more than once
 * @param result only those with a result
 * @param trait only those that have it
 */
public record Narrowing(Optional<String> officer, Optional<Integer> asked, boolean result, Optional<Trait> trait) {
    /** All of them. */
    public static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty(), false, Optional.empty());

    public Narrowing {
        requireNonNull(officer, "officer");
        requireNonNull(asked, "asked");
        requireNonNull(trait, "trait");
    }
}
