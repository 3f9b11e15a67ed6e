package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.time.TimeLimit;

/** One clock of the law: {@code forward}, {@code answer} or {@code update}. */
public record PetitionRule(String code, TimeLimit limit, String legalBasis) {
    public PetitionRule {
        requireNonNull(code, "code");
        requireNonNull(limit, "limit");
        requireNonNull(legalBasis, "legalBasis");
    }
}
