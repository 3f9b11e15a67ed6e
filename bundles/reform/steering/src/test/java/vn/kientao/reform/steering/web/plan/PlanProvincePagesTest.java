package vn.kientao.reform.steering.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.steering.web.plan.PlanWorld.AGENCY;
import static vn.kientao.reform.steering.web.plan.PlanWorld.office;
import static vn.kientao.reform.steering.web.plan.PlanWorld.planner;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class PlanProvincePagesTest {
    private final PlanWorld world;

    PlanProvincePagesTest(Database database, Migrations migrations) {
        world = new PlanWorld(database, migrations);
    }

    @Test
    void theProvinceShowsEveryAgencyAndUrgesThoseWithoutASubmittedPlan() {
        String plan = world.begin(AGENCY);
        world.add(plan, "Việc");
        world.submit(plan);
        world.begin("SNV2");

        Rendered page = Rendered.of(
                        world.routes.call("GET /plans/province", office(FakeRequest.get("steering", "/plans"))))
                .keepsTheRules();
        assertThat(page.text("h1"))
                .as("in December the next year is planned")
                .isEqualTo("Kế hoạch năm 2027 của các cơ quan");
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Chưa lập: 5", "Dự thảo: 1", "Chờ thẩm định: 1");
        assertThat(page.texts("tbody tr")).hasSize(7).contains("Cơ quan STP2 Chờ thẩm định Lần 1");

        int before = world.province.told().size();
        world.routes.call(
                "POST /plans/province/urge",
                office(FakeRequest.post("steering", "/plans")).withField("year", "2027"));

        assertThat(world.province.told().subList(before, world.province.told().size()))
                .extracting(Notice::account)
                .contains("head.SNV2", "clerk.P-AX")
                .doesNotContain("head." + AGENCY)
                .hasSize(12);
        assertThat(world.audit.actions()).endsWith("steering.urge-plan");
    }

    @Test
    void theCoverageCheckFindsAPlantedGapAndLeadsToTheFormThatFillsIt() {
        String plan = world.begin(AGENCY);
        for (var ordered : world.programmes.clauses()) {
            if (!ordered.clause().code().equals("D5.3b")) {
                world.routes.call(
                        "POST /plans/{plan}/items/new",
                        world.line(plan, "Thực hiện " + ordered.clause().code()).withField("clause", ordered.key()));
            }
        }
        world.routes.call(
                "POST /plans/{plan}/items/new", world.line(plan, "Hài lòng").withField("target", "satisfied"));
        assertThat(gaps()).as("a draft covers nothing").hasSize(28 + world.ahead());
        world.bringIntoForce(plan);

        assertThat(gaps()).hasSize(1 + world.ahead() - 1).startsWith("D5.3b");
        String own = world.begin("VPUB2");
        Rendered page = coverage();
        assertThat(page.texts("td a")).contains("Giao nhiệm vụ", "Đưa vào kế hoạch");
        assertThat(page.one("td a[href*=items]").attr("href"))
                .isEqualTo("/VPUB2/steering/plans/" + own + "/items/new?clause=D%3AD5.3b&area=apparatus");
        Rendered form = Rendered.of(world.routes.call(
                        "GET /plans/{plan}/items/new",
                        planner("VPUB2", FakeRequest.get("steering", "/plans"))
                                .withPathValue("plan", own)
                                .withQuery("clause", "D:D5.3b")
                                .withQuery("area", "apparatus")))
                .keepsTheRules();
        assertThat(form.one("#clause option[selected]").val()).isEqualTo("D:D5.3b");
        assertThat(form.one("#area option[selected]").val()).isEqualTo("apparatus");
    }

    private List<String> gaps() {
        return coverage().texts("div[aria-labelledby=gaps] tbody th");
    }

    private Rendered coverage() {
        Reply reply = world.routes.call(
                "GET /plans/coverage",
                FakeRequest.get("steering", "/plans/coverage")
                        .in("VPUB2")
                        .may(
                                SteeringPermissions.READ,
                                SteeringPermissions.PROVINCE,
                                SteeringPermissions.PLAN,
                                SteeringPermissions.GIVE)
                        .at(PlanWorld.DECEMBER));
        return Rendered.of(reply).keepsTheRules();
    }
}
