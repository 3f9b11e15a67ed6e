package vn.kientao.platform.security.domain;

import java.util.List;
import java.util.Set;
import vn.kientao.platform.api.security.Roles;

/** The roles that can be given, in the order in which they are offered, and who may give them. */
public final class KnownRoles {
    private static final List<String> ALL = List.of(
            Roles.DESK_OFFICER,
            Roles.HANDLER,
            Roles.AGENCY_HEAD,
            Roles.AGENCY_ADMINISTRATOR,
            Roles.COORDINATOR,
            Roles.FIELD_LEAD,
            Roles.STANDING_OFFICE,
            Roles.CHAIRMAN,
            Roles.INSPECTOR,
            Roles.AUDITOR,
            Roles.PLATFORM_ADMINISTRATOR);

    private static final Set<String> OF_UNITS = Set.of(Roles.DESK_OFFICER, Roles.HANDLER, Roles.COORDINATOR);
    private static final Set<String> OF_AGENCIES =
            Set.of(Roles.DESK_OFFICER, Roles.HANDLER, Roles.COORDINATOR, Roles.INSPECTOR, Roles.AGENCY_HEAD);
    private static final Set<String> NOT_LENT =
            Set.of(Roles.PLATFORM_ADMINISTRATOR, Roles.AGENCY_ADMINISTRATOR, Roles.AUDITOR);

    private KnownRoles() {}

    public static List<String> all() {
        return ALL;
    }

    /** Those that an administrator of a unit gives. */
    public static Set<String> ofUnits() {
        return OF_UNITS;
    }

    /** Those that an administrator of a whole agency gives. */
    public static Set<String> ofAgencies() {
        return OF_AGENCIES;
    }

    /** Whether somebody who is away may lend a post of the role to a colleague; power over people is never lent. */
    public static boolean lent(String role) {
        return !NOT_LENT.contains(role);
    }
}
