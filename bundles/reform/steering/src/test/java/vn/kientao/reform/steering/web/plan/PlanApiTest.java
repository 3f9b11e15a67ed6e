package vn.kientao.reform.steering.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.steering.web.plan.PlanWorld.AGENCY;
import static vn.kientao.reform.steering.web.plan.PlanWorld.planner;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("steering")
class PlanApiTest {
    private static final Map<String, String> LINE = Map.of(
            "area", "institutions",
            "title", "Rà soát văn bản",
            "product", "Báo cáo",
            "person", "Lê Văn Tám",
            "due", "30/6/2027");

    private final PlanWorld world;

    PlanApiTest(Database database, Migrations migrations) {
        world = new PlanWorld(database, migrations);
    }

    @Test
    void aProgramWritesAPlanAndTakesItThroughItsSteps() {
        Reply.Json begun = call("POST /plans", request().withJson(new PlanApi.NewPlanJson(2027, false, false)));
        assertThat(begun.status()).isEqualTo(201);
        String plan = "" + plan(begun).id();
        PlanJson.Item line = plan(call("POST /plans/{plan}/items", of(plan).withJson(new PlanApi.NewItemJson(LINE))))
                .items()
                .get(0);
        assertThat(line.fields()).containsAllEntriesOf(Map.of("lead", AGENCY, "due", "30/06/2027"));

        Reply.Json changed = call(
                "PUT /plans/{plan}/items/{item}",
                of(plan).withPathValue("item", "" + line.id())
                        .withHeader("If-Match", "\"1\"")
                        .withJson(new PlanApi.NewItemJson(
                                Map.of("area", "institutions", "title", "Tên mới", "product", "x", "person", "y"))));
        assertThat(changed.headers()).containsEntry("ETag", "\"2\"");
        PlanJson now = plan(call("GET /plans/{plan}", of(plan)));
        assertThat(now.items().get(0).fields()).containsEntry("title", "Tên mới");

        Reply.Json submitted = call(
                "POST /plans/{plan}/steps/{action}",
                of(plan).withPathValue("action", "submit")
                        .withHeader("If-Match", "\"" + now.version() + "\"")
                        .withJson(new PlanApi.StepJson(null, null, null)));
        assertThat(plan(submitted).state()).isEqualTo("SUBMITTED");
        assertThatThrownBy(() -> call("POST /plans/{plan}/items", of(plan).withJson(new PlanApi.NewItemJson(LINE))))
                .as("what was submitted is not written")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
    }

    @Test
    void whoeverDidNotSeeThePresentVersionIsRefused() {
        String plan = world.begin(AGENCY);
        world.add(plan, "Việc");
        long item = world.plans
                .find(Long.parseLong(plan))
                .orElseThrow()
                .items()
                .get(0)
                .id();

        assertThatThrownBy(() -> call(
                        "PUT /plans/{plan}/items/{item}",
                        of(plan).withPathValue("item", "" + item)
                                .withHeader("If-Match", "\"7\"")
                                .withJson(new PlanApi.NewItemJson(LINE))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(412));
        assertThatThrownBy(() -> call("POST /plans/{plan}/items", of(plan).withJson(new PlanApi.NewItemJson(Map.of()))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().fields())
                                .extracting(field -> field.field())
                                .containsExactly("area", "title", "product", "person"));
    }

    private Reply.Json call(String route, FakeRequest request) {
        return (Reply.Json) world.api.call(route, request);
    }

    private static PlanJson plan(Reply.Json answer) {
        return (PlanJson) answer.value();
    }

    private static FakeRequest request() {
        return planner(AGENCY, FakeRequest.post("steering", "/plans"));
    }

    private static FakeRequest of(String plan) {
        return request().withPathValue("plan", plan);
    }
}
