package vn.kientao.reform.steering.web.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.InstalledModules;
import vn.kientao.reform.steering.app.obstacle.ObstacleBench;
import vn.kientao.reform.steering.app.pilot.PilotCards;
import vn.kientao.reform.steering.app.pilot.PilotDesk;
import vn.kientao.reform.steering.app.pilot.PilotModules;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.Urgency;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class PilotPagesTest {
    private static final Clock DECEMBER = ObstacleBench.noon("2026-12-01");
    private static final Permission[] FOLLOWS = {SteeringPermissions.READ, SteeringPermissions.PILOT};
    private static final Permission[] DECIDES = {
        SteeringPermissions.READ, SteeringPermissions.PROVINCE, SteeringPermissions.DECIDE
    };

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final ObstacleBench bench;
    private final Pilots pilots;

    PilotPagesTest(Database database, Migrations migrations) {
        bench = new ObstacleBench(database, migrations);
        pilots = new Pilots(database, bench.province, bench.tables);
        PilotDesk desk = new PilotDesk(database, bench.audit, bench.province, bench.province, bench.tables);
        InstalledModules platform = new InstalledModules("procedures", Set.of("X-VL", "STC2"));
        PilotModules modules = new PilotModules(platform, platform.control());
        TableFileService files = new TableFileService(
                new SheetService(), new LetterService(new PaperService()), bench.province, database, bench.audit);
        new PilotPages(pilots, desk, modules, bench.obstacles, bench.programmes, bench.province, files).staff(staff);
        new PilotStepPages(pilots, desk, modules, bench.programmes, bench.province, bench.province, bench.files)
                .staff(staff);
        new PilotApi(pilots).api(api);
    }

    @Test
    void aPilotGoesFromTheProposalToTheNextStageWithMoreAgencies() {
        String code = propose("k1", "");
        assertThat(code).isEqualTo("SNV2-TD-2026-0001");
        assertThat(propose("k1", "")).as("the same form once more").isEqualTo(code);
        measure(code, 1);
        took(decide(code, "approve", 2).withField("document", "12/QĐ-UBND"));
        took(follow(code, "start", 3));
        enter(code, 4, "31/12/2026", "90", "92,5");
        enter(code, 5, "31/1/2027", "92", "95");
        took(follow(code, "review", 6).withField("note", "Đạt kế hoạch"));
        took(decide(code, "extend", 7)
                .withField("document", "40/QĐ-UBND")
                .withField("note", "Cần thêm số liệu")
                .withField("until", "30/6/2027"));
        took(follow(code, "conclude", 8).withField("note", "Kết quả tốt"));
        took(decide(code, "decide", 9)
                .withField("outcome", "WIDEN")
                .withField("document", "99/QĐ-UBND")
                .withField("note", "Rút ngắn thời gian")
                .withField("more", "STC2")
                .withField("until", "31/12/2027"));

        Rendered page = page("SNV2", code);
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Đã quyết định", "Mở rộng", "Đợt 1");
        assertThat(page.document().text()).contains("01/12/2026 đến 30/06/2027").contains("ban đầu đến 31/03/2027");
        assertThat(page.texts("#measure1 + thead + tbody td.kt-number")).containsExactly("90", "92,5", "92", "95");
        assertThat(page.has("svg.kt-chart")).isTrue();
        assertThat(page.texts(".kt-timeline h3"))
                .containsExactly(
                        "Đề xuất", "Phê duyệt", "Bắt đầu thí điểm", "Sơ kết", "Gia hạn", "Tổng kết", "Quyết định");
        Rendered next = page("STC2", "SNV2-TD-2026-0002");
        assertThat(next.texts(".kt-tags .kt-tag")).containsExactly("Đã phê duyệt", "Đợt 2");
        assertThat(next.texts("dd li")).containsExactly("Cơ quan P-AX", "Cơ quan STC2", "Cơ quan X-VL");
        assertThat(next.document().text())
                .as("what was reached is where the next stage begins")
                .contains("Trước thí điểm: 95");
        assertThat(bench.audit.actions())
                .hasSize(11)
                .startsWith("steering.propose-pilot")
                .endsWith("steering.decide-pilot");
    }

    @Test
    void aValueBeyondTheBoundWarnsEverybodyInThePilot() {
        String code = running();

        enter(code, 4, "31/12/2026", "90", "75");

        assertThat(page("P-AX", code).text(".kt-errors")).contains("75").contains("dừng khi thấp hơn 80 %");
        assertThat(bench.province.told())
                .filteredOn(notice -> notice.text().vi().contains("điều kiện dừng"))
                .extracting(Notice::account)
                .contains("head.P-AX", "head.X-VL", "head.SNV2");
        Rendered list = Rendered.of(
                        staff.call("GET /pilots", in("X-VL", "/pilots", FOLLOWS).withQuery("warns", "1")))
                .keepsTheRules();
        assertThat(list.texts("tbody th")).containsExactly(code);
        assertThat(list.text(".kt-tile b")).isEqualTo("1");
        Actor reader = new Actor("officer", "A", Set.of(), Map.of("P-AX", Set.of("steering.read")));
        assertThat(new PilotCards(pilots).cards(reader, "P-AX", LocalDateTime.of(2027, 1, 1, 9, 0)))
                .extracting(Card::address)
                .containsExactly("/P-AX/steering/pilots?warns=1");

        enter(code, 5, "31/1/2027", "90", "85");
        assertThat(page("P-AX", code).has(".kt-errors"))
                .as("the newest value counts")
                .isFalse();
        took(decide(code, "abort", 6).withField("document", "5/QĐ-UBND").withField("note", "Chưa đủ điều kiện"));
        assertThat(page("P-AX", code).texts(".kt-tags .kt-tag")).containsExactly("Đã quyết định", "Dừng", "Đợt 1");
    }

    private String running() {
        String code = propose("k1", "");
        measure(code, 1);
        took(decide(code, "approve", 2).withField("document", "12/QĐ-UBND"));
        took(follow(code, "start", 3));
        return code;
    }

    @Test
    void saysAtWhichAgenciesTheModuleOfThePilotIsOn() {
        String code = propose("k1", "procedures");

        Rendered page = page("P-AX", code);

        assertThat(page.texts(".kt-task")).containsExactly("Cơ quan P-AX Đang bật", "Cơ quan X-VL Đang tắt");
        assertThat(page.document().text()).contains("P-AX+X-VL, all");
        assertThat(page.has("a[href=/admin/modules/procedures]")).isTrue();
    }

    @Test
    void anAdministratorOfThePlatformSwitchesTheModuleOnWhereAnApprovedPilotNeedsIt() {
        String code = propose("k1", "procedures");
        Permission[] administers = {SteeringPermissions.READ, SteeringPermissions.SWITCH};
        assertThatThrownBy(() -> staff.call("POST /pilots/{code}/module", post("P-AX", code, "module", 1, administers)))
                .as("nobody has decided about it")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        measure(code, 1);
        took(decide(code, "approve", 2).withField("document", "12/QĐ-UBND"));
        assertThat(page("P-AX", code).has("form[action$=/module]"))
                .as("whoever follows it sees only how it stands")
                .isFalse();

        assertThat(staff.find("POST", "/pilots/{code}/module").permission())
                .as("the door is shut for who does not run the platform")
                .isEqualTo(SteeringPermissions.SWITCH);
        assertThatThrownBy(() -> staff.call(
                        "POST /pilots/{code}/module", post("P-AX", code, "module", 3, SteeringPermissions.READ)))
                .isInstanceOf(ProblemException.class);

        assertThat(show("P-AX", code, administers).text("form[action$=/module] button"))
                .isEqualTo("Bật ở 1 cơ quan thí điểm đang tắt");
        assertThat(staff.call("POST /pilots/{code}/module", post("P-AX", code, "module", 3, administers)))
                .isInstanceOf(Reply.Redirect.class);

        Rendered after = show("P-AX", code, administers);
        assertThat(after.texts("#module + .kt-tasks .kt-task"))
                .containsExactly("Cơ quan P-AX Đang bật", "Cơ quan X-VL Đang bật");
        assertThat(after.has("form[action$=/module]")).isFalse();
    }

    private Rendered show(String agency, String code, Permission... permissions) {
        return Rendered.of(staff.call(
                        "GET /pilots/{code}",
                        in(agency, "/pilots/" + code, permissions).withPathValue("code", code)))
                .keepsTheRules();
    }

    @Test
    void aFilterThatIsNotUnderstoodIsToldOf() {
        FakeRequest unknown = in("SNV2", "/pilots", FOLLOWS).withQuery("state", "LOST");

        assertThat(Rendered.of(staff.call("GET /pilots", unknown))
                        .keepsTheRules()
                        .texts(".kt-errors li"))
                .containsExactly("“LOST” không dùng được; chọn trong danh sách");
        assertThatThrownBy(() -> api.call("GET /pilots", unknown))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    @Test
    void aPilotThatComesOfAnObstacleIsNamedThere() {
        LocalDateTime now = LocalDateTime.of(2026, 12, 1, 9, 0);
        Obstacle obstacle = bench.raise("P-AX", "Nghị định 61/2018/NĐ-CP", "", ObstacleCause.LAW, now);
        bench.classify(obstacle, Urgency.COMPLEX, ObstacleCause.LAW, "STP2", now);
        Rendered blank = Rendered.of(staff.call(
                        "GET /pilots/new", in("STP2", "/pilots/new", FOLLOWS).withQuery("obstacle", obstacle.code())))
                .keepsTheRules();
        assertThat(blank.text("#title")).isEqualTo(obstacle.report().title());

        staff.call("POST /pilots/new", form("STP2", "k2", "").withField("obstacle", obstacle.code()));

        assertThat(bench.obstacles
                        .find(obstacle.code(), "P-AX")
                        .orElseThrow()
                        .followUps()
                        .get(0)
                        .reference())
                .isEqualTo("STP2-TD-2026-0001");
    }

    @Test
    void whoFollowsAPilotDoesNotDecideAndAnotherAgencyFindsNothing() {
        String code = propose("k1", "");

        assertThatThrownBy(() -> reply(follow(code, "approve", 1).withField("document", "x")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThatThrownBy(() -> page("STC2", code))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        measure(code, 1);
        assertThatThrownBy(() -> value(code, measureId(code), 2, "31/12/2026", "90", "92"))
                .as("nothing is entered before it is approved")
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply reply = staff.call(
                "POST /pilots/new",
                FakeRequest.post("steering", "/pilots/new")
                        .in("SNV2")
                        .may(FOLLOWS)
                        .at(DECEMBER)
                        .withField("module", "weather")
                        .withField("from", "2/12/2026")
                        .withField("to", "1/12/2026"));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors a"))
                .containsExactly(
                        "Chưa nhập; cần điền chỗ này",
                        "Chưa nhập; cần điền chỗ này",
                        "Chưa nhập; cần điền chỗ này",
                        "Chọn một lĩnh vực trong danh sách",
                        "Không có phân hệ “weather”",
                        "Chọn ít nhất một cơ quan",
                        "01/12/2026 trước ngày bắt đầu 02/12/2026");

        String code = running();
        Rendered value =
                Rendered.of(value(code, "1", 4, "31/12/2030", "", "12 phẩy")).keepsTheRules();
        assertThat(value.texts(".kt-errors a"))
                .containsExactly(
                        "Kỳ phải nằm trong thời gian thí điểm, 01/12/2026 đến 31/03/2027",
                        "“12 phẩy” không phải số; nhập số, ví dụ 12,5");
        Rendered stale = Rendered.of(reply(follow(code, "review", 3).withField("note", "x")));
        assertThat(stale.texts(".kt-errors a"))
                .containsExactly("Người khác vừa thay đổi thí điểm này. Xem lại rồi làm tiếp.");
    }

    @Test
    void programsAndSheetsReadTheSame() throws IOException {
        String code = running();
        enter(code, 4, "31/12/2026", "90", "92,5");

        PilotApi.Whole whole = (PilotApi.Whole) ((Reply.Json) api.call(
                        "GET /pilots/{code}",
                        in("P-AX", "/pilots/" + code, FOLLOWS).withPathValue("code", code)))
                .value();
        assertThat(whole.pilot().agencies()).containsExactly("P-AX", "X-VL");
        assertThat(whole.measures().get(0).values().get(0).actual()).isEqualByComparingTo("92.5");
        PilotApi.Listing listing =
                (PilotApi.Listing) ((Reply.Json) api.call("GET /pilots", in("STC2", "/pilots", FOLLOWS))).value();
        assertThat(listing.pilots()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) staff.call("GET /pilots.csv", in("P-AX", "/pilots.csv", FOLLOWS)))
                .content()
                .writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(code).contains("Đang thí điểm");
    }

    @Test
    void everyPageIsThereInEnglish() {
        running();
        for (String path : new String[] {"/pilots", "/pilots/new"}) {
            Rendered page = Rendered.of(
                            staff.call("GET " + path, in("SNV2", path, FOLLOWS).inEnglish()))
                    .keepsTheRules();
            assertThat(page.text("h1")).containsAnyOf("Pilots", "Propose a pilot");
        }
    }

    private String propose(String key, String module) {
        String address = ((Reply.Redirect) staff.call("POST /pilots/new", form("SNV2", key, module))).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static FakeRequest form(String agency, String key, String module) {
        return FakeRequest.post("steering", "/pilots/new")
                .in(agency)
                .may(FOLLOWS)
                .at(DECEMBER)
                .withField("_once", key)
                .withField("title", "Trả kết quả tại nhà")
                .withField("goal", "Giảm đi lại")
                .withField("baseline", "Người dân đi lại hai lần")
                .withField("area", "procedures")
                .withField("module", module)
                .withField("agencies", "P-AX", "X-VL")
                .withField("from", "1/12/2026")
                .withField("to", "31/3/2027");
    }

    private void measure(String code, long version) {
        Reply reply = staff.call(
                "POST /pilots/{code}/measures",
                post("SNV2", code, "measures", version, FOLLOWS)
                        .withField("name", "Tỷ lệ đúng hạn")
                        .withField("unit", "%")
                        .withField("baseline", "88")
                        .withField("stopWhen", "BELOW")
                        .withField("stopValue", "80"));
        assertThat(reply).isInstanceOf(Reply.Redirect.class);
    }

    private void enter(String code, long version, String end, String planned, String actual) {
        assertThat(value(code, measureId(code), version, end, planned, actual)).isInstanceOf(Reply.Redirect.class);
    }

    private String measureId(String code) {
        return "" + pilots.find(code, "SNV2").orElseThrow().measures().get(0).id();
    }

    private Reply value(String code, String measure, long version, String end, String planned, String actual) {
        FakeRequest request = post("P-AX", code, "measures/" + measure + "/values", version, FOLLOWS)
                .withPathValue("measure", measure)
                .withField("periodEnd", end)
                .withField("actual", actual)
                .withField("evidence", "Báo cáo 5/BC");
        return staff.call(
                "POST /pilots/{code}/measures/{measure}/values",
                planned.isEmpty() ? request : request.withField("planned", planned));
    }

    private FakeRequest follow(String code, String action, long version) {
        return post("SNV2", code, "steps/" + action, version, FOLLOWS).withPathValue("action", action);
    }

    private FakeRequest decide(String code, String action, long version) {
        return post("VPUB2", code, "steps/" + action, version, DECIDES).withPathValue("action", action);
    }

    private static FakeRequest post(String agency, String code, String path, long version, Permission... permissions) {
        return FakeRequest.post("steering", "/pilots/" + code + "/" + path)
                .in(agency)
                .may(permissions)
                .at(DECEMBER)
                .withPathValue("code", code)
                .withField("version", "" + version);
    }

    private Reply reply(FakeRequest request) {
        return staff.call("POST /pilots/{code}/steps/{action}", request);
    }

    private void took(FakeRequest request) {
        assertThat(reply(request)).isInstanceOf(Reply.Redirect.class);
    }

    private Rendered page(String agency, String code) {
        return show(agency, code, FOLLOWS);
    }

    private static FakeRequest in(String agency, String path, Permission... permissions) {
        return FakeRequest.get("steering", path).in(agency).may(permissions).at(DECEMBER);
    }
}
