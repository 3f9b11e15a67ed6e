package vn.kientao.reform.steering.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.web.TaskWeb;

/** Programs give, follow and extend tasks under the rules of the pages. */
@OnEachDatabase("steering")
class TaskApiTest {
    private final TaskWeb web;

    TaskApiTest(Database database, Migrations migrations) {
        web = new TaskWeb(database, migrations);
        new TaskApi(
                        web.door,
                        web.fixture.tasks,
                        new Extensions(database, web.fixture.tasks),
                        web.programmes,
                        web.fixture.province,
                        web.fixture.province)
                .api(web.routes);
    }

    @Test
    void aTaskGoesItsWayWithoutAPage() {
        Reply.Json given = give("VPUB2");
        assertThat(given.status()).isEqualTo(201);
        String code = ((TaskJson.Whole) given.value()).task().code();
        assertThat(give("VPUB2").value()).as("the same key once more").isEqualTo(given.value());

        step("STP2", code, "progress", 1, new TaskJson.Step("Một nửa", 50, null, null, null));
        ask(code, 2, "2027-01-15");
        String id = ""
                + web.database.read(handle -> handle.createQuery("SELECT MAX(id) FROM steering.task_extension")
                        .mapTo(Long.class)
                        .one());
        TaskJson.Whole later = (TaskJson.Whole) json(
                "POST /tasks/{code}/extensions/{id}",
                of(web.post("VPUB2", "/tasks/x"), code, 3)
                        .withPathValue("id", id)
                        .withJson(new TaskJson.Decision("2027-01-10", "")));
        assertThat(later.task().due()).isEqualTo("2027-01-10");
        assertThat(later.task().originalDue()).isEqualTo("2026-12-31");
        step("STP2", code, "report", 4, new TaskJson.Step("Xong", null, null, null, null));
        TaskJson.Whole done = step("VPUB2", code, "confirm", 5, new TaskJson.Step(null, null, null, null, null));
        assertThat(done.task().standing()).isEqualTo("DONE_ON_TIME");

        TaskJson.Listing open = (TaskJson.Listing) json("GET /tasks", web.get("STP2", "/tasks"));
        assertThat(open.tasks()).isEmpty();
        TaskJson.Listing ended =
                (TaskJson.Listing) json("GET /tasks", web.get("STP2", "/tasks").withQuery("ended", "1"));
        assertThat(ended.tasks()).extracting(TaskJson::code).containsExactly(code);
    }

    @Test
    void whatDoesNotFitIsRefusedFieldByField() {
        assertThatThrownBy(() -> json(
                        "POST /tasks",
                        web.post("VPUB2", "/tasks")
                                .withJson(new TaskJson.New(
                                        "",
                                        "Kế hoạch",
                                        "institutions",
                                        "VPUB",
                                        null,
                                        null,
                                        null,
                                        "2026-02-30",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields())
                                .extracting(one -> one.field())
                                .containsExactly("title", "lead", "due"));
        String code = ((TaskJson.Whole) give("VPUB2").value()).task().code();
        assertThatThrownBy(() -> step("STP2", code, "progress", 9, new TaskJson.Step("x", 1, null, null, null)))
                .as("from another version")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        assertThatThrownBy(() -> step("STP2", code, "confirm", 1, new TaskJson.Step("x", 1, null, null, null)))
                .as("the giver's step")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThatThrownBy(() -> json("GET /tasks/{code}", web.get("P-AX", "/x").withPathValue("code", code)))
                .as("another agency")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private Reply.Json give(String agency) {
        return (Reply.Json) web.routes.call(
                "POST /tasks",
                web.post(agency, "/tasks")
                        .withHeader("Idempotency-Key", "k1")
                        .withJson(new TaskJson.New(
                                "Xây dựng kế hoạch",
                                "Kế hoạch",
                                "institutions",
                                "STP2",
                                null,
                                null,
                                "DATED",
                                "2026-12-31",
                                null,
                                null,
                                null,
                                List.of("SNV2"),
                                null,
                                null)));
    }

    private TaskJson.Whole step(String agency, String code, String action, long version, TaskJson.Step body) {
        return (TaskJson.Whole) json(
                "POST /tasks/{code}/steps/{action}",
                of(web.post(agency, "/tasks/x"), code, version)
                        .withPathValue("action", action)
                        .withJson(body));
    }

    private void ask(String code, long version, String wanted) {
        json(
                "POST /tasks/{code}/extensions",
                of(web.post("STP2", "/tasks/x"), code, version).withJson(new TaskJson.Wish(wanted, "Chờ số liệu")));
    }

    private static FakeRequest of(FakeRequest request, String code, long version) {
        return request.withPathValue("code", code).withHeader("If-Match", "\"" + version + "\"");
    }

    private Object json(String route, FakeRequest request) {
        return ((Reply.Json) web.routes.call(route, request)).value();
    }
}
