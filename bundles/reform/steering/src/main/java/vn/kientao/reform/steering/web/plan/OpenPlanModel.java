package vn.kientao.reform.steering.web.plan;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.plan.OpenPlans;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.OpenItem;
import vn.kientao.reform.steering.domain.plan.OpenPlan;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.task.TaskWords;

/** A published plan with how each of its lines stands. */
public record OpenPlanModel(Page page, OpenPlans.View view, PlanTerms terms, AgencyNames names) {

    /** The lines of an area. */
    public record Group(String code, String area, List<OpenItem> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    public Plan plan() {
        return view.plan();
    }

    public OpenPlan counted() {
        return view.counted();
    }

    public List<Group> groups() {
        return terms.areas().stream()
                .map(area -> new Group(
                        area.code(),
                        page.texts().get(area.name()),
                        view.items().stream()
                                .filter(item -> item.words().area().equals(area.code()))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    public String address(Plan edition) {
        return page.openLink("/plans/" + edition.id());
    }

    public String style(OpenItem item) {
        return item.standing().map(TaskWords::style).orElse("kt-tag");
    }

    public String state(OpenItem item) {
        return page.text(item.standing().map(Standing::textKey).orElse("plan.open.no-task"));
    }

    public String due(ItemWords words) {
        return words.due().map(Formats::date).orElseGet(() -> page.text("task.term.REGULAR"));
    }

    public String budget(ItemWords words) {
        return words.budget().map(Formats::money).orElse("");
    }

    public String cooperating(ItemWords words) {
        return String.join(", ", words.cooperating().stream().map(names::of).toList());
    }

    public List<String> bases() {
        return plan().bases().lines().filter(line -> !line.isBlank()).toList();
    }

    public List<String> purpose() {
        return plan().purpose().lines().filter(line -> !line.isBlank()).toList();
    }

    /** The last published edition, when this one is older. */
    public Optional<Plan> newer() {
        return view.last()
                ? Optional.empty()
                : Optional.of(view.editions().get(view.editions().size() - 1));
    }
}
