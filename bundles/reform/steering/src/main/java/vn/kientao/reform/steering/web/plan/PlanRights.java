package vn.kientao.reform.steering.web.plan;

import java.util.Arrays;
import java.util.List;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** What the reader may do to a plan from the pages of an agency. */
record PlanRights(Page page, Plan plan) {

    private boolean own() {
        return page.agencyCode().filter(plan.agency()::equals).isPresent();
    }

    boolean edit() {
        return own() && plan.state().editable() && page.can(SteeringPermissions.PLAN);
    }

    boolean amend(Plans.View view) {
        return own() && plan.state().inForce() && view.newest() && page.can(SteeringPermissions.PLAN);
    }

    boolean may(PlanAction action) {
        boolean place = action.by() != PlanAction.By.AGENCY || own();
        return place && action.possible(plan.state()) && page.can(permission(action));
    }

    List<PlanAction> all() {
        return Arrays.stream(PlanAction.values()).filter(this::may).toList();
    }

    private static Permission permission(PlanAction action) {
        return switch (action.by()) {
            case AGENCY -> SteeringPermissions.PLAN;
            case APPRAISER -> SteeringPermissions.APPRAISE;
            case APPROVER -> SteeringPermissions.APPROVE;
        };
    }
}
