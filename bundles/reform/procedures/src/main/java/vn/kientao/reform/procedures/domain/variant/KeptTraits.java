package vn.kientao.reform.procedures.domain.variant;

import static java.util.Objects.requireNonNull;

/**
 * What is said of a procedure, with the version of the record.
 *
 * @param version 0 when nobody has said anything
 */
public record KeptTraits(ProcedureTraits traits, long version) {
    public KeptTraits {
        requireNonNull(traits, "traits");
    }
}
