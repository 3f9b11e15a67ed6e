package vn.kientao.reform.procedures.web.simplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.simplification.ReviewFixture.AGENCY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.simplification.ReviewFixture;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class ReviewPagesTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private ReviewFixture fixture;
    private ReviewPlan plan;
    private ReviewSheet sheet;

    @BeforeEach
    void open() {
        fixture = new ReviewFixture(store.database(), store.migrations());
        new ReviewPages(
                        fixture.reviews,
                        new Catalogue(store.database()),
                        SomeFiles.on(
                                store.database(),
                                new RecordingAuditTrail(),
                                ProcedureTables.of(store.migrations(), FolderScripts.ofModule())))
                .staff(routes);
        new SheetPages(fixture.reviews).staff(routes);
        plan = fixture.plan();
        sheet = fixture.sheet(plan);
    }

    @Test
    void aPlanIsMadeAndListed() {
        Reply refused = routes.call("POST /simplification", post().withField("year", "27"));
        assertThat(Rendered.of(refused).keepsTheRules().texts(".kt-errors li")).hasSize(2);

        Reply made = routes.call(
                "POST /simplification", post().withField("year", "2028").withField("title", "Kế hoạch 2028"));
        assertThat(((Reply.Redirect) made).location()).contains("/simplification/");
        Rendered list = Rendered.of(routes.call("GET /simplification", get())).keepsTheRules();
        assertThat(list.texts("tbody th")).containsExactly("Kế hoạch 2028", "Kế hoạch năm 2027");
    }

    @Test
    void aPlanShowsUntilWhenItIsDueAndWhatEachCaseCosts() {
        fixture.reviews.costs(sheet, Side.NOW, ReviewFixture.cost(1_024_000), fixture.lan);
        fixture.reviews.costs(fixture.again(sheet.id()), Side.AFTER, ReviewFixture.cost(231_000), fixture.lan);

        Rendered page = Rendered.of(routes.call("GET /simplification/{plan}", onPlan(get())))
                .keepsTheRules();

        assertThat(page.document().text()).contains("31/01/2027", "Nghị định 63/2010/NĐ-CP");
        assertThat(page.text("tbody tr")).contains("1.024.000 ₫", "231.000 ₫", "-77,44 %");
        Reply unknown =
                routes.call("POST /simplification/{plan}/sheets", onPlan(post()).withField("code", "9.9"));
        assertThat(Rendered.of(unknown).keepsTheRules().text("#code-error")).contains("9.9");
    }

    @Test
    void theExportHasALineForEachProcedure() {
        fixture.reviews.costs(sheet, Side.NOW, ReviewFixture.cost(1_024_000), fixture.lan);
        fixture.reviews.costs(fixture.again(sheet.id()), Side.AFTER, ReviewFixture.cost(231_000), fixture.lan);

        assertThat(SomeFiles.text(routes.call("GET /simplification/{plan}/sheets.csv", onPlan(get())))
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("2.000635", ";1024000;3305472000;")
                .endsWith(";-77,44%");
        assertThat(SomeFiles.printed(routes.call("GET /simplification/{plan}/sheets.pdf", onPlan(get()))))
                .contains("2.000635", "3.305.472.000", "NGƯỜI LẬP BIỂU");
    }

    @Test
    void costsAreTypedAsPeopleHereWriteThem() {
        Rendered form = Rendered.of(routes.call("GET /simplification/sheets/{sheet}/costs/{side}", side("now", get())))
                .keepsTheRules();
        assertThat(form.document().select("tbody tr")).hasSize(3);

        Reply wrong = routes.call(
                "POST /simplification/sheets/{sheet}/costs/{side}",
                side("now", post()).withField("task-1", "Đi lại").withField("hours-1", "nhiều"));
        assertThat(Rendered.of(wrong).keepsTheRules().text("#hours-1-error")).contains("nhiều");
        routes.call(
                "POST /simplification/sheets/{sheet}/costs/{side}",
                side("now", post())
                        .withField("task-1", "Đi lại")
                        .withField("hours-1", "1,5")
                        .withField("people-1", "2")
                        .withField("income-1", "40.000")
                        .withField("times", "1")
                        .withField("subjects", "3.228"));

        assertThat(fixture.again(sheet.id()).costs().get(Side.NOW).oneCase()).isEqualByComparingTo("120000");
        assertThat(fixture.again(sheet.id()).costs().get(Side.NOW).subjects()).isEqualTo(3_228);
    }

    @Test
    void findingsAreKeptAndTheSheetTakenOn() {
        routes.call(
                "POST /simplification/sheets/{sheet}/findings",
                onSheet(post())
                        .withField("necessity", "met")
                        .withField("legality", "missed")
                        .withField("legality-note", "trái Luật Cư trú")
                        .withField("proposal", "Bỏ bản sao"));
        sheet = fixture.again(sheet.id());
        routes.call("POST /simplification/sheets/{sheet}/move", onSheet(post()).withField("to", "review"));

        Rendered page = Rendered.of(routes.call("GET /simplification/sheets/{sheet}", onSheet(get())))
                .keepsTheRules();
        assertThat(page.texts(".kt-event h3")).containsExactly("Kế hoạch", "Rà soát");
        assertThat(page.has("#necessity-met[checked]")).isTrue();
        assertThat(page.one("#legality-note").text()).isEqualTo("trái Luật Cư trú");
        sheet = fixture.again(sheet.id());
        Reply early = routes.call(
                "POST /simplification/sheets/{sheet}/move",
                onSheet(post()).withField("to", "proposal").withField("note", "Đã đủ"));
        assertThat(((Reply.View) early).status()).isEqualTo(409);
        Rendered refused = Rendered.of(early).keepsTheRules();
        assertThat(refused.text(".kt-errors a[href='#move']")).contains("Còn thiếu");
        assertThat(refused.one("#note").attr("value")).isEqualTo("Đã đủ");
        assertThatThrownBy(() -> routes.call(
                        "POST /simplification/sheets/{sheet}/move",
                        onSheet(post()).withField("to", "proposal").withField("version", "1")))
                .isInstanceOf(StaleRecordException.class);
    }

    @Test
    void programsReadPlansAndSheets() {
        RecordedRoutes api = new RecordedRoutes();
        new ReviewApi(fixture.reviews).api(api);
        Reply.Json reply = (Reply.Json) api.call("GET /simplification/{plan}", onPlan(get()));
        ReviewApi.WholePlanJson whole = (ReviewApi.WholePlanJson) reply.value();

        assertThat(whole.plan().year()).isEqualTo(2027);
        assertThat(whole.sheets()).extracting(ReviewApi.SheetJson::procedure).containsExactly("2.000635");
        assertThatThrownBy(() ->
                        api.call("GET /simplification/{plan}", onPlan(get()).in("STP2")))
                .isInstanceOf(ProblemException.class);
    }

    private FakeRequest side(String word, FakeRequest request) {
        return onSheet(request).withPathValue("side", word);
    }

    private FakeRequest onPlan(FakeRequest request) {
        return request.withPathValue("plan", String.valueOf(plan.id()));
    }

    private FakeRequest onSheet(FakeRequest request) {
        return request.withPathValue("sheet", String.valueOf(sheet.id()))
                .withField("version", String.valueOf(sheet.version()));
    }

    private static FakeRequest get() {
        return reviewer(FakeRequest.get("procedures", "/simplification"));
    }

    private static FakeRequest post() {
        return reviewer(FakeRequest.post("procedures", "/simplification"));
    }

    private static FakeRequest reviewer(FakeRequest request) {
        return request.in(AGENCY).may(ReviewPermissions.READ, ReviewPermissions.REVIEW);
    }
}
