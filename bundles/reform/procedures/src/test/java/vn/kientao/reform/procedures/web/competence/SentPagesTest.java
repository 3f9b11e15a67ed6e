package vn.kientao.reform.procedures.web.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.competence.Competence;
import vn.kientao.reform.procedures.app.competence.Crossing;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DossierPages;
import vn.kientao.reform.procedures.web.dossier.TwoAgencies;

/** The receiving desk sees how its dossier stands elsewhere and hands the result over; so does a program. */
@OnEachDatabase("procedures")
class SentPagesTest {
    private static final Clock CLOCK =
            Clock.fixed(RECEIVED.plusHours(2).atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final DeskFixture fixture;
    private final Crossing crossing;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();

    SentPagesTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        crossing = Crossing.at(CLOCK, database, fixture.audit, new TwoAgencies(), fixture.progress);
        Papers papers = new Papers(database, fixture.audit, tables);
        SentDoor door = new SentDoor(new Competence(database, fixture.audit, papers, tables), new TwoAgencies());
        new SentPages(door, papers, new LetterService(new PaperService())).staff(routes);
        new DossierPages(fixture.dossiers, fixture.progress).staff(routes);
        new SentApi(door).api(programs);
    }

    @AfterEach
    void close() {
        crossing.close();
    }

    @Test
    void followsADossierUntilItsResultIsHandedOverHere() {
        assertThat(Rendered.of(routes.call("GET /sent", get(""))).has(".kt-empty"))
                .isTrue();
        Dossier dossier = sent();
        Rendered list = Rendered.of(routes.call("GET /sent", get(""))).keepsTheRules();
        assertThat(list.texts("tbody th a")).containsExactly(dossier.code().toString());
        assertThat(list.text("tbody")).contains("Sở Y tế").contains("Đang chuyển");
        assertThat(list.document().text()).doesNotContain("Nguyễn Thị An");

        crossing.carry();
        Reply old = routes.call("GET /dossiers/{code}", get(dossier.code().toString()));
        assertThat(((Reply.Redirect) old).location()).endsWith("/sent/" + dossier.code());
        assertThat(page(dossier).text("main, body")).contains("Rút hồ sơ").doesNotContain("Trả kết quả");

        settle(dossier);
        crossing.carry();
        assertThat(page(dossier).text("main, body"))
                .contains("12/KQ: Giấy phép")
                .contains("Trả kết quả");

        Reply empty = routes.call("POST /sent/{code}/hand-over", post(dossier));
        assertThat(((Reply.View) empty).status()).isEqualTo(422);
        assertThat(Rendered.of(empty).keepsTheRules().has("#handedTo-error")).isTrue();
        Reply done = routes.call("POST /sent/{code}/hand-over", post(dossier).withField("handedTo", "Nguyễn Thị An"));
        assertThat(((Reply.Redirect) done).flash().orElseThrow())
                .contains(dossier.code().toString());
        assertThat(page(dossier).text(".kt-flash")).contains("Đang chuyển sang cơ quan giải quyết");
        crossing.carry();

        assertThat(there(dossier).status()).isEqualTo(DossierStatus.HANDED_OVER);
        assertThat(page(dossier).text(".kt-flash")).contains("Cơ quan giải quyết đã nhận");
        assertThat(Rendered.of(routes.call("GET /sent", get("").withQuery("ended", "1")))
                        .texts("tbody th a"))
                .containsExactly(dossier.code().toString());
    }

