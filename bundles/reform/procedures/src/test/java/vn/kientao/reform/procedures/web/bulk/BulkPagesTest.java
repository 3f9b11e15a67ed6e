package vn.kientao.reform.procedures.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.bulk.BulkSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.LinkSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Standing.Assignee;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DossierListPage;
import vn.kientao.reform.procedures.web.dossier.StepDoor;
import vn.kientao.reform.procedures.web.dossier.TwoAgencies;

/** From the ticked rows of the list over the preview to what became of each dossier. */
@OnEachDatabase("procedures")
class BulkPagesTest {
    private static final LocalDateTime LATER = RECEIVED.plusMinutes(5);
    private static final Clock CLOCK = Clock.fixed(LATER.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final DeskFixture fixture;
    private final Papers papers;
    private final RecordedRoutes routes = new RecordedRoutes();

    BulkPagesTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        papers = new Papers(database, fixture.audit, tables);
        BulkSteps steps = new BulkSteps(database, fixture.progress, tables);
        People people = accounts -> Map.of("minh", "Lê Văn Minh");
        Colleagues colleagues = (agency, roles) -> Map.of("minh", "Lê Văn Minh");
        BulkDoor door = new BulkDoor(
                fixture.dossiers,
                fixture.progress,
                steps,
                new StepDoor(
                        fixture.dossiers,
                        fixture.progress,
                        fixture.desk,
                        new SomeProcedures(),
                        people,
                        colleagues,
                        papers,
                        new TwoAgencies()),
                people,
                colleagues);
        new BulkPages(door, steps, new SheetService()).staff(routes);
        new BulkApi(door).api(routes);
        new DossierListPage(fixture.dossiers, new SheetService()).staff(routes);
    }

    @Test
    void offersTheRowsOfTheListToWhoMayDoSomethingWithThem() {
        List<Dossier> two = received(2);
        FakeRequest list = may(FakeRequest.get("procedures", "/dossiers"));
        Rendered page = Rendered.of(routes.call("GET /dossiers", list)).keepsTheRules();

        assertThat(page.document().select("input[name=row]").eachAttr("value"))
                .containsExactlyInAnyOrder(code(two.get(0)), code(two.get(1)));
        assertThat(page.has("input[name=row][checked]")).isFalse();
        assertThat(page.document().select("#action option").eachAttr("value")).contains("take-over", "hand-over");

        Rendered picked = Rendered.of(routes.call("GET /dossiers", list.withQuery("pick", "all")));
        assertThat(picked.document().select("input[name=row][checked]")).hasSize(2);

        FakeRequest reader = FakeRequest.get("procedures", "/dossiers")
                .in("STP2")
                .may(DeskPermissions.READ)
                .at(CLOCK);
        assertThat(Rendered.of(routes.call("GET /dossiers", reader)).has("input[name=row]"))
                .isFalse();
    }

    @Test
    void saysOfEachDossierWhatWillHappenOrWhyNot() {
        List<Dossier> three = received(3);
        fixture.finished(three.get(1), LATER);
        Rendered page = Rendered.of(routes.call(
                        "POST /bulk", chosen("forward", code(three.get(0)), code(three.get(1)), "STP2-250101-0001")))
                .keepsTheRules();

        assertThat(page.text("h1")).isEqualTo("Nhiều hồ sơ: Chuyển xử lý");
        assertThat(page.text(".kt-lead")).startsWith("1 trong 3 hồ sơ");
        assertThat(page.document().select("input[name=row]").eachAttr("value"))
                .containsExactly(code(three.get(0)) + "@1");
        List<String> then = page.texts("tbody td:last-child");
        assertThat(then.get(0)).isEqualTo("Đang xử lý");
        assertThat(then.get(1)).contains("đang “Đã xử lý xong” nên không thể: Chuyển xử lý");
        assertThat(then.get(2)).isEqualTo("Không có hồ sơ STP2-250101-0001 tại cơ quan này");
        assertThat(fixture.again(three.get(0)).version()).isEqualTo(1);
    }

