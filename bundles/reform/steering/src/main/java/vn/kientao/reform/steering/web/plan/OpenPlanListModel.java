package vn.kientao.reform.steering.web.plan;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.plan.OpenPlans;
import vn.kientao.reform.steering.domain.plan.OpenPlan;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * Published plans, a page of them.
 *
 * @param narrowed whether a filter is set
 * @param choices the years and agencies of which something is published
 */
public record OpenPlanListModel(
        FormView form,
        List<OpenPlan> rows,
        boolean first,
        boolean more,
        boolean narrowed,
        OpenPlans.Choices choices,
        List<Area> areas,
        AgencyNames names) {
    public OpenPlanListModel {
        rows = List.copyOf(rows);
        areas = List.copyOf(areas);
    }

    public Page page() {
        return form.page();
    }

    public String address(OpenPlan row) {
        return page().openLink("/plans/" + row.plan().id());
    }

    public String name(Area area) {
        return page().texts().get(area.name());
    }

    public boolean chosen(String field, String value) {
        return form.value(field).equals(value);
    }

    /** Whether a later edition is in force that is not published yet. */
    public boolean replaced(OpenPlan row) {
        return row.plan().state() == PlanState.REPLACED;
    }

    public String next() {
        return more ? page().with("after", OpenPlanQuery.key(rows.get(rows.size() - 1))) : "";
    }
}
