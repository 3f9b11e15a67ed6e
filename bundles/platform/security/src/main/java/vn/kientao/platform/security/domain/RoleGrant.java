package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A role held by an account.
 *
 * @param role one of {@link vn.kientao.platform.api.security.Roles}
 * @param agency code of the agency it is held in; empty when it is held everywhere
 */
public record RoleGrant(String role, Optional<String> agency) {

    public RoleGrant {
        requireNonNull(role, "role");
        requireNonNull(agency, "agency");
    }

    public static RoleGrant in(String role, String agency) {
        return new RoleGrant(role, Optional.of(agency));
    }

    public static RoleGrant everywhere(String role) {
        return new RoleGrant(role, Optional.empty());
    }
}
