package vn.kientao.reform.steering.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.steering.web.plan.PlanWorld.AGENCY;
import static vn.kientao.reform.steering.web.plan.PlanWorld.planner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;

/** What everybody reads of plans: those that were published, how far they are, and no person. */
@OnEachDatabase("steering")
class OpenPlanPagesTest {
    private static final String PERSON = "Thủ Trưởng";
    private static final Clock JULY = PlanWorld.at("2027-07-15");

    private final PlanWorld world;

    OpenPlanPagesTest(Database database, Migrations migrations) {
        world = new PlanWorld(database, migrations);
    }

    @Test
    void aPlanIsReadByEverybodyFromItsPublicationOnWithoutNamesOfPeople() throws IOException {
        String plan = world.begin(AGENCY);
        world.add(plan, "Kiểm tra văn bản");
        world.bringIntoForce(plan);
        assertThatThrownBy(() -> show(plan)).as("not yet published").isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> file(plan, "/items.csv")).as("nor its file").isInstanceOf(ProblemException.class);
        assertThat(list().has(".kt-empty")).isTrue();
        publish(plan);

        Rendered page = show(plan);
        assertThat(page.text("h1")).isEqualTo("Kế hoạch năm 2027");
        assertThat(page.text("table"))
                .contains("Kiểm tra văn bản", "Báo cáo", "Phòng Kiểm tra văn bản", "30/06/2027")
                .doesNotContain(PERSON);
        assertThat(page.has("form, .kt-timeline")).isFalse();
        assertThat(page.document().select(".kt-actions a").eachAttr("href"))
                .containsExactly(
                        "/public/steering/plans/" + plan + "/items.xlsx",
                        "/public/steering/plans/" + plan + "/items.csv",
                        "/public/steering/plans/" + plan + "/paper.pdf");
        assertThat(new String(file(plan, "/items.csv"), StandardCharsets.UTF_8))
                .contains("Kiểm tra văn bản", "Quá hạn", "Phòng Kiểm tra văn bản")
                .doesNotContain(PERSON);
        assertThat(new String(file(plan, "/items.xlsx"), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
        try (PDDocument document = Loader.loadPDF(file(plan, "/paper.pdf"))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Kiểm tra văn bản", "Phòng Kiểm tra văn bản")
                    .doesNotContain(PERSON);
        }
    }

    @Test
    void eachLineTellsHowItStandsAndThePlanHowMuchOfItIsDone() {
        String plan = world.begin(AGENCY);
        world.add(plan, "Xong đúng hạn");
        world.add(plan, "Còn làm");
        world.add(plan, "Xong muộn");
        world.bringIntoForce(plan);
        publish(plan);
        done("STP2-2026-0001", "2027-06-15");
        done("STP2-2026-0003", "2027-07-02");

        Rendered page = show(plan);
        assertThat(page.texts("tbody .kt-tag")).containsExactly("Hoàn thành đúng hạn", "Quá hạn", "Hoàn thành quá hạn");
        assertThat(page.document().select("tbody .kt-tag").eachAttr("class"))
                .containsExactly("kt-tag kt-tag-done", "kt-tag kt-tag-late", "kt-tag kt-tag-late");
        assertThat(page.texts(".kt-summary dd")).startsWith("2 trên 3 nhiệm vụ, 66 %", "1");
        assertThat(page.one(".kt-summary progress").attr("value")).isEqualTo("66");
        assertThat(list().texts("tbody td"))
                .containsExactly("Cơ quan STP2", "01/12/2026", "3", "2 trên 3 nhiệm vụ, 66 %", "1");
    }

    private void done(String code, String day) {
        for (TaskAction action : new TaskAction[] {TaskAction.REPORT, TaskAction.CONFIRM}) {
            Task task = world.tasks.find(code).orElseThrow().task();
            String agency = action == TaskAction.REPORT ? task.lead() : task.giver();
            world.tasks.act(task, new Tasks.Step(action, "Ghi chú", 100, "", "", ""), TaskFixture.act(agency, day));
        }
    }

    @Test
    void theListIsNarrowedByTheAddressAndPaged() {
        String first = plan(AGENCY, "Kiểm tra văn bản");
        plan("SNV2", "Tập huấn công chức");

        assertThat(list().texts("tbody td:nth-of-type(1)")).containsExactly("Cơ quan SNV2", "Cơ quan STP2");
        assertThat(agencies("q", "KIEM TRA van ban")).containsExactly("Cơ quan STP2");
        assertThat(agencies("q", "co quan snv2")).as("its name").containsExactly("Cơ quan SNV2");
        assertThat(agencies("agency", AGENCY)).containsExactly("Cơ quan STP2");
        assertThat(agencies("year", "2027", "area", "institutions")).hasSize(2);
        assertThat(agencies("area", "finance")).isEmpty();
        assertThat(agencies("year", "2026")).isEmpty();
        assertThat(list("after", "2027_SNV2").texts("tbody th a")).containsExactly("Kế hoạch năm 2027, Cơ quan STP2");
        assertThat(list("after", "2027_SNV2").one("tbody th a").attr("href"))
                .isEqualTo("/public/steering/plans/" + first);
        Rendered wrong = list("year", "hai không hai bảy");
        assertThat(wrong.text(".kt-errors")).contains("hai không hai bảy");
        assertThat(list("year", "2026").text(".kt-empty")).contains("khớp bộ lọc");
    }

    private String plan(String agency, String title) {
        String plan = world.begin(agency);
        Reply reply = world.routes.call(
                "POST /plans/{plan}/items/new",
                world.line(plan, title).in(agency).withField("lead", agency));
        assertThat(reply).isInstanceOf(Reply.Redirect.class);
        world.step(planner(agency, FakeRequest.post("steering", "/plans")), plan, "submit");
        world.office(plan, "appraise");
        world.approve(plan);
        world.step(planner(agency, FakeRequest.post("steering", "/plans")), plan, "publish");
        return plan;
    }

    @Test
    void anAmendedPlanStaysReadableUntilAndAfterTheNewEditionIsPublished() {
        String first = plan(AGENCY, "Bản đầu");
        String second = PlanWorld.id(world.routes.call(
                "POST /plans/{plan}/amend",
                planner(AGENCY, FakeRequest.post("steering", "/plans"))
                        .withPathValue("plan", first)
                        .withField("version", "" + world.version(first))
                        .withField("why", "Theo chỉ đạo mới")));
        world.add(second, "Thêm mới");
        world.bringIntoForce(second);

        assertThat(list().text("tbody")).contains("Đang điều chỉnh");
        assertThat(show(first).has(".kt-flash")).isFalse();
        assertThatThrownBy(() -> show(second)).isInstanceOf(ProblemException.class);

        publish(second);
        assertThat(list().texts("tbody tr")).hasSize(1);
        assertThat(list().one("tbody th a").attr("href")).isEqualTo("/public/steering/plans/" + second);
        assertThat(show(second).texts("tbody th")).containsExactly("Bản đầu", "Thêm mới");
        assertThat(show(second).texts(".kt-task a")).containsExactly("Lần 1", "Lần 2");
        assertThat(show(first).one(".kt-flash a").attr("href")).isEqualTo("/public/steering/plans/" + second);
    }

    @Test
    void everyPageIsThereInEnglish() {
        String plan = plan(AGENCY, "Kiểm tra văn bản");
        Rendered list = Rendered.of(world.open.call("GET /plans", get("/plans").inEnglish()))
                .keepsTheRules();
        assertThat(list.text("h1")).isEqualTo("Published plans");
        Rendered page = Rendered.of(world.open.call(
                        "GET /plans/{plan}",
                        get("/plans/" + plan).withPathValue("plan", plan).inEnglish()))
                .keepsTheRules();
        assertThat(page.text(".kt-summary")).contains("0 of 1 task, 0 %");
        assertThat(list.document().text() + page.document().text()).doesNotContain("plan.open");
    }

    private void publish(String plan) {
        world.step(planner(AGENCY, FakeRequest.post("steering", "/plans")), plan, "publish");
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("steering", path).at(JULY);
    }

    private Rendered list(String... query) {
        FakeRequest request = get("/plans");
        for (int i = 0; i < query.length; i += 2) {
            request.withQuery(query[i], query[i + 1]);
        }
        return Rendered.of(world.open.call("GET /plans", request)).keepsTheRules();
    }

    private List<String> agencies(String... query) {
        return list(query).texts("tbody td:nth-of-type(1)");
    }

    private Rendered show(String plan) {
        return Rendered.of(world.open.call(
                        "GET /plans/{plan}", get("/plans/" + plan).withPathValue("plan", plan)))
                .keepsTheRules();
    }

    private byte[] file(String plan, String path) throws IOException {
        Reply.Download file = (Reply.Download) world.open.call(
                "GET /plans/{plan}" + path, get("/plans/" + plan + path).withPathValue("plan", plan));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        return out.toByteArray();
    }
}
