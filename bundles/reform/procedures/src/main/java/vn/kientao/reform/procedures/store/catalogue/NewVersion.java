package vn.kientao.reform.procedures.store.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.Procedure;

/** A version to be kept. */
public record NewVersion(Procedure procedure, List<Gap> gaps, String fingerprint, int number) {

    public NewVersion {
        requireNonNull(procedure, "procedure");
        gaps = List.copyOf(gaps);
        requireNonNull(fingerprint, "fingerprint");
    }
}
