package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * What a petition is about, as the sender says: a row.
 *
 * @param anonymous whether one without a name is taken
 */
public record PetitionKind(String code, LocalText name, boolean anonymous, String legalBasis) {
    public PetitionKind {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(legalBasis, "legalBasis");
    }
}
