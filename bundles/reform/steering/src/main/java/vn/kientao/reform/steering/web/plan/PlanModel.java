package vn.kientao.reform.steering.web.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * A plan, its lines by area.
 *
 * @param people name by account, of those who did something
 * @param tasks code by id of the tasks that the lines became
 */
public record PlanModel(
        FormView form,
        Plans.View view,
        PlanTerms terms,
        AgencyNames names,
        Map<String, String> people,
        Map<Long, String> tasks) {
    public PlanModel {
        people = Map.copyOf(people);
        tasks = Map.copyOf(tasks);
    }

    /** The lines of an area. */
    public record Group(String area, List<PlanItem> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    public Page page() {
        return form.page();
    }

    public Plan plan() {
        return view.plan();
    }

    public String address() {
        return page().link("/plans/" + plan().id());
    }

    public List<Group> groups() {
        return groups(view.items(), terms, area -> page().texts().get(area.name()));
    }

    static List<Group> groups(List<PlanItem> items, PlanTerms terms, Function<Area, String> nameOf) {
        return terms.areas().stream()
                .map(area -> new Group(
                        nameOf.apply(area),
                        items.stream()
                                .filter(item -> item.words().area().equals(area.code()))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    public boolean edits() {
        return new PlanRights(page(), plan()).edit();
    }

    public boolean amends() {
        return new PlanRights(page(), plan()).amend(view);
    }

    public List<PlanAction> actions() {
        return new PlanRights(page(), plan()).all();
    }

    /** Whether the reader can write remarks beside the lines. */
    public boolean remarks() {
        return actions().contains(PlanAction.RETURN);
    }

    public String style() {
        return style(plan().state());
    }

    static String style(PlanState state) {
        return switch (state) {
            case DRAFT, REPLACED -> "kt-tag";
            case SUBMITTED, APPRAISED -> "kt-tag kt-tag-progress";
            case RETURNED -> "kt-tag kt-tag-need";
            case APPROVED, PUBLISHED -> "kt-tag kt-tag-done";
        };
    }

    public String due(PlanItem item) {
        return item.words().due().map(Formats::date).orElseGet(() -> page().text("task.term.REGULAR"));
    }

    public String budget(PlanItem item) {
        return item.words().budget().map(Formats::money).orElse("");
    }

    /** What all lines cost together; empty when none names an amount. */
    public String sum() {
        return sum(view.items()).map(Formats::money).orElse("");
    }

    static Optional<BigDecimal> sum(List<PlanItem> items) {
        return items.stream().flatMap(item -> item.words().budget().stream()).reduce(BigDecimal::add);
    }

    public String cooperating(PlanItem item) {
        return String.join(
                ", ", item.words().cooperating().stream().map(names::of).toList());
    }

    /** Clause and target of a line, as people cite them. */
    public String serves(PlanItem item) {
        String clause = item.words()
                .clause()
                .flatMap(terms::clause)
                .map(one -> one.clause().code())
                .orElse("");
        String target = item.words()
                .target()
                .flatMap(terms::target)
                .map(one -> page().texts().get(one.name()))
                .orElse("");
        return clause.isEmpty() || target.isEmpty() ? clause + target : clause + "; " + target;
    }

    public Optional<String> task(PlanItem item) {
        return item.task().map(tasks::get);
    }

    public List<String> bases() {
        return plan().bases().lines().filter(line -> !line.isBlank()).toList();
    }

    public List<String> purpose() {
        return plan().purpose().lines().filter(line -> !line.isBlank()).toList();
    }

    public String who(Happening<String> event) {
        String name = people.getOrDefault(event.account(), "");
        return name.isEmpty() ? names.of(event.agency()) : name + ", " + names.of(event.agency());
    }
}
