package vn.kientao.reform.steering.web.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.report.ReportBench;
import vn.kientao.reform.steering.web.SteeringPermissions;

@OnEachDatabase("steering")
class IssuePagesTest {
    private static final Clock MONDAY = ReportBench.noon("2026-11-30");
    private static final String CODE = "STP2-VD-2026-0001";
    private static final Permission[] LEAD = {SteeringPermissions.READ, SteeringPermissions.REPORT};
    private static final Permission[] CHAIRMAN = {
        SteeringPermissions.READ, SteeringPermissions.PROVINCE, SteeringPermissions.APPROVE
    };

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private final ReportBench bench;

    IssuePagesTest(Database database, Migrations migrations) {
        bench = new ReportBench(database, migrations);
        new IssuePages(bench.issues, bench.programmes, bench.province, bench.province).staff(staff);
        new IssueApi(bench.issues, bench.programmes, bench.province).api(api);
    }

    @Test
    void aMatterIsRaisedDecidedWithATaskAndFollowedUp() {
        raise();
        raise();
        assertThat(list("VPUB2", CHAIRMAN).texts("tbody th"))
                .as("the same form once")
                .containsExactly(CODE);

        took(
                "decision",
                decide(1)
                        .withField("lead", "SNV2")
                        .withField("product", "Tờ trình")
                        .withField("due", "20/12/2026"));
        assertThat(bench.tasks.find("VPUB2-2026-0001").orElseThrow().task().lead())
                .isEqualTo("SNV2");
        assertThat(bench.province.told())
                .filteredOn(notice -> "steering.issue".equals(notice.kind()))
                .extracting(Notice::link)
                .containsExactly("/STP2/steering/issues/" + CODE);
        took(
                "outcome",
                post("STP2", "/outcome", LEAD).withField("version", "2").withField("outcome", "Đã bố trí đủ người"));

        Rendered page = page("STP2", LEAD);
        assertThat(page.text(".kt-tags")).isEqualTo("Đã thực hiện");
        assertThat(page.document().text())
                .contains("Đồng ý bổ sung biên chế")
                .contains("VPUB2-2026-0001")
                .contains("Đã bố trí đủ người");
        assertThat(bench.audit.actions())
                .contains(
                        "steering.raise-issue", "steering.decide-issue", "steering.give-task", "steering.close-issue");
    }

    @Test
    void aDecisionNamesWhatIsWrongAndWritesNothing() {
        raise();
        Reply reply = staff.call(
                "POST /issues/{code}/decision",
                post("VPUB2", "/decision", CHAIRMAN)
                        .withField("version", "9")
                        .withField("lead", "KHONG")
                        .withField("due", "1/1/2020"));
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors a")).hasSize(4);
        assertThat(bench.issues.find(CODE).orElseThrow().decision()).isEmpty();
    }

