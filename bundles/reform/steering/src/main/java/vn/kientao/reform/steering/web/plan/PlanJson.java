package vn.kientao.reform.steering.web.plan;

import java.util.List;
import java.util.Map;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;

/**
 * A plan for programs.
 *
 * @param state word of the state, such as {@code SUBMITTED}
 * @param approvedOn ISO date; empty before
 */
public record PlanJson(
        long id,
        long version,
        String agency,
        int year,
        int edition,
        String state,
        String symbol,
        String approvedOn,
        String publishedOn,
        String bases,
        String purpose,
        List<Item> items) {

    static PlanJson of(Plans.View view, PlanTerms terms) {
        return of(
                view.plan(),
                view.items().stream().map(item -> Item.of(item, terms)).toList());
    }

    static PlanJson of(Plan plan, List<Item> items) {
        return new PlanJson(
                plan.id(),
                plan.version(),
                plan.agency(),
                plan.year(),
                plan.edition(),
                plan.state().name(),
                plan.symbol(),
                plan.approvedOn().map(Object::toString).orElse(""),
                plan.publishedOn().map(Object::toString).orElse(""),
                plan.bases(),
                plan.purpose(),
                items);
    }

    /**
     * A line of a plan.
     *
     * @param fields as in the form: {@code area}, {@code title}, {@code due} as 30/06/2027 …
     * @param task id of the task that it became; 0 before
     */
    public record Item(long id, long version, long key, Map<String, String> fields, long task, String remark) {
        static Item of(PlanItem item, PlanTerms terms) {
            return new Item(
                    item.id(),
                    item.version(),
                    item.key(),
                    ItemFields.of(item.words(), terms),
                    item.task().orElse(0L),
                    item.remark());
        }
    }
}
