package vn.kientao.reform.procedures.web.simplification;

import java.util.List;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;

/**
 * The plans of an agency.
 *
 * @param older address of the plans before those; empty when there are none
 * @param year as typed for a new plan
 * @param title as typed for a new plan
 */
public record PlanListModel(
        Page page, List<ReviewPlan> plans, String older, String year, String title, FormErrors errors) {
    public PlanListModel {
        plans = List.copyOf(plans);
    }

    public boolean reviews() {
        return page.can(ReviewPermissions.REVIEW);
    }
}
