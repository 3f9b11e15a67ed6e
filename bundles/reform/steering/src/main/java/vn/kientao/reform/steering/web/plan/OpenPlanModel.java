package vn.kientao.reform.steering.web.plan;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.web.AgencyNames;

/** The published plans of a year. */
public record OpenPlanModel(Page page, int year, List<Plan> plans, AgencyNames names) {
    public OpenPlanModel {
        plans = List.copyOf(plans);
    }
}
