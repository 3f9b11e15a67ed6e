package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem.FieldError;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.citizen.Outbox;
import vn.kientao.reform.procedures.app.citizen.Subscriptions;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.SupplementSteps;
import vn.kientao.reform.procedures.app.paper.PaperCases;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;

class TrackPagesTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private DeskFixture fixture;
    private Papers papers;
    private Dossier dossier;
    private String code;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        NoAgencies agencies = new NoAgencies();
        papers = new Papers(
                store.database(), fixture.audit, ProcedureTables.of(store.migrations(), FolderScripts.ofModule()));
        new TrackPages(
                        new TrackDoor(fixture.tracking),
                        agencies,
                        new Subscriptions(
                                store.database(),
                                new Outbox(),
                                ProcedureTables.of(store.migrations(), FolderScripts.ofModule())),
                        fixture.dossiers,
                        papers,
                        new LetterService(new PaperService()))
                .open(routes);
        new ReceiptPages(fixture.dossiers, new PaperService()).staff(routes);
        dossier = fixture.receive(RECEIVED);
        code = dossier.code().toString();
    }

    @Test
    void asksForCodeAndSecondFactor() {
        for (FakeRequest request : new FakeRequest[] {get(), get().inEnglish()}) {
            Rendered page = Rendered.of(routes.call("GET /track", request)).keepsTheRules();
            assertThat(page.has("#code")).isTrue();
            assertThat(page.has("#phone")).isTrue();
        }
    }

    @Test
    void showsWhereTheDossierStandsWithoutNamingAnybody() {
        Reply reply = routes.call("POST /track", post(code, "3456"));

        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("h1")).isEqualTo(code);
        assertThat(page.text(".kt-summary")).contains("N*** T** A").contains("17:00 30/11/2026");
        assertThat(page.document().text()).doesNotContain("Nguyễn Thị An").doesNotContain("0913123456");
        assertThat(page.text(".kt-event")).contains("Người tiếp nhận: Nguyễn Thị Lan");
        assertThat(page.texts(".kt-event h3"))
                .containsExactly("Đã nhận hồ sơ", "Đang xử lý", "Có kết quả", "Đã trả kết quả");
        assertThat(page.text("[aria-current=step] h3")).isEqualTo("Đã nhận hồ sơ");
        assertThat(page.text(".kt-flash")).contains("30/11/2026");
    }

    @Test
    void tellsWhereItIsAndWhenToCome() {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "ghi chú nội bộ", DeskFixture.doer(RECEIVED, ""));
        Rendered processing = Rendered.of(routes.call("POST /track", post(code, "3456")));
        assertThat(processing.text("[aria-current=step]")).contains("Phòng Hộ tịch");
        assertThat(processing.document().text()).doesNotContain("ghi chú nội bộ");

        fixture.finished(dossier, RECEIVED.plusHours(3));
        assertThat(Rendered.of(routes.call("POST /track", post(code, "3456"))).text(".kt-flash"))
                .contains("Mang giấy tiếp nhận");
    }

    @Test
    void listsWhatToSupplementAndGivesTheSlip() throws IOException {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        take(new SupplementSteps.Ask(
                List.of(new SupplementRequest.Item("Tờ khai", "Ký và ghi rõ họ tên", false)),
                "Thiếu chữ ký",
                "Nguyễn Thị Lan, 0290 3831 234",
                "",
                Optional.of(LocalDateTime.of(2026, 12, 4, 17, 0))));
        issue(PaperKind.SUPPLEMENT);

        Rendered page =
                Rendered.of(routes.call("POST /track", post(code, "3456"))).keepsTheRules();
        assertThat(page.text(".kt-panel"))
                .contains("Bạn cần bổ sung", "Tờ khai: Ký và ghi rõ họ tên", "Thiếu chữ ký", "17:00 04/12/2026")
                .contains("0290 3831 234");
        assertThat(page.text("[aria-current=step] h3")).isEqualTo("Yêu cầu bạn bổ sung");
        assertThat(letter(page)).contains("Ký và ghi rõ họ tên", "01/HDHS-STP2", "Bản xem trực tuyến");
    }

    @Test
    void givesTheApologyWithTheNewDateAndMasksWhomItIsFor() throws IOException {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        take(new ClockSteps.ReAppoint(LocalDateTime.of(2026, 12, 8, 17, 0), "Phải xác minh", ""));
        issue(PaperKind.APOLOGY);

        for (FakeRequest request :
                new FakeRequest[] {post(code, "3456"), post(code, "3456").inEnglish()}) {
            Rendered page = Rendered.of(routes.call("POST /track", request)).keepsTheRules();
            assertThat(page.text(".kt-panel")).contains("Phải xác minh", "17:00 30/11/2026", "17:00 08/12/2026");
            assertThat(letter(page))
                    .contains("Phải xác minh", "N*** T** A")
                    .doesNotContain("Nguyễn Thị An")
                    .doesNotContain("0913123456");
        }
    }

    @Test
    void saysWhyADossierEndedWithoutAResult() {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        take(new DeskSteps.End(DossierAction.STOP, "Không bổ sung đúng hạn", "NĐ 118/2025, Điều 18"));

        Rendered page =
                Rendered.of(routes.call("POST /track", post(code, "3456"))).keepsTheRules();
        assertThat(page.text(".kt-panel")).contains("Không bổ sung đúng hạn", "NĐ 118/2025, Điều 18");
        assertThat(page.texts(".kt-event h3")).containsExactly("Đã nhận hồ sơ", "Đã chuyển xử lý", "Dừng giải quyết");
    }

    @Test
    void givesNoLetterWithoutTheSecondFactorAndNoSlipBetweenOfficers() {
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        issue(PaperKind.RECEIPT);
        issue(PaperKind.CONTROL);
        Rendered page = Rendered.of(routes.call("POST /track", post(code, "3456")));
        assertThat(page.document().select("a[href*=/letters/]")).hasSize(1);

        FakeRequest bare = get().withPathValue("code", code).withPathValue("paper", "1");
        assertThat(Rendered.of(routes.call("GET /track/{code}/letters/{paper}", bare))
                        .has("#phone"))
                .isTrue();
        Reply guessed = routes.call("GET /track/{code}/letters/{paper}", bare.withQuery("k", "nonsense"));
        assertThat(((Reply.View) guessed).status()).isEqualTo(422);
        FakeRequest slip = scanned(dossier.trackingKey()).withPathValue("paper", "2");
        assertThatThrownBy(() -> routes.call("GET /track/{code}/letters/{paper}", slip))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void answersAWrongCodeLikeAWrongFactor() {
        Reply wrongFactor = routes.call("POST /track", post(code, "9999"));
        Reply wrongCode = routes.call("POST /track", post("STP2-261120-9999", "3456"));
        Reply wrongKey = routes.call("GET /track/{code}", scanned("nonsense"));

        assertThat(((Reply.View) wrongFactor).status()).isEqualTo(422);
        assertThat(((Reply.View) wrongCode).status()).isEqualTo(422);
        String answer =
                Rendered.of(wrongFactor).keepsTheRules().document().html().replace(code, "CODE");
        assertThat(Rendered.of(wrongCode).document().html().replace("STP2-261120-9999", "CODE"))
                .isEqualTo(answer);
        assertThat(Rendered.of(wrongKey).document().html().replace(code, "CODE"))
                .isEqualTo(answer);
    }

    @Test
    void showsNothingButTheFormForTheCodeAlone() {
        FakeRequest request = get().withPathValue("code", code);
        Rendered page = Rendered.of(routes.call("GET /track/{code}", request)).keepsTheRules();

        assertThat(page.one("#code").val()).isEqualTo(code);
        assertThat(page.has(".kt-timeline")).isFalse();
        assertThat(page.has(".kt-errors")).isFalse();
    }

    @Test
    void opensFromTheReceipt() {
        Rendered page = Rendered.of(routes.call("GET /track/{code}", scanned(dossier.trackingKey())));

        assertThat(page.has(".kt-timeline")).isTrue();
    }

    /** A thousand codes, slowly enough not to be turned away: nothing tells the one that exists from the others. */
    @Test
    void tellsNothingToWhoeverTriesAThousandCodes() {
        TrackDoor door = new TrackDoor(fixture.tracking);
        Set<List<FieldError>> answers = new HashSet<>();
        for (int number = 1; number <= 1000; number++) {
            Clock later = Clock.offset(DeskPagesTest.CLOCK, Duration.ofMinutes(number));
            FormErrors errors = new FormErrors();
            assertThat(door.byForm(post(numbered(number), "0000").at(later), errors))
                    .isEmpty();
            answers.add(errors.all());
        }
        assertThat(code).isEqualTo(numbered(1));
        assertThat(answers).hasSize(1);
    }

    @Test
    void turnsAwayWhoeverTriesAThousandCodesAtOnce() {
        int turnedAway = 0;
        for (int number = 1; number <= 1000; number++) {
            try {
                routes.call("POST /track", post(numbered(number), "3456"));
            } catch (ProblemException e) {
                turnedAway += e.problem().status() == 429 ? 1 : 0;
            }
        }
        assertThat(turnedAway).isEqualTo(990);
    }

    @Test
    void offersEmailsRatingAndFeedback() {
        fixture.finished(dossier, RECEIVED.plusHours(3));
        fixture.progress.handOver(
                fixture.again(dossier), "Nguyễn Thị An", "", DeskFixture.doer(RECEIVED.plusHours(4), ""));

        Rendered page =
                Rendered.of(routes.call("POST /track", post(code, "3456"))).keepsTheRules();

        assertThat(page.has("form[action$=/subscription/new] #email")).isTrue();
        assertThat(page.document().select("a[href*=/rate/" + code + "]")).hasSize(1);
        assertThat(page.document().select("a[href*=/feedback]")).hasSize(1);
    }

    @Test
    void slowsDownWhoeverGuesses() {
        for (int i = 0; i < 10; i++) {
            routes.call("POST /track", post(code, "000" + i));
        }
        assertThatThrownBy(() -> routes.call("POST /track", post(code, "3456")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(429));
    }

    /** Every six seconds, from one address: guesses at the four digits are held up, the holder of the key is not. */
    @Test
    void holdsNobodyUpWhoHasTheKeyOfTheReceipt() {
        for (int turn = 0; turn < 15; turn++) {
            Clock later = Clock.offset(DeskPagesTest.CLOCK, Duration.ofSeconds(12L * turn));
            try {
                routes.call("POST /track", post(code, "0000").at(later));
            } catch (ProblemException e) {
                assertThat(e.problem().status()).isEqualTo(429);
            }
            Reply reply = routes.call(
                    "GET /track/{code}", scanned(dossier.trackingKey()).at(Clock.offset(later, Duration.ofSeconds(6))));
            assertThat(((Reply.View) reply).status()).isEqualTo(200);
        }
        Clock end = Clock.offset(DeskPagesTest.CLOCK, Duration.ofSeconds(175));
        assertThatThrownBy(() -> routes.call("POST /track", post(code, "3456").at(end)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void confirmsTheReceiptOnScreen() {
        for (FakeRequest request : new FakeRequest[] {staff(), staff().inEnglish()}) {
            Rendered page = Rendered.of(routes.call("GET /dossiers/{code}/received", request))
                    .keepsTheRules();
            assertThat(page.text("#code")).isEqualTo(code);
            assertThat(page.has(".kt-qr svg")).isTrue();
            assertThat(page.texts(".kt-more tbody tr")).hasSize(11);
        }
    }

    private void take(DossierStep step) {
        fixture.progress.take(fixture.again(dossier), step, DeskFixture.doer(RECEIVED, ""));
    }

    private void issue(PaperKind kind) {
        papers.issue(fixture.again(dossier), kind, PaperCases.HEAD, DeskFixture.doer(RECEIVED, ""));
    }

    /** The text of the only letter on the page. */
    private String letter(Rendered page) throws IOException {
        String address = page.one("a[href*=/letters/]").attr("href");
        String id = address.substring(address.lastIndexOf('/') + 1, address.indexOf('?'));
        Reply.Download reply = (Reply.Download) routes.call(
                "GET /track/{code}/letters/{paper}",
                scanned(dossier.trackingKey()).withPathValue("paper", id));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        reply.content().writeTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String numbered(int number) {
        return String.format(Locale.ROOT, "STP2-261120-%04d", number);
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/track").at(DeskPagesTest.CLOCK);
    }

    private static FakeRequest post(String code, String digits) {
        return FakeRequest.post("procedures", "/track")
                .at(DeskPagesTest.CLOCK)
                .withField("code", code)
                .withField("phone", digits);
    }

    private FakeRequest scanned(String key) {
        return get().withPathValue("code", code).withQuery("k", key);
    }

    private FakeRequest staff() {
        return FakeRequest.get("procedures", "/dossiers/" + code)
                .in("STP2")
                .may(DeskPermissions.READ, DeskPermissions.RECEIVE)
                .at(DeskPagesTest.CLOCK)
                .withPathValue("code", code);
    }
}
