package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

class DossierPagesTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private DeskFixture fixture;
    private Dossier dossier;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        new DossierPages(fixture.dossiers, fixture.progress).staff(routes);
        new DossierListPage(fixture.dossiers, new SheetService()).staff(routes);
        dossier = fixture.receive(RECEIVED);
    }

    @Test
    void showsTheDossierAndWhatMayBeDone() {
        Rendered page = Rendered.of(routes.call("GET /dossiers/{code}", get())).keepsTheRules();

        assertThat(page.text("h1")).isEqualTo("STP2-261120-0001");
        assertThat(page.texts(".kt-event h3")).containsExactly("Đã tiếp nhận");
        assertThat(page.has("form[action$=/forward]")).isTrue();
        assertThat(page.has("form[action$=/finish]")).isTrue();
        assertThat(page.has("form[action$=/hand-over]")).isFalse();
        assertThat(page.document().select(".btn-primary")).hasSize(1);
    }

    @Test
    void offersOnlyWhatTheReaderMay() {
        FakeRequest reader = FakeRequest.get("procedures", "/dossiers/x")
                .in("STP2")
                .may(DeskPermissions.READ)
                .at(DeskPagesTest.CLOCK)
                .inEnglish()
                .withPathValue("code", dossier.code().toString());
        Rendered page = Rendered.of(routes.call("GET /dossiers/{code}", reader)).keepsTheRules();

        assertThat(page.has("form")).isFalse();
        assertThat(page.texts(".kt-event h3")).containsExactly("Received");
    }

    @Test
    void passesOnFinishesAndHandsOver() {
        routes.call("POST /dossiers/{code}/forward", post(1).withField("place", "Phòng Hộ tịch"));
        routes.call("POST /dossiers/{code}/finish", result(2));
        Reply reply = routes.call("POST /dossiers/{code}/hand-over", post(3).withField("handedTo", "Nguyễn Thị An"));

        assertThat(((Reply.Redirect) reply).flash()).contains("Đã trả kết quả hồ sơ STP2-261120-0001.");
        assertThat(fixture.again(dossier).status()).isEqualTo(DossierStatus.HANDED_OVER);
        Rendered page = Rendered.of(routes.call("GET /dossiers/{code}", get())).keepsTheRules();
        assertThat(page.texts(".kt-event h3"))
                .containsExactly("Đã tiếp nhận", "Đã chuyển xử lý", "Đã có kết quả", "Đã trả kết quả");
    }

    @Test
    void keepsTheFormOfARefusedAction() {
        Reply reply = routes.call(
                "POST /dossiers/{code}/finish",
                post(1).withField("signer", "Lê Văn Minh").withField("signedOn", "32/1/2026"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.one("#signer").val()).isEqualTo("Lê Văn Minh");
        assertThat(page.text("#signedOn-error")).contains("32/1/2026");
        assertThat(page.has("details[open] form[action$=/finish]")).isTrue();
    }

    @Test
    void answersAStaleFormWithWhatChanged() {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));

        Reply reply = routes.call("POST /dossiers/{code}/finish", result(1));

        assertThat(((Reply.View) reply).status()).isEqualTo(409);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.texts(".kt-event h3")).containsExactly("Đã chuyển xử lý");
        assertThat(page.text(".kt-event")).contains("Nguyễn Thị Lan").contains("Phòng Hộ tịch");
        assertThat(page.text(".kt-summary")).contains("07/TLHT");
        assertThat(fixture.again(dossier).status()).isEqualTo(DossierStatus.PROCESSING);
    }

    @Test
    void takesTheSameActionSentTwiceForOne() {
        routes.call("POST /dossiers/{code}/finish", result(1));
        Reply second = routes.call("POST /dossiers/{code}/finish", result(1));

        assertThat(second).isInstanceOf(Reply.Redirect.class);
        assertThat(fixture.again(dossier).version()).isEqualTo(2);
    }

    @Test
    void recordsWhetherTheResultWasIssuedElectronically() {
        routes.call("POST /dossiers/{code}/finish", result(1).withField("electronic", "1"));

        assertThat(fixture.again(dossier).result().orElseThrow().electronic()).isTrue();
    }

    @Test
    void recordsThatTheResultWasNotIssuedElectronicallyWhenNobodyTicksIt() {
        routes.call("POST /dossiers/{code}/finish", result(1));

        assertThat(fixture.again(dossier).result().orElseThrow().electronic()).isFalse();
    }

    @Test
    void knowsNoDossierOfAnotherAgency() {
        FakeRequest other = FakeRequest.get("procedures", "/dossiers/x")
                .in("SYT2")
                .may(DeskPermissions.READ)
                .withPathValue("code", dossier.code().toString());

        assertThatThrownBy(() -> routes.call("GET /dossiers/{code}", other))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void listsByDeadlineWithChipsForEveryFilter() {
        Rendered page = Rendered.of(routes.call(
                        "GET /dossiers",
                        list().withQuery("q", "an").withQuery("status", "2").withQuery("to", "31/12/2026")))
                .keepsTheRules();

        assertThat(page.texts("tbody th")).containsExactly("STP2-261120-0001");
        assertThat(page.texts(".kt-chip")).hasSize(3).first().asString().contains("Từ khoá: an");
        assertThat(page.one(".kt-chip").attr("href")).doesNotContain("q=an").contains("status=2");
        assertThat(page.texts(".kt-tile b")).containsExactly("0", "0", "0", "0", "1", "0");
        assertThat(page.one("a[href*=dossiers.csv]").attr("href")).contains("status=2");
    }

    @Test
    void findsByWordsAndByCodesAndNumbersWholeOrInPart() {
        for (String words : List.of(
                "thị an",
                "AN nguyen",
                "trích lục",
                "0913",
                "stp2-261120-0001",
                "STP2-261120",
                "0913123456",
                "096123456789",
                "096123456")) {
            assertThat(Rendered.of(routes.call("GET /dossiers", list().withQuery("q", words)))
                            .texts("tbody th"))
                    .as(words)
                    .containsExactly("STP2-261120-0001");
        }
        for (String words : List.of("stp2-261120-0002", "0913123457", "096123456780")) {
            assertThat(Rendered.of(routes.call("GET /dossiers", list().withQuery("q", words)))
                            .has("tbody th"))
                    .as(words)
                    .isFalse();
        }
    }

    @Test
    void saysWhenNothingIsThere() {
        Rendered page = Rendered.of(routes.call(
                        "GET /dossiers", list().withQuery("view", "overdue").inEnglish()))
                .keepsTheRules();

        assertThat(page.text(".kt-empty h2")).isEqualTo("No dossiers");
    }

    @Test
    void tellsWhichFilterItCannotRead() {
        Reply reply = routes.call("GET /dossiers", list().withQuery("from", "31/02/2026"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().text(".kt-errors")).contains("31/02/2026");
    }

    @Test
    void exportsTheListForASpreadsheet() throws IOException {
        fixture.desk.receive(
                SomeProcedures.EXTRACT,
                DeskFixture.submission("=HYPERLINK(\"x\"); Trần"),
                fixture.appointment(RECEIVED),
                DeskFixture.doer(RECEIVED, ""));

        Reply.Download file = (Reply.Download) routes.call("GET /dossiers.csv", list());

        assertThat(file.fileName()).isEqualTo("ho-so-STP2-20261120.csv");
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.export");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        List<String> lines = List.of(out.toString(StandardCharsets.UTF_8).split("\r\n"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\ufeffMã hồ sơ;Thủ tục;Lĩnh vực;Người nộp");
        assertThat(lines.get(2)).contains(";\"'=HYPERLINK(\"\"x\"\"); Trần\";");
    }

    private static FakeRequest list() {
        return FakeRequest.get("procedures", "/dossiers")
                .in("STP2")
                .may(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA, DeskPermissions.RECEIVE)
                .at(DeskPagesTest.CLOCK);
    }

    private FakeRequest get() {
        return everything(FakeRequest.get("procedures", "/dossiers/" + dossier.code()));
    }

    private FakeRequest post(int version) {
        return everything(FakeRequest.post("procedures", "/dossiers/" + dossier.code()))
                .withField("version", "" + version);
    }

    private FakeRequest result(int version) {
        return post(version)
                .withField("number", "07/TLHT")
                .withField("summary", "Bản sao trích lục")
                .withField("signer", "Lê Văn Minh")
                .withField("signedOn", "20/11/2026");
    }

    private FakeRequest everything(FakeRequest request) {
        return request.in("STP2")
                .may(
                        DeskPermissions.READ,
                        DeskPermissions.PERSONAL_DATA,
                        DeskPermissions.RECEIVE,
                        DeskPermissions.PROCESS,
                        DeskPermissions.HAND_OVER)
                .at(DeskPagesTest.CLOCK)
                .withPathValue("code", dossier.code().toString());
    }
}
