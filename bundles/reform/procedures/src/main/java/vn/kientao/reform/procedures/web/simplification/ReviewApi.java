package vn.kientao.reform.procedures.web.simplification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;

/** Plans and sheets for programs. */
@Component
public final class ReviewApi implements ModuleRoutes {
    private static final int MOST = 200;

    private final Reviews reviews;

    @Activate
    public ReviewApi(@Reference Reviews reviews) {
        this.reviews = reviews;
    }

    /** @param sentOn ISO date; empty when it was not sent */
    record PlanJson(long id, int year, String title, String sentOn, int sheets) {

        static PlanJson of(ReviewPlan plan) {
            return new PlanJson(
                    plan.id(),
                    plan.year(),
                    plan.title(),
                    plan.sentOn().map(Object::toString).orElse(""),
                    plan.sheets());
        }
    }

    /** What complying costs, in đồng. */
    record CostJson(BigDecimal oneCase, BigDecimal year, BigDecimal timesAYear, long subjects) {

        static CostJson of(Cost cost) {
            return new CostJson(cost.oneCase(), cost.year(), cost.timesAYear(), cost.subjects());
        }
    }

    /**
     * @param opinions criterion → verdict
     * @param costs now, after or measured → cost
     */
    record SheetJson(
            long id,
            long version,
            String procedure,
            String name,
            String stage,
            Map<String, String> opinions,
            String proposal,
            Map<String, CostJson> costs) {

        static SheetJson of(ReviewSheet sheet) {
            Map<String, String> opinions = new TreeMap<>();
            for (Criterion criterion : Criterion.values()) {
                opinions.put(
                        criterion.word(), sheet.opinion(criterion).verdict().word());
            }
            Map<String, CostJson> costs = new TreeMap<>();
            for (Map.Entry<Side, Cost> each : sheet.costs().entrySet()) {
                costs.put(each.getKey().word(), CostJson.of(each.getValue()));
            }
            return new SheetJson(
                    sheet.id(),
                    sheet.version(),
                    sheet.procedure(),
                    sheet.name(),
                    sheet.stage().word(),
                    opinions,
                    sheet.proposal(),
                    costs);
        }
    }

    /** @param after value of {@code after} for the next sheets; empty when there are none */
    record WholePlanJson(PlanJson plan, List<SheetJson> sheets, String after) {}

    @Override
    public void api(Routes routes) {
        routes.get("/simplification", ReviewPermissions.READ, this::plans)
                .summary("simplification.api.plans")
                .returns(PlanJson[].class);
        routes.get("/simplification/{plan}", ReviewPermissions.READ, this::plan)
                .summary("simplification.api.plan")
                .query("after")
                .returns(WholePlanJson.class);
    }

    private Reply plans(Request request) {
        return Reply.json(reviews.plans(request.agency().code(), 9999, 0, MOST).stream()
                .map(PlanJson::of)
                .toList());
    }

    private Reply plan(Request request) {
        ReviewPlan plan = ReviewDoor.plan(reviews, request);
        List<ReviewSheet> found =
                reviews.sheets(plan.agency(), plan.id(), request.query("after").orElse(""), MOST + 1);
        List<ReviewSheet> shown = found.subList(0, Math.min(MOST, found.size()));
        String after = found.size() > MOST ? shown.get(shown.size() - 1).procedure() : "";
        return Reply.json(new WholePlanJson(
                PlanJson.of(plan), shown.stream().map(SheetJson::of).toList(), after));
    }
}
