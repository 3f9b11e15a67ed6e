package vn.kientao.reform.procedures.app.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;

/**
 * One page of what was found.
 *
 * @param hits best first
 * @param total how many were found in all
 * @param first the place of the first hit among them, from 0
 * @param facets by what the search can be narrowed
 */
public record SearchResult(List<CatalogueEntry> hits, int total, int first, Facets facets) {

    public SearchResult {
        hits = List.copyOf(hits);
        requireNonNull(facets, "facets");
    }
}
