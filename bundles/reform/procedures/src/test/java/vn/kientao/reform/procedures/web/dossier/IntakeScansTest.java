package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
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
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper.Digital;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.attachment.IntakeScanPages;

/** Scans are attached inside the intake form, stay with it through mistakes, and become files of the dossier with it. */
@OnEachDatabase("procedures")
class IntakeScansTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1'};

    private final Database database;
    private final DeskFixture fixture;
    private final Attachments attachments;
    private final RecordedRoutes routes = new RecordedRoutes();

    IntakeScansTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        attachments =
                new Attachments(database, fixture.audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
        new DeskPages(new SomeProcedures(), fixture.desk, fixture.returning, fixture.scans).staff(routes);
    }

    @Test
    void aScanStaysWithAFormThatComesBackWithMistakesAndBecomesAFileOfTheDossier() {
        Reply back = routes.call(
                "POST /desk/{versionId}",
                form().withField("name", "Trần Thị Bưởi").withFile("p1-file", new FakeUpload("to-khai.png", PNG)));
        assertThat(((Reply.View) back).status()).isEqualTo(422);
        Rendered page = Rendered.of(back).keepsTheRules();
        assertThat(page.text(".kt-checklist li")).contains("to-khai.png").contains("PNG");
        assertThat(page.has("#p1[checked]")).as("what was attached is there").isTrue();
        assertThat(page.one("#name").val()).isEqualTo("Trần Thị Bưởi");

        Rendered check = Rendered.of(routes.call("POST /desk/{versionId}", filled()));
        assertThat(check.texts(".kt-summary-row dd")).contains("đã số hoá");

        Dossier dossier = received(filled());
        ReceivedPaper paper = dossier.submission().papers().get(0);
        assertThat(paper.digital()).isEqualTo(Digital.SCANNED);
        assertThat(attachments.of(dossier)).extracting(Attachment::name).containsExactly("to-khai.png");
        assertThat(attachments.content(dossier, attachments.of(dossier).get(0))).hasValue(PNG);
        assertThat(fixture.scans.of(key())).as("nothing is left with the form").isEmpty();
        assertThat(fixture.audit.actions())
                .containsSubsequence("procedures.scan-add", "procedures.file-add", "procedures.receive");
    }

    @Test
    void scansOfSeveralPapersComeOneAfterTheOtherAndCanBeTakenAway() {
        Rendered first = Rendered.of(routes.call(
                        "POST /desk/{versionId}/scans",
                        filled().withFile("p1-file", new FakeUpload("mot.png", PNG))
                                .withFile("x1-file", new FakeUpload("khac.pdf", PDF))))
                .keepsTheRules();
        assertThat(first.one("#phone").val()).isEqualTo("0913123456");
        List<IntakeScan> scans = fixture.scans.of(key());
        assertThat(scans).extracting(IntakeScan::field).containsExactly("p1", "x1");

        Rendered nameless = Rendered.of(routes.call("POST /desk/{versionId}", filled()));
        assertThat(nameless.has("#x1-name-error"))
                .as("a scan of a paper without a name")
                .isTrue();

        Dossier dossier = received(filled().withField("p1-originals", "1")
                .withField("x1-name", "Giấy xác nhận")
                .withField("_remove-scan", "" + scans.get(0).id()));
        assertThat(attachments.of(dossier)).extracting(Attachment::paper).containsExactly(3);
        assertThat(dossier.submission().papers())
                .extracting(ReceivedPaper::digital)
                .containsExactly(Digital.NONE, Digital.NONE, Digital.SCANNED);
        assertThat(fixture.audit.actions()).contains("procedures.scan-remove");
    }

    @Test
    void theFormOpenedAgainHasThemAndNobodyElsesHas() {
        attach("to-khai.png");
        Rendered again =
                Rendered.of(routes.call("GET /desk/{versionId}", all(FakeRequest.get("procedures", "/desk/7"))));
        assertThat(again.text(".kt-checklist li")).contains("to-khai.png");
        assertThat(again.one("#intake-form").attr("enctype")).isEqualTo("multipart/form-data");

        assertThat(fixture.scans.of(new IntakeKey("STP2", "somebody-else", "desk-7")))
                .isEmpty();
        assertThat(fixture.scans.of(new IntakeKey("SYT2", key().account(), "desk-7")))
                .isEmpty();
        Rendered other = Rendered.of(routes.call(
                "GET /desk/{versionId}",
                all(FakeRequest.get("procedures", "/desk/9")).withPathValue("versionId", "9")));
        assertThat(other.text(".kt-checklist")).doesNotContain("to-khai.png");
    }

    @Test
    void aFileThatIsTooLargeIsNamedAndTheOthersAreKept() {
        Reply reply = routes.call(
                "POST /desk/{versionId}/scans",
                filled().withFile("p1-file", new FakeUpload("lon.pdf", large()))
                        .withFile("p2-file", new FakeUpload("nho.png", PNG)));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("#p1-file-error")).contains("lon.pdf").contains("10 MB");
        assertThat(fixture.scans.of(key())).extracting(IntakeScan::name).containsExactly("nho.png");
    }

    @Test
    void aFileThatIsRefusedIsNamedInTheFormWhichHasEverythingThatWasTyped() {
        LocalText reason = new LocalText("Tệp có mã độc", "The file carries malicious code");
        for (String route : List.of("POST /desk/{versionId}", "POST /desk/{versionId}/scans")) {
            Reply reply = routes.call(
                    route,
                    filled().withField("ownerName", "Trần Văn Chủ")
                            .withRefusedFile("p1-file", reason)
                            .withFile("p2-file", new FakeUpload("nho.png", PNG)));
            assertThat(((Reply.View) reply).status()).isEqualTo(422);
            Rendered page = Rendered.of(reply).keepsTheRules();
            assertThat(page.text("#p1-file-error")).isEqualTo("Tệp có mã độc");
            assertThat(page.one(".kt-errors a").attr("href")).isEqualTo("#p1-file");
            assertThat(page.one("#name").val()).isEqualTo("Nguyễn Thị An");
            assertThat(page.one("#ownerName").val()).isEqualTo("Trần Văn Chủ");
            assertThat(page.text(".kt-checklist")).contains("nho.png");
        }
    }

    @Test
    void itsOwnerLooksAtAScanAndNobodyElse() throws IOException {
        byte[] pdf = new PaperService().pdf("<html><body><p>Đơn</p></body></html>");
        routes.call("POST /desk/{versionId}/scans", form().withFile("p1-file", new FakeUpload("don.pdf", pdf)));
        String id = "" + fixture.scans.of(key()).get(0).id();
        RecordedRoutes looks = new RecordedRoutes();
        new IntakeScanPages(fixture.scans, new PdfPages()).staff(looks);

        Rendered form =
                Rendered.of(routes.call("GET /desk/{versionId}", all(FakeRequest.get("procedures", "/desk/7"))));
        assertThat(form.one(".kt-checklist a").attr("href")).isEqualTo("/STP2/procedures/desk/scans/" + id);
        for (FakeRequest request : List.of(scan(id), scan(id).inEnglish())) {
            Rendered page =
                    Rendered.of(looks.call("GET /desk/scans/{scan}", request)).keepsTheRules();
            assertThat(page.document().select("img").eachAttr("src"))
                    .containsExactly("/STP2/procedures/desk/scans/" + id + "/pages/1");
            assertThat(request.shownObjects()).containsExactly("intake-form desk-7");
        }
        Reply.Download picture =
                (Reply.Download) looks.call("GET /desk/scans/{scan}/pages/{page}", scan(id).withPathValue("page", "1"));
        assertThat(picture.contentType()).isEqualTo("image/png");
        Reply.Download saved = (Reply.Download) looks.call("GET /desk/scans/{scan}/content", scan(id));
        assertThat(saved.fileName()).isEqualTo("don.pdf");

        for (String other : List.of("999", "x")) {
            assertThatThrownBy(() -> looks.call("GET /desk/scans/{scan}", scan(other)))
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> looks.call("GET /desk/scans/{scan}", scan(id).in("SYT2")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> looks.call(
                        "GET /desk/scans/{scan}", scan(id).by(new Actor("somebody-else", "", Set.of(), Map.of()))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingOfADossierIsKeptWhenItsScansCannotBe() {
        attach("to-khai.png");
        database.write(handle -> handle.execute("DROP TABLE procedures.dossier_file_content"));

        assertThatThrownBy(() -> routes.call("POST /desk/{versionId}/receive", filled()));
        int dossiers = database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM procedures.dossier")
                .mapTo(Integer.class)
                .one());
        assertThat(dossiers).isZero();
        assertThat(fixture.scans.of(key())).hasSize(1);
    }

    @Test
    void whatNobodyReceivesIsThrownAwayAfterAWeek() {
        attach("to-khai.png");
        assertThat(fixture.scans.deleteOld(DeskFixture.RECEIVED.plusDays(IntakeScans.KEPT_DAYS)))
                .isZero();
        assertThat(fixture.scans.deleteOld(DeskFixture.RECEIVED.plusDays(IntakeScans.KEPT_DAYS + 1)))
                .isEqualTo(1);
        assertThat(fixture.scans.of(key())).isEmpty();
    }

    private void attach(String name) {
        routes.call("POST /desk/{versionId}/scans", form().withFile("p1-file", new FakeUpload(name, PNG)));
    }

    private Dossier received(FakeRequest request) {
        Reply reply = routes.call("POST /desk/{versionId}/receive", request);
        return fixture.dossiers
                .find("STP2", ((Reply.Redirect) reply).location().split("/")[4])
                .orElseThrow();
    }

    private static byte[] large() {
        byte[] large = new byte[(int) Attachments.MOST_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        return large;
    }

    private static FakeRequest scan(String id) {
        return all(FakeRequest.get("procedures", "/desk/scans/" + id)).withPathValue("scan", id);
    }

    private static IntakeKey key() {
        return new IntakeKey("STP2", form().actor().account(), "desk-7");
    }

    private static FakeRequest form() {
        return all(FakeRequest.post("procedures", "/desk/7"));
    }

    private static FakeRequest filled() {
        FakeRequest request = form();
        Map.of(
                        "p1", "1",
                        "p1-originals", "0",
                        "kind", "citizen",
                        "name", "Nguyễn Thị An",
                        "idNumber", "096123456789",
                        "address", "Phường An Xuyên",
                        "phone", "0913123456",
                        "content", "Cấp 2 bản sao",
                        "sets", "1",
                        "resultBy", "1")
                .forEach(request::withField);
        return request;
    }

    private static FakeRequest all(FakeRequest request) {
        return request.in("STP2")
                .may(DeskPermissions.RECEIVE)
                .at(DeskPagesTest.CLOCK)
                .withPathValue("versionId", "7");
    }
}
