package vn.kientao.reform.procedures.domain.rating;

import static java.util.Objects.requireNonNull;

/**
 * What the one who handed a dossier in gives it on an index of Circular 01/2018/TT-VPCP, Article 13.
 *
 * @param dossierId the row of the dossier
 * @param dossier its code
 * @param index number of the index
 * @param points 0, 1 or 2
 */
public record IndexPoints(long dossierId, String dossier, int index, int points) {
    public IndexPoints {
        requireNonNull(dossier, "dossier");
    }
}