    @Test
    void takesWhatIsOwedAndShowsWhoseReceiptItIs() {
        Dossier dossier = sent();
        crossing.carry();
        fixture.progress.take(there(dossier), new HandlerSteps.TakeOver(""), minh());
        fixture.progress.take(
                there(dossier), new ClockSteps.AskPayment("Phí thẩm định", 200_000, "TB-07", Optional.empty()), minh());
        crossing.carry();
        Rendered page = page(dossier);
        assertThat(page.text(".kt-summary")).contains("Phí thẩm định: 200.000 đ · TB-07");
        assertThat(page.one("#amount").val()).isEqualTo("200000");
        Rendered.of(routes.call(
                        "GET /sent/{code}", get(dossier.code().toString()).inEnglish()))
                .keepsTheRules();

        Reply empty =
                routes.call("POST /sent/{code}/confirm-payment", post(dossier).withField("amount", "nhiều"));
        assertThat(((Reply.View) empty).status()).isEqualTo(422);
        assertThat(Rendered.of(empty).keepsTheRules().texts(".kt-errors li")).hasSize(4);
        routes.call(
                "POST /sent/{code}/confirm-payment",
                post(dossier)
                        .withField("amount", "200.000")
                        .withField("payChannel", "1")
                        .withField("receipt", "STP-0012")
                        .withField("payer", "Nguyễn Thị An"));
        assertThat(page(dossier).text(".kt-summary"))
                .as("before the other agency knows of it")
                .contains("Biên lai thu phí 01/BLTP-STP2");
        crossing.carry();

        printsTheReceipt(dossier);
        assertThat(there(dossier).status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(page(dossier).text(".kt-summary"))
                .contains("Đã thu tại đây")
                .contains("200.000 đ, biên lai STP-0012, Tại quầy")
                .doesNotContain("Người nộp phải nộp");
    }

    private void printsTheReceipt(Dossier dossier) {
        FakeRequest request = get(dossier.code().toString());
        assertThat(page(dossier).has(".kt-summary a[href$='/pdf']"))
                .as("nobody without the permission")
                .isFalse();
        request.may(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA);
        Rendered page = Rendered.of(routes.call("GET /sent/{code}", request.inEnglish()))
                .keepsTheRules();
        assertThat(page.texts(".kt-summary a")).containsExactly("Fee receipt 01/BLTP-STP2 (PDF)");
        String address = page.one(".kt-summary a").attr("href");
        String id = address.replaceAll(".*/papers/(\\d+)/pdf", "$1");
        Reply.Download file =
                (Reply.Download) routes.call("GET /sent/{code}/papers/{paper}/pdf", request.withPathValue("paper", id));
        assertThat(file.inline()).isTrue();
        assertThat(file.fileName()).isEqualTo("fee-receipt-" + dossier.code() + ".pdf");
        assertThatThrownBy(() -> routes.call(
                        "GET /sent/{code}/papers/{paper}/pdf",
                        get(dossier.code().toString()).withPathValue("paper", id + "0")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void showsWhyADossierCameBackAndRefusesWhatNoLongerFits() {
        Dossier dossier = sent();
        crossing.carry();
        fixture.progress.take(there(dossier), new DeskSteps.SendBack("Thuộc Sở Tư pháp"), minh());
        crossing.carry();

        Rendered page = page(dossier);
        assertThat(page.text("main, body")).contains("Thuộc Sở Tư pháp").contains("Bị trả lại");
        assertThat(page.has("form")).isFalse();
        assertThatThrownBy(() ->
                        routes.call("POST /sent/{code}/withdraw", post(dossier).withField("reason", "Thôi")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        Dossier dossier = sent();
        FakeRequest foreign = get(dossier.code().toString()).in("SYT2");
        assertThatThrownBy(() -> routes.call("GET /sent/{code}", foreign))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void letsProgramsFollowAndHandOverFromTheVersionTheySaw() {
        Dossier dossier = sent();
        crossing.carry();
        settle(dossier);
        crossing.carry();
        SentApi.Listing listing = (SentApi.Listing) ((Reply.Json) programs.call("GET /sent", get(""))).value();
        assertThat(listing.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo("ready");
            assertThat(item.competent()).isEqualTo("SYT2");
        });
        Reply.Json one = (Reply.Json)
                programs.call("GET /sent/{code}", get(dossier.code().toString()));
        String version = one.headers().get("ETag");

        FakeRequest stale = post(dossier).withHeader("If-Match", "\"1\"").withJson(handing());
        assertThatThrownBy(() -> programs.call("POST /sent/{code}/hand-over", stale))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        programs.call(
                "POST /sent/{code}/hand-over",
                post(dossier).withHeader("If-Match", version).withJson(handing()));
        assertThat(crossing.carry()).isEqualTo(1);
        assertThat(there(dossier).handedTo()).isEqualTo("Nguyễn Thị An");
    }

    private static SentApi.Doing handing() {
        return new SentApi.Doing("Nguyễn Thị An", null, null, null, null, null, null);
    }

    private Dossier sent() {
        return fixture.progress.take(
                fixture.receive(RECEIVED), new DeskSteps.Assign("SYT2", "Sở Y tế", ""), DeskFixture.doer(RECEIVED, ""));
    }

    private void settle(Dossier dossier) {
        fixture.progress.take(there(dossier), new HandlerSteps.TakeOver(""), minh());
        DossierResult result = new DossierResult("12/KQ", "Giấy phép", "Lê Văn Minh", RECEIVED.toLocalDate());
        fixture.progress.take(there(dossier), new HandlerSteps.Finish(result, ""), minh());
    }

    private Dossier there(Dossier dossier) {
        return fixture.dossiers.find("SYT2", dossier.code().toString()).orElseThrow();
    }

    private Rendered page(Dossier dossier) {
        return Rendered.of(routes.call("GET /sent/{code}", get(dossier.code().toString())))
                .keepsTheRules();
    }

    private static Doer minh() {
        return new Doer(
                "SYT2",
                "minh",
                "Trần Minh",
                RECEIVED.plusHours(1),
                Optional.empty(),
                (action, type, id, detail) ->
                        new AuditEntry("minh", Optional.of("SYT2"), "procedures", action, type, id, detail, "r1"));
    }

    private static FakeRequest get(String code) {
        return may(FakeRequest.get("procedures", "/sent"), code);
    }

    private static FakeRequest post(Dossier dossier) {
        return may(FakeRequest.post("procedures", "/sent"), dossier.code().toString());
    }

    private static FakeRequest may(FakeRequest request, String code) {
        return request.in(DeskFixture.AGENCY)
                .withPathValue("code", code)
                .may(DeskPermissions.READ, DeskPermissions.RECEIVE, DeskPermissions.HAND_OVER, DeskPermissions.PROCESS)
                .at(CLOCK);
    }
}
