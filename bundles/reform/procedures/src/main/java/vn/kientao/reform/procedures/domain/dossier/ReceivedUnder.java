package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

/**
 * The procedure a dossier was received under, as it was then: its version and what the dossier shows of it.
 *
 * @param variant id of the case of the procedure; 0 for the procedure as a whole
 */
public record ReceivedUnder(long versionId, String code, String name, String field, long variant) {
    /** The procedure as a whole. */
    public ReceivedUnder(long versionId, String code, String name, String field) {
        this(versionId, code, name, field, 0);
    }

    public ReceivedUnder {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
    }
}
