package vn.kientao.reform.steering.web.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.handover.HandOvers;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.TaskWeb;
import vn.kientao.reform.steering.web.task.TaskPages;

/** Tasks go into other hands on pages: seen first, done, taken back. */
@OnEachDatabase("steering")
class HandOverPagesTest {
    private final TaskWeb web;

    HandOverPagesTest(Database database, Migrations migrations) {
        web = new TaskWeb(database, migrations);
        HandOvers handOvers = new HandOvers(database, web.fixture.tasks, web.fixture.province);
        new HandOverPages(handOvers, web.fixture.province, web.fixture.province, web.files).staff(web.routes);
        new PersonPages(web.door, handOvers, web.fixture.province, web.fixture.province, web.fixture.province)
                .staff(web.routes);
    }

    @Test
    void theStandingOfficeSeesWhatWouldMoveCommitsAndTakesBack() {
        web.fixture.province.split("STC", List.of("STC2", "SNV2"));
        Task task = web.fixture.give("VPUB", "STP", "2025-06-01", "2026-12-31");
        web.fixture.give("VPUB2", "STC", "2025-06-01", "2026-12-31");

        Rendered dry = web.page("GET /handover", web.get("VPUB2", "/handover"));
        assertThat(dry.texts("tbody td:last-child")).containsExactlyInAnyOrder("Cơ quan STP2", "Cơ quan VPUB2");
        assertThat(dry.texts("select option")).containsExactlyInAnyOrder("Chọn", "Cơ quan STC2", "Cơ quan SNV2");
        assertThat(web.mistakes("POST /handover", web.post("VPUB2", "/handover")))
                .containsExactly("Chưa nhập; cần điền chỗ này");

        String run = web.done(
                "POST /handover", web.post("VPUB2", "/handover").withField("reason", "Nghị quyết 202/2025/QH15"));
        assertThat(web.fixture.again(task).lead()).isEqualTo("STP2");
        String id = run.substring(run.lastIndexOf('/') + 1);
        Rendered shown =
                web.page("GET /handover/runs/{id}", web.get("VPUB2", run).withPathValue("id", id));
        assertThat(shown.texts("tbody th")).containsExactly(task.code(), task.code());
        assertThatThrownBy(() ->
                        web.page("GET /handover/runs/{id}", web.get("STP2", run).withPathValue("id", id)))
                .as("another agency's")
                .isInstanceOf(ProblemException.class);

        web.done("POST /handover/runs/{id}/undo", web.post("VPUB2", run).withPathValue("id", id));
        assertThat(web.fixture.again(task).lead()).isEqualTo("STP");
        assertThatThrownBy(() -> web.done(
                        "POST /handover/runs/{id}/undo", web.post("VPUB2", run).withPathValue("id", id)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNotClearIsDecidedOneByOne() {
        web.fixture.province.split("STC", List.of("STC2", "SNV2"));
        Task task = web.fixture.give("VPUB2", "STC", "2025-06-01", "2026-12-31");

        assertThat(web.mistakes("POST /handover/decide", decide(task, "VPUB")))
                .containsExactly("Không có cơ quan “VPUB” đang hoạt động");
        web.done("POST /handover/decide", decide(task, "SNV2"));
        assertThat(web.fixture.again(task).lead()).isEqualTo("SNV2");
        assertThat(web.mistakes("POST /handover/decide", decide(task, "STC2")))
                .containsExactly("Nhiệm vụ “" + task.code() + "” không còn chờ bàn giao");
    }

    private FakeRequest decide(Task task, String to) {
        return web.post("VPUB2", "/handover/decide")
                .withField("task", task.code())
                .withField("part", "LEAD")
                .withField("from", "STC")
                .withField("to", to)
                .withField("decideReason", "Theo chức năng");
    }

    @Test
    void allTasksOfWhoLeavesGoToAColleagueInOneStep() {
        Task task = web.fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-31");
        web.fixture.step(task, TaskAction.ASSIGN, "2026-11-02");

        assertThat(web.page(
                                "GET /handover/person",
                                web.get("STP2", "/handover/person").withQuery("from", "clerk.STP2"))
                        .texts(".kt-tasks a"))
                .containsExactly(task.title());
        var form = web.post("STP2", "/handover/person")
                .withField("from", "clerk.STP2")
                .withField("to", "clerk.STP2")
                .withField("reason", "Nghỉ hưu");
        assertThat(web.mistakes("POST /handover/person", form))
                .containsExactly("Chọn một người khác đang làm việc tại cơ quan");
        web.done("POST /handover/person", form.withField("to", "head.STP2"));
        assertThat(web.fixture.again(task).account()).contains("head.STP2");
    }

    @Test
    void onlyTheGiverMakesAnotherAgencyLead() {
        Task task = web.fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-31");
        var form = web.post("STP2", "/tasks/x/lead")
                .withPathValue("code", task.code())
                .withField("version", "1")
                .withField("lead", "SNV2")
                .withField("leadReason", "Đúng chức năng");
        assertThatThrownBy(() -> web.done("POST /tasks/{code}/lead", form)).isInstanceOf(ProblemException.class);
        assertThat(web.mistakes("POST /tasks/{code}/lead", form.in("VPUB2").withField("lead", "STP2")))
                .hasSize(1);
    }

    @Test
    void whatAnAgencyDidBeforeItEndedIsReadByItsSuccessorOnly() {
        new TaskPages(
                        web.door,
                        web.fixture.tasks,
                        web.programmes,
                        web.fixture.province,
                        web.fixture.province,
                        web.files)
                .staff(web.routes);
        Task task = web.fixture.give("VPUB", "STP", "2025-02-01", "2025-03-01");
        web.fixture.step(task, TaskAction.REPORT, "2025-03-05");
        web.fixture.step(task, TaskAction.CONFIRM, "2025-03-06");

        Rendered list = web.page(
                "GET /tasks", web.get("STP2", "/tasks").withQuery("at", "STP").withQuery("standing", "DONE_LATE"));
        assertThat(list.texts("tbody th")).containsExactly(task.code());
        assertThat(list.text(".kt-chip")).startsWith("Cơ quan STP");
        String path = "/tasks/" + task.code();
        Rendered shown = web.page("GET /tasks/{code}", web.get("STP2", path).withPathValue("code", task.code()));
        assertThat(shown.text(".kt-timeline")).contains("Cơ quan STP");
        assertThat(shown.has("form[action*=steering]")).as("steps of the past").isFalse();

        assertThat(web.page(
                                "GET /tasks",
                                web.get("SNV2", "/tasks").withQuery("at", "STP").withQuery("standing", "DONE_LATE"))
                        .texts("tbody th"))
                .as("of another agency")
                .isEmpty();
        assertThatThrownBy(() ->
                        web.page("GET /tasks/{code}", web.get("SNV2", path).withPathValue("code", task.code())))
                .isInstanceOf(ProblemException.class);
    }
}