    @Test
    void anotherAgencyFindsNothingAndNobodyDecidesTwice() {
        raise();
        assertThatThrownBy(() -> page("SNV2", LEAD))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        took("decision", decide(1));
        assertThatThrownBy(() -> staff.call("POST /issues/{code}/decision", decide(2)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThat(list("SNV2", LEAD).has(".kt-empty")).isTrue();
    }

    @Test
    void programsRaiseAMatterOnceAndFollowItWithTheVersionThatTheyHaveSeen() {
        IssueJson.New matter =
                new IssueJson.New("Thiếu biên chế tiếp nhận hồ sơ", "Đề nghị bổ sung hai biên chế.", "apparatus");
        Reply.Json raised = (Reply.Json) api.call(
                "POST /issues",
                program("STP2", "", LEAD).withHeader("Idempotency-Key", "p1").withJson(matter));
        assertThat(raised.status()).isEqualTo(201);
        assertThat(raised.headers()).containsEntry("Location", "/STP2/steering/issues/" + CODE);
        assertThat(value(api.call(
                                "POST /issues",
                                program("STP2", "", LEAD)
                                        .withHeader("Idempotency-Key", "p1")
                                        .withJson(matter)))
                        .code())
                .as("the same key once")
                .isEqualTo(CODE);
        assertThat(listed("STP2", LEAD)).containsExactly(CODE);
        assertThat(listed("SNV2", LEAD)).isEmpty();
        assertThat(listed("SNV2", CHAIRMAN)).containsExactly(CODE);

        IssueJson.Decision decision =
                new IssueJson.Decision("Đồng ý bổ sung biên chế", "SNV2", "Tờ trình", LocalDate.of(2026, 12, 20));
        IssueJson decided = value(decide(decision, "\"1\""));
        assertThat(decided.state()).isEqualTo("DECIDED");
        assertThat(bench.tasks.find(decided.task()).orElseThrow().task().lead()).isEqualTo("SNV2");
        refused(409, () -> decide(decision, "\"2\""));

        Reply closed = close("\"2\"", "Đã bố trí đủ người");
        assertThat(value(closed).outcome()).isEqualTo("Đã bố trí đủ người");
        assertThat(bench.audit.actions())
                .contains("steering.raise-issue", "steering.decide-issue", "steering.close-issue");
    }

    @Test
    void programsAreToldWhatIsWrongWhoWasFasterAndWhatIsNotTheirs() {
        raise();
        IssueJson.Decision empty = new IssueJson.Decision(null, "KHONG", null, null);
        assertThatThrownBy(() -> decide(empty, "\"1\"")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(422);
            assertThat(e.problem().fields())
                    .extracting(Problem.FieldError::field)
                    .containsExactly("decision", "lead", "product", "due");
        });
        refused(412, () -> decide(new IssueJson.Decision("Đồng ý", null, null, null), "\"9\""));
        refused(409, () -> close("\"1\"", "Chưa quyết định"));
        refused(
                404,
                () -> api.call(
                        "GET /issues/{code}", program("SNV2", "/" + CODE, LEAD).withPathValue("code", CODE)));
        refused(422, () -> api.call("GET /issues", program("STP2", "", LEAD).withQuery("state", "WEATHER")));
        assertThat(bench.issues.find(CODE).orElseThrow().decision()).isEmpty();
    }

    private static FakeRequest program(String agency, String path, Permission[] permissions) {
        return FakeRequest.post("steering", "/issues" + path)
                .in(agency)
                .may(permissions)
                .at(MONDAY);
    }

    private Reply decide(IssueJson.Decision decision, String version) {
        return api.call(
                "POST /issues/{code}/decision",
                program("VPUB2", "/" + CODE + "/decision", CHAIRMAN)
                        .withPathValue("code", CODE)
                        .withHeader("If-Match", version)
                        .withJson(decision));
    }

    private Reply close(String version, String outcome) {
        return api.call(
                "POST /issues/{code}/outcome",
                program("STP2", "/" + CODE + "/outcome", LEAD)
                        .withPathValue("code", CODE)
                        .withHeader("If-Match", version)
                        .withJson(new IssueJson.Outcome(outcome)));
    }

    private List<String> listed(String agency, Permission[] permissions) {
        Reply.Json reply = (Reply.Json)
                api.call("GET /issues", program(agency, "", permissions).withQuery("scope", "all"));
        return ((IssueJson.Listing) reply.value())
                .issues().stream().map(IssueJson.Row::code).toList();
    }

    private static IssueJson value(Reply reply) {
        return (IssueJson) ((Reply.Json) reply).value();
    }

    private static void refused(int status, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }

    private void raise() {
        Reply reply = staff.call(
                "POST /issues/new",
                FakeRequest.post("steering", "/issues/new")
                        .in("STP2")
                        .may(LEAD)
                        .at(MONDAY)
                        .withField("_once", "k1")
                        .withField("title", "Thiếu biên chế tiếp nhận hồ sơ")
                        .withField("content", "Đề nghị bổ sung hai biên chế.")
                        .withField("area", "apparatus"));
        assertThat(reply).isInstanceOf(Reply.Redirect.class);
    }

    private static FakeRequest decide(long version) {
        return post("VPUB2", "/decision", CHAIRMAN)
                .withField("version", "" + version)
                .withField("decision", "Đồng ý bổ sung biên chế");
    }

    private static FakeRequest post(String agency, String path, Permission[] permissions) {
        return FakeRequest.post("steering", "/issues/" + CODE + path)
                .in(agency)
                .may(permissions)
                .at(MONDAY)
                .withPathValue("code", CODE);
    }

    private void took(String step, FakeRequest request) {
        assertThat(staff.call("POST /issues/{code}/" + step, request)).isInstanceOf(Reply.Redirect.class);
    }

    private Rendered page(String agency, Permission[] permissions) {
        return Rendered.of(staff.call(
                        "GET /issues/{code}",
                        FakeRequest.get("steering", "/issues/" + CODE)
                                .in(agency)
                                .may(permissions)
                                .at(MONDAY)
                                .withPathValue("code", CODE)))
                .keepsTheRules();
    }

    private Rendered list(String agency, Permission[] permissions) {
        return Rendered.of(staff.call(
                        "GET /issues",
                        FakeRequest.get("steering", "/issues")
                                .in(agency)
                                .may(permissions)
                                .at(MONDAY)))
                .keepsTheRules();
    }
}
