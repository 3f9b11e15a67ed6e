package vn.kientao.reform.steering.web.plan;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The plans of an agency, all years and editions. */
public record PlanListModel(FormView form, List<Plan> plans) {
    public PlanListModel {
        plans = List.copyOf(plans);
    }

    public Page page() {
        return form.page();
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
