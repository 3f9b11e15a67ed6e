package vn.kientao.reform.steering.web.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.app.board.KeptCounting;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.TaskWeb;
import vn.kientao.reform.steering.web.task.TaskPages;

/** Dashboards show how tasks stand, and every figure opens the list of just those tasks. */
@OnEachDatabase("steering")
class BoardPagesTest {
    private static final String NOW = "2026-11-24T09:00";
    /** Not the digits of a name, such as STP2. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])\\d+");

    private final TaskWeb web;
    private final TaskFixture fixture;
    private final KeptCounting counting;
    private final Database database;

    BoardPagesTest(Database database, Migrations migrations) {
        this.database = database;
        web = new TaskWeb(database, migrations);
        fixture = web.fixture;
        counting = new KeptCounting(database, fixture.tables, FixedClock.at(NOW), Duration.ofDays(1));
        new BoardPages(
                        new Boards(database, fixture.tables),
                        web.programmes,
                        new Targets(database, fixture.tables),
                        fixture.province,
                        web.files)
                .staff(web.routes);
        new TaskPages(web.door, fixture.tasks, web.programmes, fixture.province, fixture.province, web.files)
                .staff(web.routes);
    }

    @BeforeEach
    void give() {
        overdue("STP2", 2);
        overdue("SNV2", 3);
        fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-20");
        Task onTime = fixture.give("VPUB2", "STP2", "2026-10-01", "2026-10-20");
        fixture.step(onTime, TaskAction.ASSIGN, "2026-10-02");
        done(onTime, "2026-10-19");
        done(fixture.give("VPUB2", "STP2", "2026-10-01", "2026-10-20"), "2026-11-03");
        Task paused = fixture.give("VPUB2", "STC2", "2026-11-01", "2026-11-20");
        fixture.step(paused, TaskAction.PAUSE, "2026-11-02");
        counting.run();
    }

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void theProvinceShowsTheWorstAgencyFirstAndEveryFigureOpensItsList() {
        Rendered page = province("GET /board/province", "/board/province");

        assertThat(page.text(".kt-lead")).isEqualTo("Số liệu tính đến 09:00 24/11/2026");
        assertThat(page.texts(".kt-tile b")).containsExactly("5", "1", "1", "0", "1", "1");
        assertThat(page.texts("#heat ~ tbody th")).containsExactly("Cơ quan SNV2", "Cơ quan STP2", "Cơ quan STC2");
        assertThat(page.texts("#heat ~ tbody tr:first-child td"))
                .containsExactly("0,00 %", "–", "3 quá hạn", "–", "–", "–", "–", "–", "–");
        assertThat(page.texts("#trend ~ tbody tr").subList(10, 12)).containsExactly("10/2026 1 0", "11/2026 0 1");
        assertThat(page.has("svg.kt-chart")).isTrue();
        assertThat(openedFrom(page)).as("lists opened").isGreaterThan(12);
    }

    @Test
    void theAgenciesAreToBeHadInAnotherOrder() {
        assertThat(province("GET /board/province", "/board/province", "sort", "late")
                        .texts("#heat ~ tbody th")
                        .get(0))
                .isEqualTo("Cơ quan STP2");
        assertThat(province("GET /board/province", "/board/province", "sort", "rate")
                        .texts("#heat ~ tbody th"))
                .as("those without a rate last")
                .containsExactly("Cơ quan SNV2", "Cơ quan STP2", "Cơ quan STC2");
        assertThatThrownBy(() -> province("GET /board/province", "/board/province", "sort", "luck"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("unknown-order");
    }

    @Test
    void anAreaShowsItsLeadAndItsAgencies() {
        Rendered page = Rendered.of(web.routes.call(
                        "GET /board/areas/{area}",
                        request("VPUB2", "/board/areas/institutions").withPathValue("area", "institutions")))
                .keepsTheRules();

        assertThat(page.text("h1")).isEqualTo("Cải cách thể chế");
        assertThat(page.text(".kt-lead")).startsWith("Cơ quan chủ trì lĩnh vực: Cơ quan STP2");
        assertThat(page.texts("#agencies ~ tbody tr"))
                .containsExactly(
                        "Cơ quan SNV2 0 0 0 3 0 0 0,00 %",
                        "Cơ quan STP2 1 1 1 2 0 0 50,00 %", "Cơ quan STC2 0 0 0 0 1 0 –");
        assertThat(openedFrom(page)).isGreaterThan(8);
    }

    @Test
    void anAgencySeesItsDivisionsAndPeopleAsTheyAreNow() {
        fixture.give("VPUB2", "STP2", "2026-11-24", "2026-12-30");

        Rendered page = Rendered.of(web.routes.call("GET /board", web.get("STP2", "/board")))
                .keepsTheRules();

        assertThat(page.has(".kt-tabs")).as("the province is not for everybody").isFalse();
        assertThat(page.texts(".kt-tile b")).containsExactly("2", "2", "0", "0", "1", "1");
        assertThat(page.texts("#by-division ~ tbody tr"))
                .containsExactlyInAnyOrder(
                        "Chưa giao phòng 0 1 2 2 0 0 33,33 %", "Phòng Tổng hợp 1 0 0 0 0 0 100,00 %");
        assertThat(page.texts("#by-person ~ tbody tr"))
                .containsExactlyInAnyOrder("Chưa giao người 0 1 2 2 0 0 33,33 %", "An 1 0 0 0 0 0 100,00 %");
        assertThat(opened("STP2", page, false)).isGreaterThan(10);
    }

    @Test
    void theMatrixShowsWhoDoesWhatOfEachClauseAndIsToBeHadAsAFile() throws IOException {
        long clause = database.read(handle -> handle.createQuery("SELECT id FROM steering.clause WHERE code = 'D7'")
                .mapTo(Long.class)
                .one());
        Task task = fixture.tasks.give(
                TaskFixture.order("Báo cáo", "STP2", "2026-12-20", Set.of("SNV2")),
                Optional.empty(),
                TaskFixture.act("VPUB2", "2026-11-24"));
        database.write(
                handle -> handle.execute("UPDATE steering.task SET clause_id = ? WHERE id = ?", clause, task.id()));

        Rendered page = province("GET /board/matrix", "/board/matrix");

        assertThat(page.texts("thead th")).containsExactly("Khoản", "Cơ quan SNV2", "Cơ quan STP2");
        assertThat(page.texts("tbody tr")).hasSize(28);
        assertThat(page.texts("tbody tr:last-child td")).containsExactly("Phối hợp 1", "Chủ trì 1");
        assertThat(openedFrom(page)).isEqualTo(2);
        assertThat(page.document().select(".kt-actions a").eachAttr("href"))
                .contains("/VPUB2/steering/board/matrix.xlsx", "/VPUB2/steering/board/matrix.pdf");
        String csv = new String(
                web.file("GET /board/matrix.csv", request("VPUB2", "/board/matrix.csv")), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("Cơ quan SNV2;D7;").endsWith(";0;1;0;0"),
                        row -> assertThat(row).startsWith("Cơ quan STP2;D7;").endsWith(";1;0;0;0"));
        assertThatThrownBy(() -> web.file(
                        "GET /board/matrix.csv",
                        request("VPUB2", "/board/matrix.csv").withQuery("document", "KHONG")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whoHasNotSentAPlanIsListed() {
        Plans plans = new Plans(
                database,
                fixture.audit,
                fixture.province,
                fixture.province,
                fixture.province,
                fixture.tasks,
                fixture.tables);
        new DutyPages(plans, fixture.province).staff(web.routes);
        database.write(handle -> handle.execute("""
                INSERT INTO steering.plan (version, agency_code, plan_year, edition, state, bases, purpose, symbol)
                VALUES (1, 'STP2', 2026, 1, 'DRAFT', '', '', ''), (1, 'SNV2', 2026, 1, 'APPROVED', '', '', '')
                """));

        Rendered missing = province("GET /board/duties", "/board/duties");
        assertThat(missing.text(".kt-lead")).isEqualTo("Kế hoạch năm 2026: 6 trên 7 cơ quan chưa trình");
        assertThat(missing.texts("tbody tr"))
                .contains("Cơ quan STP2 Đang soạn", "Cơ quan P-AX Chưa lập")
                .hasSize(6);
        assertThat(province("GET /board/duties", "/board/duties", "all", "1").texts("tbody tr"))
                .contains("Cơ quan SNV2 Đã phê duyệt")
                .hasSize(7);
        assertThat(province("GET /board/duties", "/board/duties", "year", "2027")
                        .text(".kt-lead"))
                .contains("7 trên 7");
    }

    @Test
    void everybodySeesTheProgressWithoutLists() {
        BoardPages pages = new BoardPages(
                new Boards(database, fixture.tables),
                web.programmes,
                new Targets(database, fixture.tables),
                fixture.province,
                web.files);
        pages.open(web.routes);

        Rendered page = Rendered.of(web.routes.call(
                        "GET /progress",
                        FakeRequest.get("steering", "/progress").at(FixedClock.at(NOW))))
                .keepsTheRules();

        assertThat(page.texts("#areas ~ tbody tr:last-child td"))
                .containsExactly("1", "1", "1", "5", "1", "0", "28,57 %");
        assertThat(page.texts("#agencies ~ tbody th")).contains("Cơ quan SNV2");
        assertThat(page.document().select("main a[href*=/tasks], a[href*=/tasks]"))
                .isEmpty();
    }

    @Test
    void theAgenciesAreToBeHadAsAFile() throws IOException {
        String csv = new String(
                web.file("GET /board/province.csv", request("VPUB2", "/board/province.csv")), StandardCharsets.UTF_8);

        assertThat(csv).contains("Cơ quan SNV2").contains("Cơ quan STC2");
        assertThat(csv.indexOf("Cơ quan SNV2")).isLessThan(csv.indexOf("Cơ quan STP2"));
    }

    @Test
    void anEmptyProvinceSaysSo() {
        database.write(handle -> handle.execute("DELETE FROM steering.kept_standing"));

        assertThat(province("GET /board/province", "/board/province").text(".kt-empty"))
                .contains("Chưa có nhiệm vụ nào");
    }

    @Test
    void theListOfAnotherAgencyIsOnlyForWhoSeesTheProvince() {
        Rendered seen = Rendered.of(
                        web.routes.call("GET /tasks", request("STP2", "/tasks").withQuery("at", "SNV2")))
                .keepsTheRules();
        assertThat(seen.texts("tbody th")).hasSize(3);
        assertThat(seen.texts(".kt-chip")).containsExactly("Cơ quan SNV2 , bỏ lọc");
        assertThat(seen.has(".kt-tile")).as("the own agency's figures").isFalse();

        Rendered own = Rendered.of(
                web.routes.call("GET /tasks", web.get("STP2", "/tasks").withQuery("at", "SNV2")));
        assertThat(own.texts("tbody td:nth-of-type(2)")).isNotEmpty().allMatch(lead -> lead.startsWith("Cơ quan STP2"));
    }

    private void overdue(String lead, int tasks) {
        for (int i = 0; i < tasks; i++) {
            fixture.give("VPUB2", lead, "2026-11-01", "2026-11-20");
        }
    }

    private void done(Task task, String on) {
        fixture.step(task, TaskAction.REPORT, on);
        fixture.step(task, TaskAction.CONFIRM, on);
    }

    private FakeRequest request(String agency, String path) {
        return web.get(agency, path).may(SteeringPermissions.READ, SteeringPermissions.PROVINCE);
    }

    private Rendered province(String route, String path, String... query) {
        FakeRequest request = request("VPUB2", path);
        for (int i = 0; i < query.length; i += 2) {
            request.withQuery(query[i], query[i + 1]);
        }
        return Rendered.of(web.routes.call(route, request)).keepsTheRules();
    }

    private int openedFrom(Rendered page) {
        return opened("VPUB2", page, true);
    }

    private static int number(String words) {
        Matcher found = NUMBER.matcher(words);
        assertThat(found.find()).as(words).isTrue();
        return Integer.parseInt(found.group());
    }

    /** Opens the list behind each figure, which must hold as many tasks as the figure says; returns how many there were. */
    private int opened(String agency, Rendered page, boolean province) {
        List<Element> links = page.document().select("a[href*=/tasks?]").stream()
                .filter(link -> NUMBER.matcher(link.text()).find())
                .toList();
        for (Element link : links) {
            FakeRequest request = province ? request(agency, "/tasks") : web.get(agency, "/tasks");
            String query = link.attr("href").substring(link.attr("href").indexOf('?') + 1);
            for (String pair : List.of(query.split("&", -1))) {
                int equals = pair.indexOf('=');
                request.withQuery(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            Rendered list = Rendered.of(web.routes.call("GET /tasks", request)).keepsTheRules();
            int said = number(link.text());
            assertThat(list.texts("tbody th")).as("%s: %s", link.text(), query).hasSize(said);
        }
        return links.size();
    }
}
