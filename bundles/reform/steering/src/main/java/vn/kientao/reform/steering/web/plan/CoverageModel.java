package vn.kientao.reform.steering.web.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.plan.Coverage;
import vn.kientao.reform.steering.app.plan.Coverage.ClauseLine;
import vn.kientao.reform.steering.app.plan.Coverage.TargetLine;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * What nobody carries out yet, and what somebody does.
 *
 * @param own the plan of the agency of the page into which a line can be written; empty when there is none
 */
public record CoverageModel(Page page, Coverage.Result result, Optional<Plan> own) {

    public List<ClauseLine> clauses(boolean gaps) {
        return result.clauses().stream().filter(line -> line.gap() == gaps).toList();
    }

    public List<TargetLine> targets(boolean gaps) {
        return result.targets().stream().filter(line -> line.gap() == gaps).toList();
    }

    public String clause(ClauseLine line) {
        return page.texts().get(line.ordered().clause().summary());
    }

    public String target(TargetLine line) {
        return page.texts().get(line.target().name());
    }

    /** Where a task for the clause is given; empty for who gives none. */
    public Optional<String> give(ClauseLine line) {
        return page.can(SteeringPermissions.GIVE)
                ? Optional.of(
                        page.link("/tasks/new?clause=" + line.ordered().clause().id() + "&document="
                                + line.ordered().document().id() + "&area="
                                + line.ordered().clause().area()))
                : Optional.empty();
    }

    /** Where it is written into the agency's plan. */
    public Optional<String> plan(ClauseLine line) {
        return plan("clause=" + URLEncoder.encode(line.ordered().key(), StandardCharsets.UTF_8) + "&area="
                + line.ordered().clause().area());
    }

    public Optional<String> plan(TargetLine line) {
        return plan("target=" + line.target().code() + "&area=" + line.target().area());
    }

    private Optional<String> plan(String query) {
        return own.map(plan -> page.link("/plans/" + plan.id() + "/items/new?" + query));
    }

    public String tasks(ClauseLine line) {
        return page.link("/tasks?scope=all&clause=" + line.ordered().clause().id());
    }
}
