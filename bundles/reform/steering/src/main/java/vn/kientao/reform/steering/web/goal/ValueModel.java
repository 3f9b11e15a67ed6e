package vn.kientao.reform.steering.web.goal;

import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;

/**
 * The form of an actual value.
 *
 * @param old the value that is corrected; empty for a first one
 */
public record ValueModel(FormView form, Targets.View view, Optional<ActualValue> old) {

    public Page page() {
        return form.page();
    }

    public Target target() {
        return view.target();
    }

    public String name() {
        return page().texts().get(target().name());
    }

    public TargetPeriod[] periods() {
        return TargetPeriod.values();
    }

    public String period(ActualValue value) {
        return TargetWords.period(page(), value.period(), value.year());
    }

    /** A period without its year. */
    public String period(TargetPeriod period) {
        return page().text(period.textKey() + ".word");
    }

    public String action() {
        String values = "/targets/" + target().code() + "/values/";
        return page().link(values + old.map(value -> "" + value.id()).orElse("new"));
    }

    public String back() {
        return page().link("/targets/" + target().code());
    }

    /** Whether a module counts the target, which then comes before what people enter. */
    public boolean counted() {
        return target().indicator().isPresent();
    }
}
