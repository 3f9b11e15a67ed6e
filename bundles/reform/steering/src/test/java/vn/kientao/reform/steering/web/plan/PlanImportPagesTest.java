package vn.kientao.reform.steering.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.steering.web.plan.PlanWorld.AGENCY;
import static vn.kientao.reform.steering.web.plan.PlanWorld.planner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.domain.plan.PlanItem;

@OnEachDatabase("steering")
class PlanImportPagesTest {
    private static final String HEADER =
            "Lĩnh vực;Nhiệm vụ;Sản phẩm, kết quả;Người chịu trách nhiệm;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn;Kinh phí (đồng);Khoản;Mã mục tiêu\n";

    private final PlanWorld world;
    private final String plan;

    PlanImportPagesTest(Database database, Migrations migrations) {
        world = new PlanWorld(database, migrations);
        plan = world.begin(AGENCY);
    }

    @Test
    void rowsAreLookedAtFirstAndThenAllBecomeLinesOnce() {
        String sheet = handIn(HEADER
                + "Cải cách thể chế;Rà soát văn bản;Báo cáo;Lê Văn Tám, Phó Giám đốc;;Cơ quan SNV2;30/06/2027;15.000.000;D5.1c;\n"
                + "procedures;Đo mức hài lòng;Kết quả khảo sát;Trần Thị Chín;VPUB2;;;;;satisfied\n");
        Rendered run = run(sheet);
        assertThat(run.text("#rows")).isEqualTo("2 dòng, 0 dòng có lỗi");
        assertThat(items()).as("nothing is written before it is confirmed").isEmpty();

        commit(sheet);

        assertThat(items())
                .extracting(item -> item.words().title())
                .containsExactly("Rà soát văn bản", "Đo mức hài lòng");
        assertThat(items().get(0).words().cooperating()).containsExactly("SNV2");
        assertThat(items().get(0).words().lead()).isEqualTo(AGENCY);
        assertThat(items().get(0).words().clause()).isPresent();
        assertThat(items().get(1).words().target()).isPresent();
        assertThat(items().get(1).words().due()).isEmpty();
        assertThat(((Reply.View) commit(sheet)).status()).as("once more").isEqualTo(409);
        assertThat(items()).hasSize(2);
        assertThat(world.audit.actions()).containsSubsequence("steering.add-plan-item", "steering.add-plan-item");
    }

    @Test
    void oneWrongCellKeepsEveryRowOut() {
        String sheet = handIn(HEADER
                + "Cải cách thể chế;Rà soát văn bản;Báo cáo;Lê Văn Tám;;;30/06/2027;;;\n"
                + "Thời tiết;Việc;;Trần Thị Chín;Sở Lạ;;31/02/2027;nhiều tiền;D99;\n");
        Rendered run = run(sheet);

        assertThat(run.text("#rows")).isEqualTo("2 dòng, 1 dòng có lỗi");
        assertThat(run.texts("small.kt-error"))
                .containsExactly(
                        "Lĩnh vực: Không có lĩnh vực “Thời tiết”; ghi tên lĩnh vực như trong danh sách",
                        "Sản phẩm, kết quả: Chưa nhập; cần điền chỗ này",
                        "Cơ quan chủ trì: Không có cơ quan “Sở Lạ” đang hoạt động",
                        "Thời hạn: “31/02/2027” không phải ngày; nhập ngày/tháng/năm, ví dụ 09/02/2026",
                        "Kinh phí (đồng): “nhiều tiền” không phải số tiền; nhập số đồng, ví dụ 15.000.000",
                        "Khoản: Không có khoản “D99” trong các văn bản chỉ đạo");
        assertThat(run.has("form")).as("nothing to confirm").isFalse();
        assertThat(((Reply.View) commit(sheet)).status()).isEqualTo(422);
        assertThat(items()).isEmpty();
    }

    @Test
    void aSheetWithoutHeaderIsRefusedWithTheColumnsItNeeds() {
        Reply reply = world.routes.call("POST /plans/{plan}/import", file("a;b;c\n1;2;3\n"));

        assertThat(Rendered.of(reply).keepsTheRules().text(".kt-errors li"))
                .isEqualTo("Không thấy dòng tên cột; cần ít nhất các cột “Lĩnh vực”, “Nhiệm vụ”, “Sản phẩm, kết quả”,"
                        + " “Người chịu trách nhiệm”");
    }

    @Test
    void whatLeavesAsExcelComesBackAsTheSameLines() throws IOException {
        world.routes.call(
                "POST /plans/{plan}/items/new",
                world.line(plan, "Rà soát văn bản")
                        .withField("cooperating", "SNV2", "VPUB2")
                        .withField("clause", "D:D5.1c")
                        .withField("target", "satisfied"));
        String other = PlanWorld.id(world.routes.call(
                "POST /plans",
                planner("SNV2", FakeRequest.post("steering", "/plans")).withField("year", "2027")));

        Reply.Redirect kept = (Reply.Redirect) world.routes.call(
                "POST /plans/{plan}/import",
                planner("SNV2", FakeRequest.post("steering", "/plans"))
                        .withPathValue("plan", other)
                        .withFile("file", new FakeUpload("ke-hoach.xlsx", excel("items"))));
        world.routes.call(
                "POST /plans/{plan}/import/{import}",
                planner("SNV2", FakeRequest.post("steering", "/plans"))
                        .withPathValue("plan", other)
                        .withPathValue("import", PlanWorld.id(kept)));

        assertThat(world.plans.find(Long.parseLong(other)).orElseThrow().items())
                .extracting(PlanItem::words)
                .containsExactly(items().get(0).words());
        assertThat(excel("template")).isNotEmpty();
    }

    private byte[] excel(String what) throws IOException {
        Reply.Download file = (Reply.Download) world.routes.call(
                "GET /plans/{plan}/" + what + ".xlsx",
                planner(AGENCY, FakeRequest.get("steering", "/plans")).withPathValue("plan", plan));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        return out.toByteArray();
    }

    private FakeRequest file(String rows) {
        return planner(AGENCY, FakeRequest.post("steering", "/plans"))
                .withPathValue("plan", plan)
                .withFile("file", FakeUpload.text("ke-hoach.csv", rows));
    }

    private String handIn(String rows) {
        return PlanWorld.id(world.routes.call("POST /plans/{plan}/import", file(rows)));
    }

    private Rendered run(String sheet) {
        return Rendered.of(world.routes.call("GET /plans/{plan}/import/{import}", sheet(sheet)))
                .keepsTheRules();
    }

    private Reply commit(String sheet) {
        return world.routes.call("POST /plans/{plan}/import/{import}", sheet(sheet));
    }

    private FakeRequest sheet(String sheet) {
        return planner(AGENCY, FakeRequest.get("steering", "/plans"))
                .withPathValue("plan", plan)
                .withPathValue("import", sheet);
    }

    private List<PlanItem> items() {
        return world.plans.find(Long.parseLong(plan)).orElseThrow().items();
    }
}
