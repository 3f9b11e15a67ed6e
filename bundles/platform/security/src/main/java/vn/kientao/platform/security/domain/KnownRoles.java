package vn.kientao.platform.security.domain;

import java.util.List;
import vn.kientao.platform.api.security.Roles;

/** The roles that can be given, in the order in which they are offered. */
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

    private KnownRoles() {}

    public static List<String> all() {
        return ALL;
    }
}
