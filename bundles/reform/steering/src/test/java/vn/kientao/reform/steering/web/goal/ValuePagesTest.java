package vn.kientao.reform.steering.web.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.kientao.reform.steering.web.goal.TargetWorld.get;
import static vn.kientao.reform.steering.web.goal.TargetWorld.post;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;

@OnEachDatabase("steering")
class ValuePagesTest {
    private static final String NEW = "POST /targets/{code}/values/new";
    private static final String ONE = "POST /targets/{code}/values/{value}";

    private final TargetWorld world;

    ValuePagesTest(Database database, Migrations migrations) {
        world = new TargetWorld(database, migrations);
    }

    @Test
    void aCorrectedValueKeepsItsHistoryAndSaysWhyAndByWhom() {
        world.enter("units-cut", "2025", "12");
        world.done(ONE, correction("units-cut").withField("amount", "9,75").withField("reason", "Cộng nhầm"));

        Rendered page = world.target("units-cut");
        assertThat(page.texts(".kt-timeline h3")).containsExactly("Năm 2025: 9,75 %", "Năm 2025: 12 % đã thay");
        assertThat(page.texts(".kt-timeline p"))
                .contains("Lý do sửa: Cộng nhầm", "Minh chứng: Báo cáo 12/BC-SNV")
                .anyMatch(line -> line.contains("số liệu ngày 20/11/2026 · 12:00 01/12/2026 · Tên "));
        assertThat(page.text(".kt-lead")).startsWith("Kết quả hiện có: 9,75 %");
        assertThat(page.texts(".kt-timeline a")).containsExactly("Sửa số liệu Năm 2025");
        assertThat(world.audit.actions())
                .containsExactly("steering.enter-target-value", "steering.correct-target-value");
        assertThat(world.audit.entries().get(1).reason()).isEqualTo("Cộng nhầm");

        world.done(ONE, correction("units-cut").withField("takeBack", "1").withField("reason", "Chưa thẩm định"));

        assertThat(world.target("units-cut").text(".kt-lead")).startsWith("Chưa có số liệu.");
        assertThat(world.target("units-cut").texts(".kt-timeline h3"))
                .containsExactly("Năm 2025: đã thu hồi", "Năm 2025: 9,75 % đã thay", "Năm 2025: 12 % đã thay");
    }

    /** The form of the newest value, filled in again. */
    private FakeRequest correction(String code) {
        String id = "" + world.targets.find(code).orElseThrow().history().get(0).id();
        return world.keeper(post("/targets/" + code + "/values/" + id))
                .withPathValue("code", code)
                .withPathValue("value", id)
                .withField("version", "" + world.version(code))
                .withField("knownOn", "20/11/2026")
                .withField("evidence", "Báo cáo 12/BC-SNV");
    }

    @Test
    void aFileIsEvidenceEnoughAndCanBeTakenAway() throws IOException {
        byte[] paper = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        world.done(
                NEW,
                world.value("units-cut", "2026", "HALF_YEAR", "5")
                        .withField("evidence", "")
                        .withFile("file", new FakeUpload("bao-cao.pdf", paper)));

        Rendered page = world.target("units-cut");
        assertThat(page.texts(".kt-timeline h3")).containsExactly("6 tháng đầu năm 2026: 5 %");
        String address = page.one(".kt-timeline a[href*=files]").attr("href");
        String[] parts = address.split("/", -1);
        FakeRequest request = world.lead("P-AX", get(address))
                .withPathValue("code", "units-cut")
                .withPathValue("value", parts[parts.length - 3])
                .withPathValue("file", parts[parts.length - 1]);
        assertThat(world.file("GET /targets/{code}/values/{value}/files/{file}", request))
                .isEqualTo(paper);
        world.enter("payroll-cut", "2025", "4");
        String other = ""
                + world.targets
                        .find("payroll-cut")
                        .orElseThrow()
                        .history()
                        .get(0)
                        .id();
        assertThatThrownBy(() -> world.file(
                        "GET /targets/{code}/values/{value}/files/{file}",
                        request.withPathValue("code", "payroll-cut").withPathValue("value", other)))
                .as("a file of another value")
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theSameFormTwiceEntersOneValue() {
        FakeRequest form = world.value("units-cut", "2025", "YEAR", "12").withField("_once", "k1");
        world.done(NEW, form);
        world.done(NEW, form);

        assertThat(world.targets.find("units-cut").orElseThrow().history()).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsNamedWithWhatIsExpected() {
        FakeRequest wrong = world.value("units-cut", "2027", "QUARTERLY", "nhiều")
                .withField("knownOn", "2/12/2026")
                .withField("evidence", "");
        assertThat(world.mistakes(NEW, wrong))
                .containsExactly(
                        "“2027” không dùng được; cần số nguyên từ 2000 đến 2026",
                        "“QUARTERLY” không phải kỳ; chọn quý I, 6 tháng, 9 tháng hoặc cả năm (QUARTER, HALF_YEAR,"
                                + " NINE_MONTHS, YEAR)",
                        "“nhiều” không phải số; nhập số, ví dụ 12,5",
                        "Ngày 02/12/2026 không hợp; cần từ 01/01/2000 đến 01/12/2026",
                        "Chưa nhập; cần điền chỗ này");
        world.enter("units-cut", "2025", "12");
        assertThat(world.mistakes(NEW, world.value("units-cut", "2025", "YEAR", "13")))
                .containsExactly("Kỳ này đã có số liệu; mở số liệu đó để sửa");
        assertThat(world.mistakes(ONE, correction("units-cut").withField("amount", "13")))
                .as("why")
                .containsExactly("Chưa nhập; cần điền chỗ này");
        assertThat(world.mistakes(
                        NEW, world.value("units-cut", "2026", "YEAR", "13").withField("version", "1")))
                .as("somebody has entered a value meanwhile")
                .containsExactly("Có người vừa sửa mục tiêu này hoặc số liệu của nó; mở lại trang để xem rồi làm lại");
    }

    @Test
    void onlyTheAgencyThatAnswersForATargetAndTheStandingOfficeEnterItsValues() {
        FakeRequest foreign =
                world.lead("STP2", get("/targets/units-cut/values/new")).withPathValue("code", "units-cut");
        assertThatThrownBy(() -> world.routes.call("GET /targets/{code}/values/new", foreign))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(409);
                    assertThat(refused.problem().title().vi())
                            .isEqualTo("Cơ quan này không phụ trách mục tiêu “units-cut”; cơ quan phụ trách: Cơ quan"
                                    + " SNV2");
                });
        FakeRequest form = world.value("units-cut", "2025", "YEAR", "12");
        assertThatThrownBy(() -> world.routes.call(NEW, world.lead("STP2", form)))
                .isInstanceOf(ProblemException.class);

        world.done(NEW, world.lead("SNV2", form));
        assertThat(world.targets.find("units-cut").orElseThrow().history())
                .extracting(value -> value.agency())
                .containsExactly("SNV2");
    }

