package vn.kientao.reform.steering.web.plan;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;

/**
 * The form of a line of a plan.
 *
 * @param item as it is kept; empty for a new one
 */
public record PlanItemModel(FormView form, Plan plan, Optional<PlanItem> item, PlanTerms terms) {

    public Page page() {
        return form.page();
    }

    public String back() {
        return page().link("/plans/" + plan.id());
    }

    public String address() {
        return back() + "/items/" + item.map(one -> "" + one.id()).orElse("new");
    }

    /** The form's name among half-filled ones. */
    public String draft() {
        return "plan-" + plan.id() + "-" + item.map(one -> "" + one.id()).orElse("new");
    }

    public boolean helps(Agency agency) {
        return List.of(form.value("cooperating").split(",", -1)).contains(agency.code());
    }

    public String name(Agency agency) {
        return page().texts().get(agency.name());
    }
}
