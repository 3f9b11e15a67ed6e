package vn.kientao.reform.steering.web.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
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
import vn.kientao.reform.steering.app.discipline.Discipline;
import vn.kientao.reform.steering.app.inspection.InspectionBench;
import vn.kientao.reform.steering.app.inspection.InspectionStep;
import vn.kientao.reform.steering.app.obstacle.ObstacleBench;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class DisciplinePagesTest {
    private static final Clock DECEMBER = ObstacleBench.noon("2026-12-15");
    private static final Permission[] HEAD = {SteeringPermissions.READ, SteeringPermissions.DISCIPLINE};
    private static final Permission[] PROVINCE = {
        SteeringPermissions.READ, SteeringPermissions.DISCIPLINE, SteeringPermissions.PROVINCE
    };

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final ObstacleBench bench;
    private final InspectionBench inspections;

    DisciplinePagesTest(Database database, Migrations migrations) {
        bench = new ObstacleBench(database, migrations);
        inspections = new InspectionBench(database, migrations);
        Discipline discipline = new Discipline(database, bench.audit, bench.province, bench.tables);
        TableFileService files = new TableFileService(
                new SheetService(), new LetterService(new PaperService()), bench.province, database, bench.audit);
        new DisciplinePages(discipline, bench.province, bench.province, files).staff(staff);
        AccountabilityPages accountability = new AccountabilityPages(discipline, bench.province);
        accountability.staff(staff);
        accountability.api(api);
    }

    @Test
    void aLateTaskIsProposedConfirmedExplainedAndClosed() {
        lateTask();
        Rendered proposals = Rendered.of(
                        staff.call("GET /discipline/proposals", in("STP2", "/discipline/proposals", HEAD)))
                .keepsTheRules();
        assertThat(proposals.texts("tbody td")).contains("T*** V** A", "5");

        Rendered form = Rendered.of(staff.call(
                        "GET /discipline/new",
                        in("STP2", "/discipline/new", HEAD).withQuery("task", "VPUB2-2026-0001")))
                .keepsTheRules();
        assertThat(form.one("#daysLate").attr("value")).isEqualTo("5");
        String code = record("k1", "VPUB2-2026-0001");
        assertThat(code).isEqualTo("STP2-KL-2026-0001");
        assertThat(record("k1", "VPUB2-2026-0001"))
                .as("the same form once more")
                .isEqualTo(code);
        assertThat(Rendered.of(staff.call("GET /discipline/proposals", in("STP2", "/discipline/proposals", HEAD)))
                        .has(".kt-empty"))
                .as("what is recorded is no longer proposed")
                .isTrue();

        took(step(code, "ask", 1).withField("note", "Giải trình trước 20/12"));
        took(step(code, "explain", 2).withField("note", "Chờ ý kiến sở khác"));
        took(step(code, "close", 3)
                .withField("followed", "CRITICISM")
                .withField("followedOn", "15/12/2026")
                .withField("document", "5/QĐ-STP")
                .withField("note", "Phê bình trước cơ quan"));

        FakeRequest look = in("STP2", "/discipline/" + code, HEAD).withPathValue("code", code);
        Rendered page = Rendered.of(staff.call("GET /discipline/{code}", look)).keepsTheRules();
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Đã xử lý", "Phê bình");
        assertThat(page.document().text())
                .contains("Trần Văn An")
                .contains("5/QĐ-STP")
                .contains("Chờ ý kiến sở khác");
        assertThat(look.shownObjects()).as("noted in the access log").containsExactly("breach " + code);
        assertThat(bench.audit.entries())
                .filteredOn(entry -> entry.objectType().equals("breach"))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.detail() + entry.reason()).doesNotContain("An"));
    }

    @Test
    void listsAndFilesShowNoNames() throws IOException {
        String code = record("k1", "");
        FakeRequest list = in("STP2", "/discipline", HEAD);
        Rendered page = Rendered.of(staff.call("GET /discipline", list)).keepsTheRules();
        assertThat(page.texts("tbody th")).containsExactly(code);
        assertThat(page.document().text()).contains("T*** V** A").doesNotContain("Trần Văn An");
        assertThat(list.shownObjects()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) staff.call("GET /discipline.csv", in("STP2", "/discipline.csv", HEAD)))
                .content()
                .writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(code).doesNotContain("Trần Văn An");
        AccountabilityPages.Listing listing = (AccountabilityPages.Listing)
                ((Reply.Json) api.call("GET /discipline", in("STP2", "/discipline", HEAD))).value();
        assertThat(listing.breaches())
                .extracting(AccountabilityPages.Row::person)
                .containsExactly("T*** V** A");
    }

    @Test
    void theHeadSeesWhatTheAgencyAnswersForAndTheProvinceSeesAll() {
        lateTask();
        bench.raise("P-AX", "Nghị định 61/2018/NĐ-CP", "", ObstacleCause.LAW, LocalDateTime.of(2026, 12, 1, 9, 0));
        record("k1", "");

        Rendered own = Rendered.of(staff.call("GET /accountability", in("STP2", "/accountability", HEAD)))
                .keepsTheRules();
        assertThat(own.texts("#heads ~ tbody td")).containsExactly("1", "0", "1", "1", "1", "0", "0", "0", "0");
        assertThat(own.one("tbody a").attr("href")).isEqualTo("/STP2/steering/tasks?standing=OVERDUE");
        Rendered all = Rendered.of(staff.call(
                        "GET /accountability",
                        in("VPUB2", "/accountability", PROVINCE).withQuery("scope", "all")))
                .keepsTheRules();
        assertThat(all.texts("#heads ~ tbody th")).containsExactly("Cơ quan STP2");
        Rendered before = Rendered.of(staff.call(
                "GET /accountability",
                in("STP2", "/accountability", HEAD)
                        .withQuery("from", "2026-01-01")
                        .withQuery("to", "2026-11-30")));
        assertThat(before.texts("#heads ~ tbody td"))
                .as("tasks as they stand now, the rest of the period")
                .containsExactly("1", "0", "0", "0", "0", "0", "0", "0", "0");
        AccountabilityPages.Answers answers = (AccountabilityPages.Answers)
                ((Reply.Json) api.call("GET /accountability", in("STP2", "/accountability", HEAD))).value();
        assertThat(answers.agencies().get(0).breaches()).containsEntry("NOTHING_YET", 1L);
    }

    @Test
    void inspectionsAndPilotsOfThePeriodAreCountedAndEachNumberOpensItsList() {
        inspections.plan(2026);
        Visit visit = inspections.noticed("STP2");
        Set<Long> remediable = inspections.inspections.find(visit.code(), "STP2").orElseThrow().findings().stream()
                .filter(finding -> finding.kind().remediable())
                .map(Finding::id)
                .collect(Collectors.toSet());
        inspections.step(
                visit, InspectionStep.about(VisitAction.REMEDY, "Đã làm đúng", remediable), "STP2", "2026-04-02");
        inspections.step(visit, VisitAction.REPORT, "STP2", "2026-04-02");
        inspections.step(visit, VisitAction.ACCEPT, "VPUB2", "2026-04-03");

        Rendered own = Rendered.of(staff.call("GET /accountability", in("STP2", "/accountability", HEAD)))
                .keepsTheRules();
        assertThat(own.texts("#checked ~ tbody td"))
                .containsExactly("1", "1", "1", "1", "0", "2", "0", "0", "0", "0", "0");
        for (Element link : own.document().select("#checked ~ tbody a")) {
            Rendered list = facts(link.attr("href"));
            assertThat(list.texts("tbody th")).as(link.attr("href")).hasSize(Integer.parseInt(link.text()));
        }
        Rendered all = Rendered.of(staff.call(
                        "GET /accountability",
                        in("VPUB2", "/accountability", PROVINCE).withQuery("scope", "all")))
                .keepsTheRules();
        assertThat(all.texts("#checked ~ tbody th")).containsExactly("Cơ quan STP2");
        assertThat(all.has("#heads")).as("nothing to answer for").isFalse();
        AccountabilityPages.Answers answers = (AccountabilityPages.Answers) ((Reply.Json) api.call(
                        "GET /accountability",
                        in("STP2", "/accountability", HEAD)
                                .withQuery("from", "2026-01-01")
                                .withQuery("to", "2026-04-02")))
                .value();
        assertThat(answers.agencies().get(0).facts())
                .as("accepted after the period")
                .containsEntry("findings-remedied-late", 0L)
                .containsEntry("findings-violations", 1L);
        assertThatThrownBy(() -> facts("/STP2/steering/accountability/weather?from=2026-01-01&to=2026-12-31"))
                .isInstanceOf(ProblemException.class);
    }

    private Rendered facts(String address) {
        String path = address.substring("/STP2/steering".length(), address.indexOf('?'));
        FakeRequest request = in("STP2", path, HEAD).withPathValue("figure", path.substring(path.lastIndexOf('/') + 1));
        for (String pair : List.of(address.substring(address.indexOf('?') + 1).split("&", -1))) {
            request.withQuery(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return Rendered.of(staff.call("GET /accountability/{figure}", request)).keepsTheRules();
    }

    @Test
    void anotherAgencyFindsNothingAndBadInputIsNamed() {
        String code = record("k1", "");

        assertThatThrownBy(() -> staff.call(
                        "GET /discipline/{code}",
                        in("SNV2", "/discipline/" + code, HEAD).withPathValue("code", code)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        Rendered close = Rendered.of(reply(
                        step(code, "close", 7).withField("followed", "BY_LAW").withField("followedOn", "1/1/2027")))
                .keepsTheRules();
        assertThat(close.texts(".kt-errors a"))
                .containsExactly(
                        "Người khác vừa thay đổi bản ghi này. Xem lại rồi làm tiếp.",
                        "Chưa nhập; cần điền chỗ này",
                        "Chưa nhập; cần điền chỗ này",
                        "1/1/2027 chưa tới; cần hôm nay hoặc trước đó");
        Reply blank = staff.call(
                "POST /discipline/new",
                FakeRequest.post("steering", "/discipline/new")
                        .in("STP2")
                        .may(HEAD)
                        .at(DECEMBER));
        assertThat(((Reply.View) blank).status()).isEqualTo(422);
        assertThat(Rendered.of(blank).keepsTheRules().texts(".kt-errors a")).hasSize(4);
    }

    @Test
    void everyPageIsThereInEnglish() {
        record("k1", "");
        for (String path :
                new String[] {"/discipline", "/discipline/new", "/discipline/proposals", "/accountability"}) {
            Rendered page = Rendered.of(
                            staff.call("GET " + path, in("STP2", path, HEAD).inEnglish()))
                    .keepsTheRules();
            assertThat(page.document().text()).doesNotContain("discipline.").doesNotContain("Ghi nhận");
        }
    }

    @Test
    void recordsOfAnAgencyThatEndedStayWithItAndAreFoundByWhoeverDoesItsWork() {
        String code = record("STP", "k1", "");

        Rendered heads = Rendered.of(staff.call("GET /accountability", in("STP2", "/accountability", HEAD)))
                .keepsTheRules();
        assertThat(heads.texts("#heads ~ tbody th")).containsExactly("Cơ quan STP2", "Cơ quan STP");
        assertThat(heads.texts("#heads ~ tbody tr:first-of-type td"))
                .as("the new head answers for none of it")
                .containsOnly("0");
        assertThat(heads.one("li a[href$='at=STP']").text()).isEqualTo("Cơ quan STP");
        String list = heads.one("#heads ~ tbody a[href*=NOTHING_YET][href*=at]").attr("href");
        assertThat(list)
                .startsWith("/STP2/steering/discipline?followed=NOTHING_YET")
                .endsWith("&at=STP");
        assertThat(records("STP2", "STP").texts("tbody th")).containsExactly(code);
        assertThat(records("STP2", "STP").text(".kt-chip")).startsWith("Cơ quan STP");
        assertThat(records("SNV2", "STP").texts("tbody th"))
                .as("of another agency")
                .isEmpty();
        Rendered all = Rendered.of(staff.call(
                        "GET /accountability",
                        in("VPUB2", "/accountability", PROVINCE).withQuery("scope", "all")))
                .keepsTheRules();
        assertThat(all.texts("#heads ~ tbody th")).containsExactly("Cơ quan STP");

        took(step(code, "ask", 1).withField("note", "Giải trình trước ngày 20/12"));
        Rendered one = Rendered.of(staff.call(
                        "GET /discipline/{code}",
                        in("STP2", "/discipline/" + code, HEAD).withPathValue("code", code)))
                .keepsTheRules();
        assertThat(one.document().text()).contains("Cơ quan STP", "Giải trình trước ngày 20/12");
    }

    private Rendered records(String agency, String at) {
        return Rendered.of(staff.call(
                        "GET /discipline", in(agency, "/discipline", HEAD).withQuery("at", at)))
                .keepsTheRules();
    }

    private void lateTask() {
        bench.tasks.give(
                new TaskOrder(
                        "Rà soát văn bản",
                        "Báo cáo",
                        "institutions",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "STP2",
                        "",
                        "Trần Văn An",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Term.DATED,
                        Optional.of(LocalDate.of(2026, 12, 10)),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                Optional.empty(),
                ObstacleBench.act("VPUB2", LocalDateTime.of(2026, 12, 1, 9, 0)));
    }

    private String record(String key, String task) {
        return record("STP2", key, task);
    }

    private String record(String agency, String key, String task) {
        Reply reply = staff.call(
                "POST /discipline/new",
                FakeRequest.post("steering", "/discipline/new")
                        .in(agency)
                        .may(HEAD)
                        .at(DECEMBER)
                        .withField("_once", key)
                        .withField("kind", "LATE_TASK")
                        .withField("task", task)
                        .withField("duty", "Rà soát văn bản")
                        .withField("happenedOn", "10/12/2026")
                        .withField("daysLate", "5")
                        .withField("person", "Trần Văn An"));
        String address = ((Reply.Redirect) reply).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static FakeRequest step(String code, String action, long version) {
        return FakeRequest.post("steering", "/discipline/" + code + "/steps/" + action)
                .in("STP2")
                .may(HEAD)
                .at(DECEMBER)
                .withPathValue("code", code)
                .withPathValue("action", action)
                .withField("version", "" + version);
    }

    private Reply reply(FakeRequest request) {
        return staff.call("POST /discipline/{code}/steps/{action}", request);
    }

    private void took(FakeRequest request) {
        assertThat(reply(request)).isInstanceOf(Reply.Redirect.class);
    }

    private static FakeRequest in(String agency, String path, Permission... permissions) {
        return FakeRequest.get("steering", path).in(agency).may(permissions).at(DECEMBER);
    }
}