    @Test
    void aProgramReadsTargetsAndEntersAndCorrectsValuesOfTheVersionThatItHasSeen() {
        TargetJson.Listing list = (TargetJson.Listing)
                call("GET /targets", world.lead("SNV2", get("/targets")).withQuery("area", "apparatus"))
                        .value();
        assertThat(list.targets())
                .extracting(TargetJson::code, TargetJson::responsible, TargetJson::state)
                .contains(tuple("units-cut", "SNV2", "NO_DATA"))
                .hasSize(4);
        Reply.Json seen = call("GET /targets/{code}", json("1", null, null));
        assertThat(seen.headers()).containsEntry("ETag", "\"1\"");

        Reply.Json entered = call("POST /targets/{code}/values", json("1", "12", null));
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.headers()).containsEntry("ETag", "\"2\"");
        assertThatThrownBy(() -> call("POST /targets/{code}/values", json("1", "13", "Cộng nhầm")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        stale -> assertThat(stale.problem().status()).isEqualTo(412));
        assertThatThrownBy(() -> call("POST /targets/{code}/values", json("2", "13", null)))
                .as("a correction says why")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().fields())
                                .extracting(field -> field.field())
                                .containsExactly("reason"));

        TargetJson.Whole whole = (TargetJson.Whole) call("POST /targets/{code}/values", json("2", "9.5", "Cộng nhầm"))
                .value();

        assertThat(whole.entered())
                .extracting(TargetJson.Entered::edition, value -> "" + value.amount(), TargetJson.Entered::reason)
                .containsExactly(tuple(2, "9.5000", "Cộng nhầm"), tuple(1, "12.0000", ""));
        assertThat(whole.target().state()).isEqualTo("BEHIND");
    }

    private FakeRequest json(String version, @Nullable String amount, @Nullable String reason) {
        FakeRequest request = world.lead("SNV2", post("/targets/units-cut/values"))
                .withPathValue("code", "units-cut")
                .withHeader("If-Match", "\"" + version + "\"");
        return amount == null
                ? request
                : request.withJson(new TargetJson.NewValue(
                        2025,
                        "YEAR",
                        new BigDecimal(amount),
                        LocalDate.of(2026, 1, 20),
                        "Báo cáo",
                        null,
                        null,
                        reason));
    }

    private Reply.Json call(String route, FakeRequest request) {
        return (Reply.Json) world.api.call(route, request);
    }

    @Test
    void theFormOfAValueOpensFilledWithWhatIsCorrected() {
        world.enter("units-cut", "2025", "12,5");
        String id = ""
                + world.targets.find("units-cut").orElseThrow().history().get(0).id();

        Rendered form = world.page(
                "GET /targets/{code}/values/{value}",
                world.keeper(get("/targets/units-cut/values/" + id))
                        .withPathValue("code", "units-cut")
                        .withPathValue("value", id));

        assertThat(Map.of("amount", "12,5", "knownOn", "20/11/2026", "evidence", "Báo cáo 12/BC-SNV"))
                .allSatisfy((field, value) ->
                        assertThat(form.one("#" + field).val()).isEqualTo(value));
        assertThat(form.text(".kt-summary dd")).isEqualTo("Năm 2025");
    }
}
