package vn.kientao.reform.steering.web.taskimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.taskimport.TaskImports;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.web.TaskWeb;

/** A sheet of tasks is tried, given and taken back. */
@OnEachDatabase("steering")
class TaskImportPagesTest {
    private static final String SHEET = """
            Nhiệm vụ*,"Sản phẩm, kết quả*",Lĩnh vực*,Cơ quan chủ trì*,Hạn,Cơ quan phối hợp
            Xây dựng kế hoạch,Kế hoạch,Cải cách thể chế,Cơ quan STP2,31/12/2026,SNV2; Cơ quan STC2
            Rà soát văn bản,Báo cáo,institutions,SNV2,,
            ,Báo cáo,weather,VPUB,31/2/2027,
            """;

    private final TaskWeb web;

    TaskImportPagesTest(Database database, Migrations migrations) {
        web = new TaskWeb(database, migrations);
        new TaskImportPages(
                        new TaskImports(database, web.fixture.tasks, web.fixture.audit),
                        web.fixture.tasks,
                        web.programmes,
                        web.fixture.province,
                        new SheetService(),
                        web.files)
                .staff(web.routes);
    }

    @Test
    void theTrialNamesEveryCellThatDoesNotFitAndGivesNothing() throws IOException {
        String id = upload(SHEET);

        Rendered trial = page(id);
        assertThat(trial.texts("tbody tr"))
                .containsExactly(
                        "4 Nhiệm vụ Chưa nhập; cần điền chỗ này",
                        "4 Lĩnh vực weather Chọn một lĩnh vực trong danh sách",
                        "4 Cơ quan chủ trì VPUB Không có cơ quan “VPUB” đang hoạt động",
                        "4 Hạn 31/2/2027 “31/2/2027” không phải ngày; nhập ngày/tháng/năm, ví dụ 09/02/2026");
        assertThat(trial.texts(".kt-tasks b")).containsExactly("Xây dựng kế hoạch", "Rà soát văn bản");
        assertThat(tasks()).isZero();
        String errors =
                new String(web.file("GET /task-imports/{id}/errors.csv", one("GET", id)), StandardCharsets.UTF_8);
        assertThat(errors).contains("weather").contains("Cần sửa");
    }

    @Test
    void goodRowsAreGivenOnceAndTakenBackWhileUntouched() {
        String id = upload(SHEET);
        web.done("POST /task-imports/{id}/commit", one("POST", id));
        assertThat(tasks()).isEqualTo(2);
        assertThatThrownBy(() -> web.done("POST /task-imports/{id}/commit", one("POST", id)))
                .as("twice")
                .isInstanceOf(ProblemException.class);

        Task begun = web.fixture.tasks.find("VPUB2-2026-0001").orElseThrow().task();
        assertThat(begun.lead()).isEqualTo("STP2");
        assertThat(web.fixture.tasks.find(begun.code()).orElseThrow().concerns("STC2"))
                .isTrue();
        web.fixture.step(begun, TaskAction.ASSIGN, "2026-11-25");
        web.done("POST /task-imports/{id}/undo", one("POST", id));

        assertThat(web.fixture.again(begun).state()).isEqualTo(TaskState.OPEN);
        assertThat(web.fixture
                        .tasks
                        .find("VPUB2-2026-0002")
                        .orElseThrow()
                        .task()
                        .state())
                .isEqualTo(TaskState.CANCELLED);
        assertThat(page(id).texts(".kt-page-header .kt-tag")).containsExactly("Đã hoàn lại");
    }

    @Test
    void aFileThatIsNoneOrAnotherAgencysIsRefused() {
        assertThat(mistakes("Tên,Ngày\nA,1\n").get(0)).startsWith("Không thấy dòng tiêu đề; cần có các cột Nhiệm vụ,");
        assertThat(mistakes(SHEET.lines().findFirst().orElseThrow() + "\n"))
                .containsExactly("Tệp có 0 dòng nhiệm vụ; cần từ 1 đến 1000");
        assertThat(web.mistakes("POST /task-imports", web.post("VPUB2", "/task-imports")))
                .hasSize(1);
        String id = upload(SHEET);
        assertThatThrownBy(() ->
                        web.page("GET /task-imports/{id}", web.get("STP2", "/x").withPathValue("id", id)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theTemplateItselfIsAHeaderThatIsUnderstood() throws IOException {
        byte[] template = web.file("GET /task-imports/template.xlsx", web.get("VPUB2", "/task-imports"));
        assertThat(web.mistakes(
                        "POST /task-imports",
                        web.post("VPUB2", "/task-imports").withFile("file", new FakeUpload("mau.xlsx", template))))
                .as("understood, but without rows")
                .containsExactly("Tệp có 0 dòng nhiệm vụ; cần từ 1 đến 1000");
    }

    private List<String> mistakes(String csv) {
        return web.mistakes(
                "POST /task-imports",
                web.post("VPUB2", "/task-imports").withFile("file", FakeUpload.text("nhiem-vu.csv", csv)));
    }

    private String upload(String csv) {
        String address = web.done(
                "POST /task-imports",
                web.post("VPUB2", "/task-imports").withFile("file", FakeUpload.text("nhiem-vu.csv", csv)));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private FakeRequest one(String method, String id) {
        FakeRequest request = method.equals("GET") ? web.get("VPUB2", "/x") : web.post("VPUB2", "/x");
        return request.withPathValue("id", id);
    }

    private Rendered page(String id) {
        return web.page("GET /task-imports/{id}", one("GET", id));
    }

    private long tasks() {
        return web.database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM steering.task")
                .mapTo(Long.class)
                .one());
    }
}
