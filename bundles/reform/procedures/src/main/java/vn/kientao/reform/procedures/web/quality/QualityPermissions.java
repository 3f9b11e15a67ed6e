package vn.kientao.reform.procedures.web.quality;

import vn.kientao.platform.api.security.Permission;

/** What rating asks of people; declared with their roles in the bundle's headers. */
final class QualityPermissions {
    /** Enter findings about quality, publish scores. */
    static final Permission RATE = new Permission("procedures.rate");
    /** Change the settings of ratings and indices for the whole province. */
    static final Permission RULES = new Permission("procedures.rules");

    private QualityPermissions() {}
}
