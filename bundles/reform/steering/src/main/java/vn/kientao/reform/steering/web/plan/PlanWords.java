package vn.kientao.reform.steering.web.plan;

import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;

/** Small things that pages and programs about plans say and do alike. */
final class PlanWords {
    private static final TextBundle TEXTS = TextBundle.of(PlanWords.class);

    private PlanWords() {}

    static LocalText text(String key, String... arguments) {
        return TEXTS.text(key, (Object[]) arguments);
    }

    /** The plan as somebody saw it who read that version: what is written on another is refused. */
    static Plan at(Plan plan, long version) {
        return new Plan(
                plan.id(),
                version,
                plan.agency(),
                plan.year(),
                plan.edition(),
                plan.state(),
                plan.bases(),
                plan.purpose(),
                plan.symbol(),
                plan.approvedOn(),
                plan.publishedOn());
    }

    static PlanItem at(PlanItem item, long version) {
        return new PlanItem(item.id(), version, item.plan(), item.key(), item.words(), item.task(), item.remark());
    }
}
