package vn.kientao.reform.steering.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.steering.web.plan.PlanWorld.AGENCY;
import static vn.kientao.reform.steering.web.plan.PlanWorld.chairman;
import static vn.kientao.reform.steering.web.plan.PlanWorld.office;
import static vn.kientao.reform.steering.web.plan.PlanWorld.planner;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskState;

@OnEachDatabase("steering")
class PlanPagesTest {
    private final PlanWorld world;

    PlanPagesTest(Database database, Migrations migrations) {
        world = new PlanWorld(database, migrations);
    }

    @Test
    void aPlanGoesFromItsDraftThroughRemarksToApprovalAndBecomesTasks() {
        String plan = world.begin(AGENCY);
        assertThat(world.page(AGENCY, plan).has(".kt-empty")).isTrue();
        assertThat(status(world.submit(plan))).as("nothing in it").isEqualTo(409);
        world.add(plan, "Kiểm tra văn bản quy phạm pháp luật");
        Reply.Redirect helped = (Reply.Redirect) world.routes.call(
                "POST /plans/{plan}/items/new",
                world.line(plan, "Tập huấn công chức")
                        .withField("area", "civil-service")
                        .withField("lead", "SNV2")
                        .withField("cooperating", AGENCY, "VPUB2")
                        .withField("clause", "D:D5.4a")
                        .withField("due", ""));
        assertThat(helped.flash()).contains("Đã thêm vào kế hoạch.");

        world.submit(plan);
        assertThat(world.page(AGENCY, plan).has("a.btn-primary"))
                .as("nobody writes it now")
                .isFalse();
        Rendered appraised = Rendered.of(world.show(office(FakeRequest.get("steering", "/plans/" + plan)), plan))
                .keepsTheRules();
        assertThat(appraised.texts("summary"))
                .containsExactly("Trả lại để hoàn thiện", "Thẩm định đạt, trình phê duyệt");
        PlanItem second = items(plan).get(1);
        world.step(
                office(FakeRequest.post("steering", "/plans/" + plan))
                        .withField("remark-" + second.id(), "Ghi rõ thời hạn"),
                plan,
                "return");
        assertThat(world.page(AGENCY, plan).text("#item-" + second.id())).contains("Ý kiến thẩm định Ghi rõ thời hạn");

        world.bringIntoForce(plan);

        assertThat(world.page(AGENCY, plan).texts(".kt-tags .kt-tag")).containsExactly("Đã phê duyệt", "Lần 1");
        assertThat(world.page(AGENCY, plan).text(".kt-lead")).isEqualTo("Phê duyệt tại 125/QĐ-UBND ngày 01/12/2026");
        assertThat(world.page(AGENCY, plan).texts("tbody a.kt-code"))
                .containsExactly("STP2-2026-0001", "STP2-2026-0002");
        Task led = task("STP2-2026-0002");
        assertThat(led.lead()).isEqualTo("SNV2");
        assertThat(led.giver()).isEqualTo(AGENCY);
        assertThat(led.due()).isEmpty();
        assertThat(led.clause()).isPresent();
        assertThat(world.tasks.find(led.code()).orElseThrow().has("VPUB2", Part.COOPERATE))
                .isTrue();
        assertThat(task("STP2-2026-0001").due()).contains(LocalDate.of(2027, 6, 30));
        assertThat(world.province.told())
                .extracting(Notice::account)
                .contains("head.VPUB2", "head." + AGENCY, "head.SNV2");
        assertThat(world.audit.actions())
                .containsSubsequence(
                        "steering.begin-plan",
                        "steering.add-plan-item",
                        "steering.submit-plan",
                        "steering.return-plan",
                        "steering.submit-plan",
                        "steering.appraise-plan",
                        "steering.give-task",
                        "steering.approve-plan");
    }

    @Test
    void anAmendmentKeepsTasksChangesThemAndCancelsWhatItDrops() {
        String first = world.begin(AGENCY);
        world.add(first, "Giữ nguyên");
        world.add(first, "Dời hạn");
        world.add(first, "Bỏ đi");
        world.add(first, "Đổi cơ quan");
        world.bringIntoForce(first);

        String second = PlanWorld.id(world.routes.call(
                "POST /plans/{plan}/amend",
                planner(AGENCY, FakeRequest.post("steering", "/plans"))
                        .withPathValue("plan", first)
                        .withField("version", "" + world.version(first))
                        .withField("why", "Theo chỉ đạo mới")));
        List<PlanItem> copied = items(second);
        assertThat(copied).extracting(PlanItem::task).doesNotContain(Optional.empty());
        change(second, copied.get(1), Map.of("due", "30/9/2027", "title", "Dời hạn, đổi tên"));
        change(second, copied.get(3), Map.of("lead", "SNV2"));
        remove(second, copied.get(2));
        world.add(second, "Thêm mới");

        Rendered compared = Rendered.of(world.routes.call(
                        "GET /plans/{plan}/compare",
                        planner(AGENCY, FakeRequest.get("steering", "/plans")).withPathValue("plan", second)))
                .keepsTheRules();
        assertThat(compared.texts("tbody th")).containsExactly("Giữ nguyên", "Sửa đổi", "Bãi bỏ", "Sửa đổi", "Bổ sung");
        assertThat(compared.texts("del")).contains("Dời hạn", "30/06/2027");
        assertThat(compared.texts("ins")).contains("Dời hạn, đổi tên", "30/09/2027");

        world.bringIntoForce(second);

        assertThat(task("STP2-2026-0001").version()).as("untouched").isEqualTo(1);
        Task moved = task("STP2-2026-0002");
        assertThat(moved.title()).isEqualTo("Dời hạn, đổi tên");
        assertThat(moved.due()).contains(LocalDate.of(2027, 9, 30));
        assertThat(moved.originalDue()).contains(LocalDate.of(2027, 6, 30));
        assertThat(task("STP2-2026-0003").state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task("STP2-2026-0004").state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task("STP2-2026-0005").lead()).isEqualTo("SNV2");
        assertThat(task("STP2-2026-0006").title()).isEqualTo("Thêm mới");
        assertThat(world.page(AGENCY, first).texts(".kt-tags .kt-tag")).containsExactly("Đã được thay thế", "Lần 1");
        assertThat(world.page(AGENCY, first).texts("tbody th")).hasSize(4);
    }