    @Test
    void doesEachByItselfAndKeepsWhatWasNotDoneChosen() throws IOException {
        List<Dossier> four = received(4);
        forward(four.get(2));
        fixture.progress.take(
                fixture.again(four.get(2)),
                new LinkSteps.SendUp(new LinkSteps.Part("Sở Y tế", LATER.plusDays(3)), ""),
                DeskFixture.doer(LATER, ""));
        forward(four.get(3));
        int before = fixture.audit.entries().size();
        Reply reply = routes.call(
                "POST /bulk/finish",
                result(may(FakeRequest.post("procedures", "/bulk/finish")))
                        .withField(
                                "row",
                                code(four.get(0)) + "@1",
                                code(four.get(1)) + "@1",
                                code(four.get(2)) + "@3",
                                code(four.get(3)) + "@1"));

        assertThat(fixture.again(four.get(0)).status()).isEqualTo(DossierStatus.FINISHED);
        assertThat(fixture.again(four.get(1)).status()).isEqualTo(DossierStatus.FINISHED);
        assertThat(fixture.again(four.get(2)).status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(fixture.again(four.get(3)).status()).isEqualTo(DossierStatus.PROCESSING);
        List<AuditEntry> entries =
                fixture.audit.entries().subList(before, fixture.audit.entries().size());
        assertThat(entries).hasSize(2);
        assertThat(entries)
                .extracting(AuditEntry::requestId)
                .containsOnly(entries.get(0).requestId());

        Rendered page = result(reply);
        assertThat(page.texts(".kt-summary dd").subList(0, 3)).containsExactly("2", "1", "1");
        assertThat(page.document().select("input[name=row][checked]").eachAttr("value"))
                .containsExactly(code(four.get(2)), code(four.get(3)));
        assertThat(page.texts("tbody td:last-child").get(3)).contains("Đã chuyển xử lý, Nguyễn Thị Lan");

        FakeRequest export = may(FakeRequest.get("procedures", "/bulk")).withPathValue("run", run(reply));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) routes.call("GET /bulk/{run}/csv", export)).content().writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8).split("\r\n")).hasSize(5);
    }

    @Test
    void handsEachOverToWhoHandedItInAndAssignsByName() {
        List<Dossier> two = received(2);
        String[] rows = {code(two.get(0)) + "@1", code(two.get(1)) + "@1"};
        routes.call(
                "POST /bulk/forward",
                may(FakeRequest.post("procedures", "/bulk/forward"))
                        .withField("row", rows)
                        .withField("place", "Phòng Hộ tịch")
                        .withField("assignee", "minh"));
        assertThat(fixture.again(two.get(1)).standing().assignee()).contains(new Assignee("minh", "Lê Văn Minh"));

        two.forEach(dossier -> fixture.finished(dossier, LATER));
        Reply reply = routes.call(
                "POST /bulk/hand-over",
                may(FakeRequest.post("procedures", "/bulk/hand-over"))
                        .withField("row", code(two.get(0)) + "@3", code(two.get(1)) + "@3"));
        assertThat(result(reply).texts("tbody td:last-child")).containsOnly("Đã trả kết quả");
        assertThat(fixture.again(two.get(0)).handedTo()).isEqualTo("Nguyễn Thị An");
        assertThat(papers.of(two.get(0))).extracting(IssuedPaper::kind).containsExactly(PaperKind.HAND_OVER);
    }

    @Test
    void keepsTheFormWhenItsValuesSuitNoDossier() {
        List<Dossier> two = received(2);
        Reply reply = routes.call(
                "POST /bulk/pass-on",
                may(FakeRequest.post("procedures", "/bulk/pass-on"))
                        .withField("row", code(forward(two.get(0))) + "@2", code(forward(two.get(1))) + "@2")
                        .withField("note", "Giao lại"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.has("#place-error")).isTrue();
        assertThat(page.one("#note").val()).isEqualTo("Giao lại");
        assertThat(page.document().select("input[name=row]")).hasSize(2);
        assertThat(fixture.again(two.get(0)).version()).isEqualTo(2);
    }

    @Test
    void answersTheSameFormSentTwiceWithWhatTheFirstOneDid() {
        Dossier dossier = received(1).get(0);
        FakeRequest form = may(FakeRequest.post("procedures", "/bulk/forward"))
                .withField("row", code(dossier) + "@1")
                .withField("place", "Phòng Hộ tịch")
                .withHeader("Idempotency-Key", "k1");

        String first = run(routes.call("POST /bulk/forward", form));
        assertThat(run(routes.call("POST /bulk/forward", form))).isEqualTo(first);
        assertThat(fixture.again(dossier).version()).isEqualTo(2);
    }

    @Test
    void isBoundedAndKeepsAgenciesApart() {
        String[] many = IntStream.rangeClosed(1, BulkRun.MOST + 1)
                .mapToObj(number -> "STP2-260101-%04d".formatted(number))
                .toArray(String[]::new);
        assertThatThrownBy(() -> routes.call("POST /bulk", chosen("forward", many)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().title().vi())
                                .contains("201")
                                .contains("200"));

        Dossier dossier = received(1).get(0);
        FakeRequest other = FakeRequest.post("procedures", "/bulk/finish")
                .in("SYT2")
                .may(DeskPermissions.PROCESS, DeskPermissions.READ)
                .at(CLOCK)
                .withField("row", code(dossier) + "@1");
        String run = run(routes.call("POST /bulk/finish", result(other)));
        assertThat(fixture.again(dossier).version()).isEqualTo(1);
        assertThatThrownBy(() -> routes.call(
                        "GET /bulk/{run}",
                        may(FakeRequest.get("procedures", "/bulk")).withPathValue("run", run)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void letsProgramsPreviewAndDoTheSame() {
        List<Dossier> two = received(2);
        fixture.progress.take(forward(two.get(1)), new HandlerSteps.TakeOver(""), DeskFixture.doer(LATER, ""));
        List<BulkJson.Row> rows =
                List.of(new BulkJson.Row(code(two.get(0)), 1L), new BulkJson.Row(code(two.get(1)), 3L));
        Map<String, String> fields = Map.of("place", "Phòng Hộ tịch");

        BulkJson.Result preview = call(new BulkJson(rows, fields, true));
        assertThat(preview.done()).isEqualTo(1);
        assertThat(fixture.again(two.get(0)).version()).isEqualTo(1);

        BulkJson.Result done = call(new BulkJson(rows, fields, null));
        assertThat(done.dossiers()).extracting(BulkJson.Line::outcome).containsExactly("done", "refused");
        assertThat(fixture.again(two.get(0)).place()).isEqualTo("Phòng Hộ tịch");

        assertThatThrownBy(() -> call(new BulkJson(List.of(new BulkJson.Row(code(two.get(0)), null)), fields, null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    private BulkJson.Result call(BulkJson body) {
        FakeRequest request =
                may(FakeRequest.post("procedures", "/bulk/forward")).withJson(body);
        // The recorder keeps one table for pages and programs; the program's route was declared last.
        return (BulkJson.Result) ((Reply.Json) routes.all().stream()
                        .filter(route -> route.path().equals("/bulk/forward"))
                        .reduce((page, program) -> program)
                        .orElseThrow()
                        .handler()
                        .handle(request))
                .value();
    }

    private List<Dossier> received(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> fixture.receive(RECEIVED))
                .toList();
    }

    private Dossier forward(Dossier dossier) {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(LATER, ""));
        return fixture.again(dossier);
    }

    private Rendered result(Reply reply) {
        FakeRequest show = may(FakeRequest.get("procedures", "/bulk")).withPathValue("run", run(reply));
        return Rendered.of(routes.call("GET /bulk/{run}", show)).keepsTheRules();
    }

    private static String run(Reply reply) {
        String location = ((Reply.Redirect) reply).location();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static FakeRequest result(FakeRequest request) {
        return request.withField("number", "07/TLHT")
                .withField("summary", "Bản sao trích lục")
                .withField("signer", "Lê Văn Minh")
                .withField("signedOn", "20/11/2026");
    }

    private static FakeRequest chosen(String action, String... rows) {
        return may(FakeRequest.post("procedures", "/bulk"))
                .withField("action", action)
                .withField("row", rows);
    }

    private static FakeRequest may(FakeRequest request) {
        return request.in("STP2").may(all()).at(CLOCK);
    }

    private static Permission[] all() {
        return new Permission[] {
            DeskPermissions.READ,
            DeskPermissions.PERSONAL_DATA,
            DeskPermissions.RECEIVE,
            DeskPermissions.PROCESS,
            DeskPermissions.HAND_OVER,
            DeskPermissions.ROUTE
        };
    }

    private static String code(Dossier dossier) {
        return dossier.code().toString();
    }
}
