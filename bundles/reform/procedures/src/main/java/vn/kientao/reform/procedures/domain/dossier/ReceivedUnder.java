package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

/** The procedure a dossier was received under, as it was then: its version and what the dossier shows of it. */
public record ReceivedUnder(long versionId, String code, String name, String field) {
    public ReceivedUnder {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
    }
}
