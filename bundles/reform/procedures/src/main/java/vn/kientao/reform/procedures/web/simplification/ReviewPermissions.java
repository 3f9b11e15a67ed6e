package vn.kientao.reform.procedures.web.simplification;

import vn.kientao.platform.api.security.Permission;

/** What reviews ask of people; declared with their roles in the bundle's headers. */
final class ReviewPermissions {
    /** See plans and sheets of the agency. */
    static final Permission READ = new Permission("procedures.read-reviews");
    /** Make plans, fill sheets in, take them as far as appraisal and on from approval. */
    static final Permission REVIEW = new Permission("procedures.review");
    /** Decide on proposals. */
    static final Permission APPROVE = new Permission("procedures.approve-reviews");

    private ReviewPermissions() {}
}
