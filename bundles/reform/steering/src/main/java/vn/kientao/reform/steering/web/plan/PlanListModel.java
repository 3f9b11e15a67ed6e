package vn.kientao.reform.steering.web.plan;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The plans of an agency and of those whose work it took over, all years and editions. */
public record PlanListModel(FormView form, List<Plan> plans, AgencyNames names) {
    public PlanListModel {
        plans = List.copyOf(plans);
    }

    public Page page() {
        return form.page();
    }

    public boolean own(Plan plan) {
        return page().agencyCode().equals(Optional.of(plan.agency()));
    }

    /** Whether an agency whose work it took over has a plan in force. */
    public boolean takesOver() {
        return plans.stream().anyMatch(plan -> !own(plan) && plan.state().inForce());
    }

    public boolean begins() {
        return page().can(SteeringPermissions.PLAN);
    }

    public boolean province() {
        return page().can(SteeringPermissions.PROVINCE);
    }

    public String style(Plan plan) {
        return PlanModel.style(plan.state());
    }
}
