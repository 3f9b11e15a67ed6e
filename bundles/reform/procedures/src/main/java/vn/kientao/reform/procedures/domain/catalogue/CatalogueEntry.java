package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vn.kientao.reform.procedures.domain.GapKind;

/**
 * A procedure in the catalogue, in its current version.
 *
 * @param gaps what a person should complete in it
 */
public record CatalogueEntry(long versionId, ProcedureSummary summary, Set<GapKind> gaps) {

    public CatalogueEntry {
        requireNonNull(summary, "summary");
        gaps = gaps.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(gaps));
    }

    public String code() {
        return summary.code().value();
    }
}
