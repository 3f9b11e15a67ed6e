package vn.kientao.reform.procedures.web.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.workflow.WorkflowDesk;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowFault;
import vn.kientao.reform.procedures.domain.workflow.WorkflowFault.Kind;
import vn.kientao.reform.procedures.domain.workflow.WorkflowPicture;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.store.ProcedureTables;

class WorkflowPagesTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private static final Map<String, String> PEOPLE = Map.of("12", "Lê Văn Minh", "13", "Trần Thị Hoa");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private WorkflowDesk desk;

    @BeforeEach
    void open() {
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        desk = new WorkflowDesk(store.database(), audit, tables);
        new WorkflowPages(desk, (agency, roles) -> PEOPLE).staff(routes);
        new WorkflowApi(desk, (agency, roles) -> PEOPLE).api(programs);
    }

    @Test
    void keepsADraftShowsItsPictureAndPutsItInForce() {
        Reply kept = routes.call("POST /workflows", twoSteps(request("POST")));
        assertThat(kept).isInstanceOf(Reply.Redirect.class);
        Workflow draft = desk.of("STP2").get(0);

        Rendered page = Rendered.of(routes.call("GET /workflows/{id}", of(draft, request("GET"))))
                .keepsTheRules();
        assertThat(page.texts("svg text")).contains("Thẩm định", "Ký duyệt");
        routes.call("POST /workflows/{id}/publish", of(draft, request("POST")));

        assertThat(desk.inForce("STP2", "2.000635"))
                .hasValueSatisfying(one ->
                        assertThat(one.steps()).extracting(WorkflowStep::key).containsExactly("tham-dinh", "ky"));
        assertThat(audit.actions()).containsExactly("procedures.workflow-draft", "procedures.workflow-publish");
        Rendered list = Rendered.of(routes.call("GET /workflows", request("GET").inEnglish()))
                .keepsTheRules();
        assertThat(list.texts("tbody .kt-tag")).containsExactly("In force");
    }

    @Test
    void namesWhoTakesAStepAndWhoIsToldWhenItIsLate() {
        Rendered fresh =
                Rendered.of(routes.call("GET /workflow-draft", request("GET"))).keepsTheRules();
        assertThat(fresh.texts("#assignee1 option")).contains("Lê Văn Minh", "Trần Thị Hoa");

        routes.call(
                "POST /workflows",
                twoSteps(request("POST")).withField("assignee1", "12").withField("escalate1", "13"));
        WorkflowStep first = desk.find("STP2", desk.of("STP2").get(0).id())
                .orElseThrow()
                .steps()
                .get(0);
        assertThat(first.person()).contains(new WorkflowStep.Person("12", "Lê Văn Minh"));
        assertThat(first.escalateTo()).isEqualTo("13");

        Reply stranger =
                routes.call("POST /workflows", twoSteps(request("POST")).withField("assignee1", "99"));
        assertThat(((Reply.View) stranger).status()).isEqualTo(422);
        assertThat(Rendered.of(stranger).keepsTheRules().text("#assignee1-error"))
                .contains("99");
    }

    @Test
    void letsProgramsKeepReadChangeAndPublish() {
        WorkflowJson.Step step = new WorkflowJson.Step(
                "tham-dinh", "Thẩm định", "handler", "Phòng 1", 2, "WORKING_DAY", List.of(), "12", "13");
        WorkflowJson body = new WorkflowJson(null, null, "2.000635", null, "Cấp bản sao", null, List.of(step));
        Reply.Json kept =
                (Reply.Json) programs.call("POST /workflows", request("POST").withJson(body));
        WorkflowJson draft = (WorkflowJson) kept.value();
        assertThat(kept.status()).isEqualTo(201);
        assertThat(draft.state()).isEqualTo("draft");
        assertThat(draft.steps()).containsExactly(step);

        FakeRequest change = request("POST")
                .withPathValue("id", "" + draft.id())
                .withHeader("If-Match", "\"" + draft.version() + "\"")
                .withJson(new WorkflowJson(null, null, null, null, "Tên khác", null, List.of(step)));
        WorkflowJson changed = (WorkflowJson) ((Reply.Json) programs.call("PUT /workflows/{id}", change)).value();
        assertThat(changed.name()).isEqualTo("Tên khác");
        assertThatThrownBy(() -> programs.call("PUT /workflows/{id}", change))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));

        FakeRequest publish = request("POST")
                .withPathValue("id", "" + draft.id())
                .withHeader("If-Match", "\"" + changed.version() + "\"");
        WorkflowJson inForce =
                (WorkflowJson) ((Reply.Json) programs.call("POST /workflows/{id}/publish", publish)).value();
        assertThat(inForce.state()).isEqualTo("in-force");
        WorkflowJson.Listing all =
                (WorkflowJson.Listing) ((Reply.Json) programs.call("GET /workflows", request("GET"))).value();
        assertThat(all.items()).extracting(WorkflowJson::procedure).containsExactly("2.000635");
    }

    @Test
    void tellsProgramsEveryMistakeAndEveryFault() {
        WorkflowJson.Step lost =
                new WorkflowJson.Step("a", "Bước", "handler", null, null, null, List.of("khong-co"), null, null);
        assertThatThrownBy(() -> programs.call(
                        "POST /workflows",
                        request("POST")
                                .withJson(new WorkflowJson(null, null, "2.000635", null, null, null, List.of()))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields()).hasSize(1));
        Reply.Json kept = (Reply.Json) programs.call(
                "POST /workflows",
                request("POST").withJson(new WorkflowJson(null, null, "2.000635", null, "Tên", null, List.of(lost))));
        WorkflowJson draft = (WorkflowJson) kept.value();
        FakeRequest publish = request("POST").withPathValue("id", "" + draft.id());
        assertThatThrownBy(() -> programs.call("POST /workflows/{id}/publish", publish))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(422);
                    assertThat(e.problem().title().vi()).contains("khong-co");
                });
    }

    @Test
    void replacesTheVersionBeforeAndNeverChangesWhatIsInForce() {
        routes.call("POST /workflows", twoSteps(request("POST")));
        Workflow first = desk.of("STP2").get(0);
        routes.call("POST /workflows/{id}/publish", of(first, request("POST")));
        Workflow inForce = desk.find("STP2", first.id()).orElseThrow();

        assertThatThrownBy(() -> routes.call("POST /workflows/{id}", twoSteps(of(inForce, request("POST")))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        routes.call("POST /workflows/{id}/copy", of(inForce, request("POST")));
        Workflow second = desk.of("STP2").get(0);
        assertThat(second.number()).isEqualTo(2);
        routes.call("POST /workflows/{id}/publish", of(second, request("POST")));

        assertThat(desk.of("STP2"))
                .extracting(Workflow::state)
                .containsExactly(Workflow.State.IN_FORCE, Workflow.State.REPLACED);
    }

    @Test
    void doesNotPutInForceWhatHasNoEndOrCannotBeReached() {
        FakeRequest circle = twoSteps(request("POST")).withField("next2", "tham-dinh");
        routes.call("POST /workflows", circle);
        Workflow draft = desk.of("STP2").get(0);

        Reply refused = routes.call("POST /workflows/{id}/publish", of(draft, request("POST")));

        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        assertThat(Rendered.of(refused).keepsTheRules().text(".kt-errors")).contains("không có đường tới bước cuối");
        assertThat(desk.find("STP2", draft.id()).orElseThrow().state()).isEqualTo(Workflow.State.DRAFT);
    }

    @Test
    void tellsWhichFieldOfWhichStepIsWrong() {
        Reply refused = routes.call(
                "POST /workflows",
                twoSteps(request("POST")).withField("key1", "Thẩm định").withField("amount2", "nhiều"));

        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        Rendered page = Rendered.of(refused).keepsTheRules();
        assertThat(page.text("#key1-error")).contains("Thẩm định");
        assertThat(page.text("#amount2-error")).contains("nhiều");
        assertThat(desk.of("STP2")).isEmpty();
    }

    @Test
    void namesEveryFault() {
        WorkflowStep begin = step("a", "b", "x");
        WorkflowStep lost = step("c");

        assertThat(WorkflowFault.of(List.of())).extracting(WorkflowFault::kind).containsExactly(Kind.NO_STEPS);
        assertThat(WorkflowFault.of(List.of(begin, step("b"), lost, step("b"))))
                .extracting(WorkflowFault::kind)
                .containsExactly(Kind.KEY_TWICE, Kind.NO_SUCH_NEXT, Kind.UNREACHABLE);
        assertThat(WorkflowFault.of(List.of(step("a", "b"), step("b")))).isEmpty();
    }

    @Test
    void escapesWhatIsWrittenIntoThePicture() {
        WorkflowStep step =
                new WorkflowStep("a", "<script>", WorkflowStep.Role.DESK, "\"&", Optional.empty(), List.of(), "");

        assertThat(new WorkflowPicture(List.of(step)).svg("<t>"))
                .contains("&lt;script&gt;", "&quot;&amp;", "&lt;t&gt;")
                .doesNotContain("<script");
    }

    private static WorkflowStep step(String key, String... next) {
        return new WorkflowStep(key, key, WorkflowStep.Role.HANDLER, "", Optional.empty(), List.of(next), "");
    }

    private static FakeRequest twoSteps(FakeRequest request) {
        return request.withField("procedure", "2.000635")
                .withField("name", "Cấp bản sao")
                .withField("key1", "tham-dinh")
                .withField("title1", "Thẩm định")
                .withField("role1", "handler")
                .withField("room1", "Phòng Hộ tịch")
                .withField("amount1", "2")
                .withField("unit1", "WORKING_DAY")
                .withField("next1", "ky")
                .withField("key2", "ky")
                .withField("title2", "Ký duyệt")
                .withField("role2", "signer");
    }

    private static FakeRequest of(Workflow workflow, FakeRequest request) {
        return request.withPathValue("id", "" + workflow.id()).withField("version", "" + workflow.version());
    }

    private static FakeRequest request(String method) {
        FakeRequest request = method.equals("GET")
                ? FakeRequest.get("procedures", "/workflows")
                : FakeRequest.post("procedures", "/workflows");
        return request.in("STP2").may(WorkflowPages.CONFIGURE);
    }
}
