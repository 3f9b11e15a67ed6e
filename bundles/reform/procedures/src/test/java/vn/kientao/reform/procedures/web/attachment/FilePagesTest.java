package vn.kientao.reform.procedures.web.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.PdfPages;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.report.ReportQuery;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper.Digital;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

/** Scans of a dossier's papers: taken in, looked at without opening them, handed out, taken away. */
@OnEachDatabase("procedures")
class FilePagesTest {
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

    private final Database database;
    private final ProcedureTables tables;
    private final DeskFixture fixture;
    private final Attachments attachments;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();
    private final Dossier dossier;

    FilePagesTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        this.database = database;
        tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        attachments = new Attachments(database, fixture.audit, tables);
        new FilePages(fixture.dossiers, attachments, new PdfPages()).staff(routes);
        new FileApi(fixture.dossiers, attachments).api(programs);
        dossier = fixture.receive(RECEIVED);
    }

    @Test
    void takesAScanOfAPaperWhichIsDigitisedFromThenOn() {
        Reply reply = add("to-khai.png", PNG, "1", "20/11/2027");
        assertThat(((Reply.Redirect) reply).flash()).contains("Đã thêm tệp to-khai.png.");
        assertThat(digital()).isEqualTo(Digital.SCANNED);
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.file-add");

        add("to-khai-2.png", PNG, "1", "");
        assertThat(attachments.of(dossier)).as("the same file again").hasSize(1);
        Rendered page =
                Rendered.of(routes.call("GET /dossiers/{code}/files", get())).keepsTheRules();
        assertThat(page.texts("ul a")).containsExactly("to-khai.png");
        assertThat(page.text(".kt-muted")).contains("đã số hoá");
    }

    @Test
    void countsInTheSharesOfTheReport() {
        Reports reports = new Reports(database, fixture.audit, tables);
        ReportQuery month = new ReportQuery(
                Optional.of("STP2"), Optional.empty(), Period.month(YearMonth.of(2026, 11)), RECEIVED.plusDays(1));
        fixture.receive(RECEIVED.plusMinutes(1));
        assertThat(reports.shares(month).get(ShareKind.DIGITISED)).isEqualTo(new Share(0, 2));

        add("to-khai.png", PNG, "1", "");
        assertThat(reports.shares(month).get(ShareKind.DIGITISED)).isEqualTo(new Share(1, 2));
        assertThat(reports.shares(month).get(ShareKind.RE_USED)).isEqualTo(new Share(0, 2));

        attachments.remove(dossier, attachments.of(dossier).get(0), DeskFixture.doer(RECEIVED, ""));
        assertThat(reports.shares(month).get(ShareKind.DIGITISED)).isEqualTo(new Share(0, 2));
    }

    @Test
    void offersThePaperToWhoComesAgainWhileItIsValid() {
        add("to-khai.png", PNG, "1", "21/11/2026");

        assertThat(fixture.returning
                        .look("096123456789", DeskFixture.doer(RECEIVED.plusDays(1), ""))
                        .papers())
                .extracting(paper -> paper.source())
                .containsExactly(dossier.code().toString());
        assertThat(fixture.returning
                        .look("096123456789", DeskFixture.doer(RECEIVED.plusDays(2), ""))
                        .papers())
                .isEmpty();
    }

    @Test
    void showsPicturesAndPagesDrawnHereAndHandsTheFileOutOnlyToBeSaved() throws IOException {
        byte[] pdf = new PaperService().pdf("<html><body><p>Đơn</p></body></html>");
        add("don.pdf", pdf, "1", "");
        String id = "" + attachments.of(dossier).get(0).id();
        FakeRequest show = get().withPathValue("file", id);
        Rendered page = Rendered.of(routes.call("GET /dossiers/{code}/files/{file}", show))
                .keepsTheRules();
        assertThat(page.document().select("main img, img").eachAttr("src"))
                .containsExactly("/STP2/procedures/dossiers/" + dossier.code() + "/files/" + id + "/pages/1");
        assertThat(page.has("iframe, object, embed")).isFalse();
        assertThat(show.shownObjects()).isNotEmpty();

        Reply.Download picture = (Reply.Download) routes.call(
                "GET /dossiers/{code}/files/{file}/pages/{page}",
                get().withPathValue("file", id).withPathValue("page", "1"));
        assertThat(picture.inline()).isTrue();
        assertThat(Arrays.copyOf(bytes(picture), 4)).isEqualTo(Arrays.copyOf(PNG, 4));

        Reply.Download file = (Reply.Download) routes.call("GET /dossiers/{code}/files/{file}/content", show);
        assertThat(file.inline()).isFalse();
        assertThat(bytes(file)).isEqualTo(pdf);
    }

    @Test
    void saysWhenAFileCannotBeShown() {
        add("hong.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII), "1", "");
        FakeRequest show =
                get().withPathValue("file", "" + attachments.of(dossier).get(0).id());

        Rendered page = Rendered.of(routes.call("GET /dossiers/{code}/files/{file}", show))
                .keepsTheRules();
        assertThat(page.text(".kt-empty h2")).isEqualTo("Tệp này không xem trước được");
    }

    @Test
    void takesAFileAwayAndThePaperIsNoLongerDigitised() {
        add("to-khai.png", PNG, "1", "");
        String id = "" + attachments.of(dossier).get(0).id();
        routes.call(
                "POST /dossiers/{code}/files/{file}/remove",
                all(FakeRequest.post("procedures", "/x")).withPathValue("file", id));

        assertThat(digital()).isEqualTo(Digital.NONE);
        assertThat(attachments.of(dossier)).isEmpty();
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.file-remove");
    }

    @Test
    void refusesAPaperThatIsNotThereAndFilesOfOtherDossiers() {
        Reply reply = add("to-khai.png", PNG, "9", "1/1/2020");
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("#paper-error")).contains("“9”").contains("1 đến 2");
        assertThat(page.text("#validTo-error")).contains("01/01/2020");

        add("to-khai.png", PNG, "1", "");
        Dossier other = fixture.receive(RECEIVED);
        FakeRequest foreign = get().withPathValue("code", other.code().toString())
                .withPathValue("file", "" + attachments.of(dossier).get(0).id());
        assertThatThrownBy(() -> routes.call("GET /dossiers/{code}/files/{file}/content", foreign))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void programsListAddFetchAndRemoveByTheSameRules() throws IOException {
        Reply.Json added = (Reply.Json) programs.call("POST /dossiers/{code}/files", sent("to-khai.png", "1"));
        FileJson file = (FileJson) added.value();
        assertThat(added.status()).isEqualTo(201);
        assertThat(file.kind()).isEqualTo("PNG");
        assertThat(added.headers().get("Location")).isEqualTo(file.content());
        Reply.Json again = (Reply.Json) programs.call("POST /dossiers/{code}/files", sent("khac.png", "1"));
        assertThat(((FileJson) again.value()).id()).as("the same file").isEqualTo(file.id());

        FakeRequest look = get();
        FileJson.Listing listing =
                (FileJson.Listing) ((Reply.Json) programs.call("GET /dossiers/{code}/files", look)).value();
        assertThat(listing.items()).containsExactly(file);
        assertThat(look.shownObjects()).isNotEmpty();
        Reply.Download content = (Reply.Download)
                programs.call("GET /dossiers/{code}/files/{file}/content", get().withPathValue("file", "" + file.id()));
        assertThat(bytes(content)).isEqualTo(PNG);

        programs.call("DELETE /dossiers/{code}/files/{file}", get().withPathValue("file", "" + file.id()));
        assertThat(attachments.of(dossier)).isEmpty();
        assertThat(fixture.audit.actions()).containsSubsequence("procedures.file-add", "procedures.file-remove");
    }

    @Test
    void programsAreToldWhichFieldOfAFileDoesNotFit() {
        assertThatThrownBy(() -> programs.call("POST /dossiers/{code}/files", sent("to-khai.png", "9")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(422);
                    assertThat(refused.problem().fields())
                            .extracting(error -> error.field())
                            .containsExactly("paper");
                });
        assertThat(attachments.of(dossier)).isEmpty();
    }

    @Test
    void leavesADossierThatHasEndedAsItWasDecidedOn() {
        add("to-khai.png", PNG, "1", "");
        String id = "" + attachments.of(dossier).get(0).id();
        fixture.finished(dossier, RECEIVED.plusDays(1));

        assertThatThrownBy(() -> programs.call("DELETE /dossiers/{code}/files/{file}", get().withPathValue("file", id)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
        Rendered page = Rendered.of(routes.call("GET /dossiers/{code}/files/{file}", get().withPathValue("file", id)));
        assertThat(page.has("form[action$=/remove]")).isFalse();
        assertThat(attachments.of(dossier)).hasSize(1);
    }

    private FakeRequest sent(String name, String paper) {
        return all(FakeRequest.post("procedures", "/x"))
                .withFile("file", new FakeUpload(name, PNG))
                .withField("paper", paper);
    }

    private Reply add(String name, byte[] content, String paper, String validTo) {
        return routes.call(
                "POST /dossiers/{code}/files",
                all(FakeRequest.post("procedures", "/x"))
                        .withFile("file", new FakeUpload(name, content))
                        .withField("paper", paper)
                        .withField("validTo", validTo));
    }

    private Digital digital() {
        return fixture.again(dossier).submission().papers().get(0).digital();
    }

    private static byte[] bytes(Reply.Download download) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download.content().writeTo(out);
        return out.toByteArray();
    }

    private FakeRequest get() {
        return all(FakeRequest.get("procedures", "/x"));
    }

    private FakeRequest all(FakeRequest request) {
        return request.in("STP2")
                .may(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA, DeskPermissions.PROCESS)
                .at(CLOCK)
                .withPathValue("code", dossier.code().toString());
    }
}
