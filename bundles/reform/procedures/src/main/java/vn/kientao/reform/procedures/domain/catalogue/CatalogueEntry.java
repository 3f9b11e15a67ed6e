package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;

/**
 * A procedure in the catalogue, in its current version.
 *
 * @param number of the version, from 1 within the procedure
 * @param validFrom the first day on which it was in force here
 * @param gaps what a person should complete in it
 * @param traits what the province says of it
 */
public record CatalogueEntry(
        long versionId,
        int number,
        LocalDate validFrom,
        ProcedureSummary summary,
        Set<GapKind> gaps,
        ProcedureTraits traits) {

    public CatalogueEntry {
        requireNonNull(validFrom, "validFrom");
        requireNonNull(summary, "summary");
        requireNonNull(traits, "traits");
        gaps = gaps.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(gaps));
    }

    /** A procedure of which the province has said nothing. */
    public CatalogueEntry(
            long versionId, int number, LocalDate validFrom, ProcedureSummary summary, Set<GapKind> gaps) {
        this(versionId, number, validFrom, summary, gaps, ProcedureTraits.UNSAID);
    }

    /** The same with what the province says of it. */
    public CatalogueEntry with(ProcedureTraits said) {
        return new CatalogueEntry(versionId, number, validFrom, summary, gaps, said);
    }

    public String code() {
        return summary.code().value();
    }
}
