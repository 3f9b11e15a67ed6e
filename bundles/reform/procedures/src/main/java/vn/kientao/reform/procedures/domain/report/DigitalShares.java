package vn.kientao.reform.procedures.domain.report;

import static java.util.Objects.requireNonNull;

/**
 * What of the dossiers received in a period came, or was made, digital.
 *
 * @param digitised those of which every paper is digitised or re-used
 * @param reused those for which something was not asked for again
 */
public record DigitalShares(Share digitised, Share reused) {
    public DigitalShares {
        requireNonNull(digitised, "digitised");
        requireNonNull(reused, "reused");
    }
}
