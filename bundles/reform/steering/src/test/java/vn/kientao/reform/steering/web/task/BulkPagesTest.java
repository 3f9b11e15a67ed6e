package vn.kientao.reform.steering.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.handover.HandOvers;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.TaskWeb;

/** Several tasks are assigned at once, each by itself. */
@OnEachDatabase("steering")
class BulkPagesTest {
    private final TaskWeb web;
    private final TaskFixture fixture;
    private final Task one;
    private final Task two;

    BulkPagesTest(Database database, Migrations migrations) {
        web = new TaskWeb(database, migrations);
        fixture = web.fixture;
        new BulkPages(
                        web.door,
                        fixture.tasks,
                        new HandOvers(database, fixture.tasks, fixture.province),
                        fixture.province,
                        fixture.province)
                .staff(web.routes);
        one = fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-10");
        two = fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-11");
    }

    @Test
    void theChosenTasksOfTheLeadGetSomebodyWhoAnswersForThem() {
        assertThat(web.page("GET /assignments", web.get("STP2", "/assignments")).texts("fieldset .kt-code"))
                .containsExactly(one.code(), two.code());
        assertThat(web.mistakes("POST /assignments", web.post("STP2", "/assignments")))
                .containsExactly("Chưa nhập; cần điền chỗ này", "Đã chọn 0 nhiệm vụ; cần từ 1 đến 100");

        web.done("POST /assignments", chosen("STP2").withField("account", "clerk.STP2"));

        assertThat(fixture.again(one).account()).contains("clerk.STP2");
        assertThat(fixture.again(two).person()).isEqualTo("Trần Văn Chuyên Viên");
    }

    @Test
    void oneThatCannotBeAssignedIsNamedAndDoesNotSpoilTheOthers() {
        fixture.step(one, TaskAction.REPORT, "2026-11-02");

        Rendered page = web.page("POST /assignments", chosen("STP2").withField("account", "clerk.STP2"));

        assertThat(page.text(".kt-flash")).startsWith("Không giao được: " + one.code() + ".");
        assertThat(fixture.again(two).account()).contains("clerk.STP2");
    }

    @Test
    void theGiverMakesAnotherAgencyLeadAllThatWereChosen() {
        web.done(
                "POST /assignments/lead",
                chosen("VPUB2").withField("lead", "SNV2").withField("reason", "Đúng chức năng"));
        assertThat(fixture.again(one).lead()).isEqualTo("SNV2");
        assertThat(fixture.again(two).lead()).isEqualTo("SNV2");
        assertThat(web.page(
                                "POST /assignments/lead",
                                chosen("STP2").withField("lead", "STC2").withField("reason", "x"))
                        .text(".kt-flash"))
                .as("not the giver")
                .contains(one.code(), two.code());
    }

    private FakeRequest chosen(String agency) {
        return web.post(agency, "/assignments").withField("task", one.code(), two.code());
    }
}
