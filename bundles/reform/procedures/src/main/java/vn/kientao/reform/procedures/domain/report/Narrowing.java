package vn.kientao.reform.procedures.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What else a list of settled dossiers may be narrowed to, for the figures of quality.
 *
 * @param officer account of whoever received or settled them
 * @param asked how often the applicant was asked to complete the dossier; 2 stands for more than once
 * @param result only those with a result
 */
public record Narrowing(Optional<String> officer, Optional<Integer> asked, boolean result) {
    /** All of them. */
    public static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty(), false);

    public Narrowing {
        requireNonNull(officer, "officer");
        requireNonNull(asked, "asked");
    }
}
