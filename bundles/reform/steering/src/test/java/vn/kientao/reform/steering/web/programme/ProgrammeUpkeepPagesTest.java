package vn.kientao.reform.steering.web.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.plan.Coverage;
import vn.kientao.reform.steering.app.programme.ClauseTasks;
import vn.kientao.reform.steering.app.programme.ProgrammeDesk;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class ProgrammeUpkeepPagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String NEW = "POST /programme/new";
    private static final String EDIT = "POST /programme/{document}/edit";
    private static final String NEW_CLAUSE = "POST /programme/{document}/clauses/new";
    private static final String CLAUSE = "POST /programme/{document}/clauses/{clause}";

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Programmes programmes;
    private final Coverage coverage;
    private final Tasks tasks;

    ProgrammeUpkeepPagesTest(Database database, Migrations migrations) {
        Province province = new Province();
        SteeringTables tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        programmes = new Programmes(database, province, tables);
        Targets targets = new Targets(database, tables);
        coverage = new Coverage(database, programmes, targets, tables);
        tasks = new Tasks(database, audit, province, province, tables);
        ProgrammeDesk desk = new ProgrammeDesk(database, audit, tables);
        new ProgrammePages(programmes, targets, province).staff(staff);
        new GivePages(programmes, new ClauseTasks(database, programmes, tasks), province).staff(staff);
        new DocumentEditPages(programmes, desk).staff(staff);
        new ClauseEditPages(programmes, desk, province).staff(staff);
    }

    @Test
    void aDocumentIsAddedWithClausesThatTasksAreGivenFor() {
        assertThat(done(NEW, document())).isEqualTo("/VPUB2/steering/programme/QD-985");
        done(
                NEW_CLAUSE,
                clause("1", "Ban hành kế hoạch năm")
                        .withField("lead", "STTTT")
                        .withField("cooperating", "STC2", "SNV2"));
        done(
                NEW_CLAUSE,
                clause("1a", "Công khai kế hoạch").withField("parent", "1").withField("due", "30/6/2027"));

        Rendered page = page();
        assertThat(page.text(".kt-lead")).isEqualTo("UBND tỉnh Cà Mau · Quyết định 985/QĐ-UBND ngày 31/03/2022");
        assertThat(page.text(".kt-page-header")).contains("có hiệu lực từ 31/03/2022");
        assertThat(page.texts("tbody th")).containsExactly("1", "1a");
        assertThat(page.texts("tbody td"))
                .contains(
                        "Cải cách thể chế Cơ quan SKHCN2 Phối hợp: Cơ quan SNV2; Cơ quan STC2",
                        "Công khai kế hoạch Thời hạn 30/06/2027",
                        "Cải cách thể chế Cơ quan STP2");
        assertThat(course().clause("1a").orElseThrow().parent())
                .contains(course().clause("1").orElseThrow().id());

        FakeRequest give =
                keeper(FakeRequest.post("steering", "/programme/QD-985/give")).withField("_once", "k1");
        Rendered form = Rendered.of(staff.call(
                "GET /programme/{document}/give", keeper(FakeRequest.get("steering", "/programme/QD-985/give"))));
        form.document().select("input[type=checkbox][checked]").forEach(box -> give.withField(box.attr("name"), "1"));
        form.document()
                .select("option[selected]")
                .forEach(chosen -> give.withField(chosen.parent().attr("name"), chosen.attr("value")));
        done("POST /programme/{document}/give", give);

        var first = tasks.find("VPUB2-2026-0001").orElseThrow();
        assertThat(first.task().lead())
                .as("who took over from the one that is named")
                .isEqualTo("SKHCN2");
        assertThat(first.parties())
                .filteredOn(party -> party.part() == Part.COOPERATE)
                .extracting(Party::agency)
                .containsExactly("SNV2", "STC2");
        assertThat(tasks.find("VPUB2-2026-0002").orElseThrow().task().due())
                .as("the term of the clause")
                .contains(LocalDate.of(2027, 6, 30));
        assertThat(audit.actions()).startsWith("steering.add-document", "steering.add-clause", "steering.add-clause");
    }

    private FakeRequest document() {
        return keeper(FakeRequest.post("steering", "/programme/new"))
                .withField("code", "QD-985")
                .withField("kind", "DECISION")
                .withField("symbol", "985/QĐ-UBND")
                .withField("issuedOn", "31/3/2022")
                .withField("issuer", "UBND tỉnh Cà Mau")
                .withField("title", "Chương trình tổng thể cải cách hành chính nhà nước")
                .withField("from", "31/3/2022");
    }

    private FakeRequest clause(String code, String summary) {
        return keeper(FakeRequest.post("steering", "/programme/QD-985/clauses/new"))
                .withField("code", code)
                .withField("position", "" + (course().clauses().size() + 1))
                .withField("area", "institutions")
                .withField("summaryVi", summary)
                .withField("summaryEn", "In English");
    }

    private static FakeRequest keeper(FakeRequest request) {
        return request.in("VPUB2")
                .may(SteeringPermissions.READ, SteeringPermissions.PROGRAMME, SteeringPermissions.GIVE)
                .at(CLOCK)
                .withPathValue("document", "QD-985");
    }

    private Programmes.Course course() {
        return programmes.course("QD-985", TODAY).orElseThrow();
    }

    private Rendered page() {
        return Rendered.of(staff.call(
                        "GET /programme/{document}", keeper(FakeRequest.get("steering", "/programme/QD-985"))))
                .keepsTheRules();
    }

    private String done(String route, FakeRequest request) {
        Reply reply = staff.call(route, request);
        assertThat(reply)
                .as(() -> Rendered.of(reply).texts(".kt-errors li").toString())
                .isInstanceOf(Reply.Redirect.class);
        return ((Reply.Redirect) reply).location();
    }

    private List<String> mistakes(String route, FakeRequest request) {
        return Rendered.of(staff.call(route, request)).keepsTheRules().texts(".kt-errors li");
    }

    @Test
    void aDocumentThatIsReplacedEndsAndItsClausesAreAskedForNoMore() {
        done(NEW, document());
        done(NEW_CLAUSE, clause("1", "Ban hành kế hoạch năm"));
        assertThat(gaps()).contains("QD-985:1");
        Rendered form = Rendered.of(staff.call(
                        "GET /programme/{document}/edit",
                        keeper(FakeRequest.get("steering", "/programme/QD-985/edit"))))
                .keepsTheRules();
        assertThat(form.one("#symbol").val()).isEqualTo("985/QĐ-UBND");
        assertThat(form.one("#kind option[selected]").val()).isEqualTo("DECISION");
        assertThat(mistakes(EDIT, document().withField("version", "1").withField("replacedBy", "D")))
                .containsExactly("Đã có văn bản thay thế; cần ghi ngày hết hiệu lực");

        done(
                EDIT,
                document()
                        .withField("version", "1")
                        .withField("replacedBy", "D")
                        .withField("to", "31/10/2026"));

        Rendered page = page();
        assertThat(page.text(".kt-page-header .kt-tag")).isEqualTo("Hết hiệu lực");
        assertThat(page.one(".kt-page-header a[href$=programme/D]").text()).startsWith("Chỉ thị về đẩy mạnh");
        assertThat(page.texts("tbody a")).as("no task is given for it any more").containsExactly("Sửa 1");
        assertThat(gaps()).doesNotContain("QD-985:1").hasSize(28);
        assertThat(Rendered.of(staff.call("GET /programme", keeper(FakeRequest.get("steering", "/programme"))))
                        .keepsTheRules()
                        .texts(".kt-meta li"))
                .contains("Hết hiệu lực", "có hiệu lực từ 31/03/2022, hết hiệu lực sau 31/10/2026");
        AuditEntry change = audit.entries().get(2);
        assertThat(change.action()).isEqualTo("steering.change-document");
        assertThat(change.after()).contains("\"to\":\"2026-10-31\"").doesNotContain("title");
    }

    private List<String> gaps() {
        return coverage.of(2027).clauses().stream()
                .map(line -> line.ordered().key())
                .toList();
    }

    @Test
    void aClauseWithATaskIsEndedAndNotRemovedAndOneByMistakeIsRemoved() {
        done(NEW, document());
        done(NEW_CLAUSE, clause("1", "Ban hành kế hoạch năm"));
        done(NEW_CLAUSE, clause("2", "Gõ nhầm"));
        long id = course().clause("1").orElseThrow().id();
        done(
                "POST /programme/{document}/give",
                keeper(FakeRequest.post("steering", "/x"))
                        .withField("clause-" + id, "1")
                        .withField("lead-" + id, "STP2"));

        assertThatThrownBy(() -> staff.call(CLAUSE + "/remove", of("1").withField("version", "1")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        used -> assertThat(used.problem().status()).isEqualTo(409));
        assertThatThrownBy(() -> staff.call(
                        "POST /programme/{document}/remove",
                        keeper(FakeRequest.post("steering", "/x")).withField("version", "1")))
                .as("a document with clauses")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        used -> assertThat(used.problem().status()).isEqualTo(409));
        done(CLAUSE + "/remove", of("2").withField("version", "1"));
        done(CLAUSE, changed("1").withField("version", "1").withField("to", "31/10/2026"));

        Rendered page = page();
        assertThat(page.texts("tbody th")).containsExactly("1");
        assertThat(page.text("tbody td")).isEqualTo("Ban hành kế hoạch năm Hết hiệu lực sau 31/10/2026");
        assertThat(page.texts("tbody td.kt-number")).as("its task stays").containsExactly("0", "1", "0");
        assertThat(audit.actions()).endsWith("steering.remove-clause", "steering.change-clause");
    }

    private static FakeRequest of(String clause) {
        return keeper(FakeRequest.post("steering", "/programme/QD-985/clauses/" + clause))
                .withPathValue("clause", clause);
    }

    private FakeRequest changed(String code) {
        Clause clause = course().clause(code).orElseThrow();
        return of(code).withField("position", "" + clause.position())
                .withField("area", clause.area())
                .withField("summaryVi", clause.summary().vi())
                .withField("summaryEn", clause.summary().en());
    }

    @Test
    void whoDidNotSeeThePresentVersionDoesNotOverwriteIt() {
        done(NEW, document());
        done(EDIT, document().withField("version", "1").withField("symbol", "986/QĐ-UBND"));
        done(NEW_CLAUSE, clause("1", "Ban hành kế hoạch năm"));
        done(CLAUSE, changed("1").withField("version", "1"));

        String stale = "Có người vừa sửa; mở lại trang để xem rồi làm lại";
        assertThat(mistakes(EDIT, document().withField("version", "1"))).containsExactly(stale);
        assertThat(mistakes(CLAUSE, changed("1").withField("version", "1"))).containsExactly(stale);
        assertThat(course().document().symbol()).isEqualTo("986/QĐ-UBND");
    }

    @Test
    void whatDoesNotFitIsNamedWithWhatIsExpected() {
        done(NEW, document());
        assertThat(mistakes(NEW, document())).containsExactly("Đã có mã “QD-985”; chọn mã khác");
        assertThat(mistakes(
                        NEW,
                        document()
                                .withField("code", "new")
                                .withField("kind", "LAW")
                                .withField("issuedOn", "1/12/2026")
                                .withField("to", "1/1/2022")
                                .withField("replacedBy", "X")))
                .containsExactly(
                        "“new” không dùng được; cần 1 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối, không phải"
                                + " “new”",
                        "“LAW” không phải loại văn bản; chọn trong danh sách",
                        "Ngày ban hành 01/12/2026 ở tương lai; cần đến 30/11/2026 là muộn nhất",
                        "01/01/2022 trước ngày bắt đầu 31/03/2022",
                        "Không có văn bản “X” để thay thế");
        done(NEW_CLAUSE, clause("1", "Ban hành kế hoạch năm"));
        done(NEW_CLAUSE, clause("1a", "Công khai kế hoạch").withField("parent", "1"));
        assertThat(mistakes(NEW_CLAUSE, clause("1", "Lần nữa"))).containsExactly("Đã có mã “1”; chọn mã khác");
        assertThat(mistakes(CLAUSE, changed("1").withField("version", "1").withField("parent", "1a")))
                .as("no circles")
                .containsExactly(
                        "Khoản “1a” không dùng được; chọn khoản khác của cùng văn bản, không phải chính nó hay khoản"
                                + " con");
        assertThat(mistakes(
                        NEW_CLAUSE,
                        clause("2", "Việc")
                                .withField("lead", "STP2")
                                .withField("cooperating", "STP2")
                                .withField("position", "đầu")))
                .containsExactly(
                        "“đầu” không dùng được; cần số nguyên từ 1 đến 99999",
                        "Cơ quan STP2 đã chủ trì, không phối hợp với chính mình");
    }

    @Test
    void theProgrammeShowsTheTargetsOfEachAreaAndLeadsToThem() {
        Rendered page = Rendered.of(staff.call("GET /programme", keeper(FakeRequest.get("steering", "/programme"))))
                .keepsTheRules();

        assertThat(page.texts("div[aria-labelledby=targets] tbody tr"))
                .contains("Cải cách tổ chức bộ máy 0 0 0 4", "Cộng 0 0 0 26")
                .hasSize(9);
        assertThat(page.one("div[aria-labelledby=targets] tr:nth-child(4) a").attr("href"))
                .isEqualTo("/VPUB2/steering/targets?area=apparatus&state=NO_DATA");
    }
}
