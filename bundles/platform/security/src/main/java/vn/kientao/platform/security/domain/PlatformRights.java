package vn.kientao.platform.security.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;

/** What roles may do in the platform's own rooms; these permissions come with no module. */
public final class PlatformRights {
    private static final List<Right> ALL = List.of(
            new Right(Permission.ADMINISTER, Set.of(Roles.PLATFORM_ADMINISTRATOR), false),
            new Right(Permission.CATALOGUE, Set.of(Roles.PLATFORM_ADMINISTRATOR, Roles.AGENCY_ADMINISTRATOR), false),
            new Right(Permission.STAFF, Set.of(Roles.PLATFORM_ADMINISTRATOR, Roles.AGENCY_ADMINISTRATOR), true),
            new Right(
                    Permission.AUDIT,
                    Set.of(Roles.AUDITOR, Roles.PLATFORM_ADMINISTRATOR, Roles.AGENCY_HEAD, Roles.AGENCY_ADMINISTRATOR),
                    false),
            new Right(Permission.PRIVACY, Set.of(Roles.AGENCY_HEAD, Roles.AGENCY_ADMINISTRATOR), false));

    private PlatformRights() {}

    /**
     * A permission and the roles that carry it.
     *
     * @param inUnits whether it goes with a post that is limited to one unit, too
     */
    public record Right(Permission permission, Set<String> roles, boolean inUnits) {
        public Right {
            roles = Set.copyOf(roles);
        }
    }

    public static List<Right> all() {
        return ALL;
    }

    /** What a post with the role allows. */
    public static Set<Permission> of(String role, boolean inUnit) {
        return ALL.stream()
                .filter(right -> right.roles().contains(role))
                .filter(right -> right.inUnits() || !inUnit)
                .map(Right::permission)
                .collect(Collectors.toUnmodifiableSet());
    }
}
