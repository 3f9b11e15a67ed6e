package vn.kientao.reform.procedures.web.rating;

import vn.kientao.platform.api.security.Permission;

/** What reading ratings asks of people; declared with their roles in the bundle's headers. */
public final class RatingPermissions {
    /** Read the ratings of the agency. */
    public static final Permission READ = new Permission("procedures.read-ratings");
    /** Hide words of a rating that have no place there. */
    public static final Permission MODERATE = new Permission("procedures.moderate-ratings");

    private RatingPermissions() {}
}
