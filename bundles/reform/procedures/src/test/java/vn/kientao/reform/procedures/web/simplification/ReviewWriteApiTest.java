package vn.kientao.reform.procedures.web.simplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.simplification.ReviewFixture.AGENCY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.simplification.ReviewFixture;
import vn.kientao.reform.procedures.web.simplification.ReviewApi.PlanJson;
import vn.kientao.reform.procedures.web.simplification.ReviewApi.SheetJson;
import vn.kientao.reform.procedures.web.simplification.ReviewWriteApi.FindingsJson;
import vn.kientao.reform.procedures.web.simplification.ReviewWriteApi.MoveJson;
import vn.kientao.reform.procedures.web.simplification.ReviewWriteApi.NewCostJson;
import vn.kientao.reform.procedures.web.simplification.ReviewWriteApi.NewPlanJson;
import vn.kientao.reform.procedures.web.simplification.ReviewWriteApi.NewSheetJson;
import vn.kientao.reform.procedures.web.simplification.ReviewWriteApi.TaskJson;

class ReviewWriteApiTest {
    private static final String CODE = "2.000635";

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private ReviewFixture fixture;

    @BeforeEach
    void open() {
        ImportFixture imported = new ImportFixture(store.database());
        imported.given(ImportFixture.record(CODE));
        fixture = new ReviewFixture(store.database(), store.migrations());
        new ReviewWriteApi(fixture.reviews, imported.catalogue).api(routes);
    }

    @Test
    void aProgramPlansReviewsMeasuresAndSendsToAppraisal() {
        PlanJson plan = (PlanJson) answer("POST /simplification", new NewPlanJson(2028, "Kế hoạch 2028"), 201);
        SheetJson sheet = (SheetJson) ((Reply.Json) routes.call(
                        "POST /simplification/{plan}/sheets",
                        reviewer().withPathValue("plan", "" + plan.id()).withJson(new NewSheetJson(CODE))))
                .value();
        assertThat(sheet.version()).isEqualTo(1);

        SheetJson found = on(
                sheet,
                "PUT /simplification/sheets/{sheet}/findings",
                new FindingsJson(
                        Map.of(
                                "necessity", "met",
                                "reasonableness", "partly",
                                "legality", "met",
                                "cost", "missed",
                                "necessity-note", "Cần",
                                "reasonableness-note", "Bớt giấy tờ",
                                "legality-note", "Đúng",
                                "cost-note", "Cao"),
                        "Bỏ bản sao"));
        assertThat(found.proposal()).isEqualTo("Bỏ bản sao");
        TaskJson travel = new TaskJson("Đi lại", new BigDecimal("2.5"), BigDecimal.ONE, 40_000L, 0L, 8_000L, null);
        NewCostJson cost = new NewCostJson(BigDecimal.ONE, 3_228L, List.of(travel));
        SheetJson now = side(found, "now", cost);
        SheetJson after = side(now, "after", cost);

        assertThat(after.costs().get("now").oneCase()).isEqualByComparingTo("108000");
        SheetJson reviewed = on(after, "POST /simplification/sheets/{sheet}/move", new MoveJson("review", ""));
        assertThat(reviewed.stage()).isEqualTo("review");
        assertThat(fixture.audit.actions()).contains("procedures.review-sheet-costs", "procedures.review-sheet-move");
    }

    @Test
    void mistakesAndOldVersionsAreRefusedWithTheirFieldOrCode() {
        assertThat(problem("POST /simplification", reviewer().withJson(new NewPlanJson(28, "")))
                        .fields())
                .extracting(Problem.FieldError::field)
                .containsExactlyInAnyOrder("year", "title");
        var plan = fixture.plan();
        var sheet = SheetJson.of(fixture.sheet(plan));
        assertThat(problem(
                                "POST /simplification/{plan}/sheets",
                                reviewer().withPathValue("plan", "" + plan.id()).withJson(new NewSheetJson(CODE)))
                        .code())
                .isEqualTo("sheet-there");
        assertThat(problem(
                                "PUT /simplification/sheets/{sheet}/costs/{side}",
                                request(sheet).withPathValue("side", "now").withJson(new NewCostJson(null, null, null)))
                        .fields())
                .extracting(Problem.FieldError::field)
                .contains("task-1", "times", "subjects");
        assertThatThrownBy(() -> routes.call(
                        "POST /simplification/sheets/{sheet}/move",
                        reviewer()
                                .withPathValue("sheet", "" + sheet.id())
                                .withHeader("If-Match", "\"9\"")
                                .withJson(new MoveJson("review", null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
    }

    private SheetJson side(SheetJson sheet, String side, NewCostJson cost) {
        return (SheetJson) ((Reply.Json) routes.call(
                        "PUT /simplification/sheets/{sheet}/costs/{side}",
                        request(sheet).withPathValue("side", side).withJson(cost)))
                .value();
    }

    private SheetJson on(SheetJson sheet, String route, Object body) {
        return (SheetJson) ((Reply.Json) routes.call(route, request(sheet).withJson(body))).value();
    }

    private Object answer(String route, Object body, int status) {
        Reply.Json answer = (Reply.Json) routes.call(route, reviewer().withJson(body));
        assertThat(answer.status()).isEqualTo(status);
        return answer.value();
    }

    private Problem problem(String route, FakeRequest request) {
        try {
            routes.call(route, request);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError(route + " was let through");
    }

    private static FakeRequest request(SheetJson sheet) {
        return reviewer().withPathValue("sheet", "" + sheet.id()).withHeader("If-Match", "\"" + sheet.version() + "\"");
    }

    private static FakeRequest reviewer() {
        return FakeRequest.post("procedures", "/simplification")
                .in(AGENCY)
                .may(ReviewPermissions.READ, ReviewPermissions.REVIEW);
    }
}