    @Test
    void whoeverIsOvertakenIsToldBothVersions() {
        String plan = world.begin(AGENCY);
        world.add(plan, "Việc");
        PlanItem seen = items(plan).get(0);
        change(plan, seen, Map.of("title", "Việc đã sửa"));

        Reply late = world.routes.call(
                "POST /plans/{plan}/items/{item}", changing(plan, seen, Map.of("title", "Việc khác")));
        assertThat(status(late)).isEqualTo(409);
        Rendered page = Rendered.of(late).keepsTheRules();
        assertThat(page.text(".kt-errors li")).startsWith("Bạn sửa bản 1, người khác đã lưu bản 2.");
        assertThat(page.one("#title").text()).isEqualTo("Việc khác");
        assertThat(page.text("section.kt-panel")).contains("Việc đã sửa");

        long before = world.version(plan);
        world.add(plan, "Việc thứ hai");
        Reply submitted = world.routes.call(
                "POST /plans/{plan}/steps/{action}",
                planner(AGENCY, FakeRequest.post("steering", "/plans"))
                        .withPathValue("plan", plan)
                        .withPathValue("action", "submit")
                        .withField("version", "" + before));
        assertThat(status(submitted)).isEqualTo(409);
        assertThat(Rendered.of(submitted).text(".kt-errors li")).contains("bản " + before + " ", "bản " + (before + 1));
    }

    @Test
    void theNextYearBeginsWithTheLinesOfThisOneAndTheirDatesMoved() {
        String plan = world.begin(AGENCY);
        world.add(plan, "Việc hằng năm");
        String next = PlanWorld.id(world.routes.call(
                "POST /plans",
                planner(AGENCY, FakeRequest.post("steering", "/plans"))
                        .withField("year", "2028")
                        .withField("copy", "1")));

        PlanItem copy = items(next).get(0);
        assertThat(copy.words().due()).contains(LocalDate.of(2028, 6, 30));
        assertThat(copy.task()).isEmpty();
        assertThat(copy.key()).isNotEqualTo(items(plan).get(0).key());
        Reply again = world.routes.call(
                "POST /plans",
                planner(AGENCY, FakeRequest.post("steering", "/plans")).withField("year", "2028"));
        assertThat(Rendered.of(again).text(".kt-errors li")).startsWith("Năm 2028 đã có kế hoạch");
    }

    @Test
    void nobodyTakesAnothersStepOrReadsAnotherAgencysDraft() {
        String plan = world.begin(AGENCY);
        world.add(plan, "Việc");

        assertThatThrownBy(() -> world.page("SNV2", plan)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.office(plan, "submit")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.approve(plan)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.routes.call(
                        "POST /plans/{plan}/items/new",
                        world.line(plan, "Việc của người khác").in("SNV2")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.step(chairman(FakeRequest.post("steering", "/plans")), plan, "appraise"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        String plan = world.begin(AGENCY);
        Reply reply = world.routes.call(
                "POST /plans/{plan}/items/new",
                world.line(plan, "")
                        .withField("area", "weather")
                        .withField("person", "")
                        .withField("due", "1/1/2026")
                        .withField("clause", "D:D99")
                        .withField("cooperating", AGENCY));

        assertThat(status(reply)).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors li"))
                .containsExactly(
                        "Không có lĩnh vực “weather”; ghi tên lĩnh vực như trong danh sách",
                        "Chưa nhập; cần điền chỗ này",
                        "Chưa nhập; cần điền chỗ này",
                        "Cơ quan STP2 đã chủ trì, không phối hợp với chính mình",
                        "Thời hạn 01/01/2026 không thuộc năm 2027 của kế hoạch",
                        "Không có khoản “D:D99” trong các văn bản chỉ đạo");
        assertThat(items(plan)).isEmpty();
    }

    private FakeRequest changing(String plan, PlanItem item, Map<String, String> fields) {
        FakeRequest request = world.line(plan, item.words().title())
                .withPathValue("item", "" + item.id())
                .withField("version", "" + item.version());
        fields.forEach(request::withField);
        return request;
    }

    private void change(String plan, PlanItem item, Map<String, String> fields) {
        PlanWorld.id(world.routes.call("POST /plans/{plan}/items/{item}", changing(plan, item, fields)));
    }

    private void remove(String plan, PlanItem item) {
        PlanWorld.id(world.routes.call("POST /plans/{plan}/items/{item}/remove", changing(plan, item, Map.of())));
    }

    private List<PlanItem> items(String plan) {
        return world.plans.find(Long.parseLong(plan)).orElseThrow().items();
    }

    private Task task(String code) {
        return world.tasks.find(code).orElseThrow().task();
    }

    private static int status(Reply reply) {
        return ((Reply.View) reply).status();
    }
}
