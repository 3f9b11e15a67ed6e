package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

/** Whose dossier it is (chủ hồ sơ), when somebody else hands it in. */
public record Owner(String name, String address) {
    public Owner {
        requireNonNull(name, "name");
        requireNonNull(address, "address");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of the owner is blank");
        }
    }
}
