package vn.kientao.reform.procedures.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.citizen.PrefillFiles;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.attachment.Digest;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.citizen.PrefillFile;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

@OnEachDatabase("procedures")
class PrefillPagesTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1'};
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes staff = new RecordedRoutes();
    private final DeskFixture fixture;
    private final Database database;
    private final Prefills prefills;
    private final PrefillFiles files;

    PrefillPagesTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        prefills = new Prefills(database, fixture.audit, tables);
        files = new PrefillFiles(database, tables);
        new PrefillPages(new SomeProcedures(), prefills, files, new PaperService()).open(open);
        new RecallPages(new SomeProcedures(), fixture.desk, prefills, files, fixture.scans).staff(staff);
    }

    @Test
    void choosesAProcedureAndAsksForConsent() {
        assertThat(Rendered.of(open.call("GET /prefill", get().withQuery("q", "khai sinh")))
                        .keepsTheRules()
                        .texts(".kt-result"))
                .hasSize(1);
        for (FakeRequest request : new FakeRequest[] {form(get()), form(get()).inEnglish()}) {
            Rendered.of(open.call("GET /prefill/{code}", request)).keepsTheRules();
        }
        Reply reply = open.call("POST /prefill/{code}", typed());
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().text("#consent-error")).contains("Chưa đồng ý");
    }

    @Test
    void comesUpInTheIntakeFormWithSourceAndDate() {
        String code = Rendered.of(open.call("POST /prefill/{code}", typed().withField("consent", "yes")))
                .keepsTheRules()
                .text("#code");
        Rendered.of(staff.call("GET /desk/recall", officer(get()))).keepsTheRules();

        FakeRequest recall = officer(post()).withField("code", code);
        Rendered intake = Rendered.of(staff.call("POST /desk/recall", recall)).keepsTheRules();
        assertThat(recall.shownObjects()).containsExactly("prefill 1");

        assertThat(intake.text(".kt-flash")).contains("08:15 20/11/2026");
        assertThat(intake.one("#name").val()).isEqualTo("Trần Thị Bình");
        assertThat(intake.one("#phone").val()).isEqualTo("0913000111");
        assertThat(intake.one("#p1").hasAttr("checked")).isTrue();
        assertThat(intake.one("#p2").hasAttr("checked")).isFalse();
        assertThat(intake.one("form").attr("action")).endsWith("/desk/7");
    }

    @Test
    void takesScansAlongThroughMistakesToTheDeskWhereTheyAreTakenOver() {
        Rendered first = Rendered.of(open.call(
                        "POST /prefill/{code}/files", typed().withFile("p1-file", new FakeUpload("to-khai.png", PNG))))
                .keepsTheRules();
        assertThat(first.text(".kt-checklist")).contains("to-khai.png");
        assertThat(first.one("#name").val()).isEqualTo("Trần Thị Bình");
        String secret = first.one("input[name=_files]").val();

        Reply mistaken = open.call(
                "POST /prefill/{code}",
                typed().withField("_files", secret).withFile("p2-file", new FakeUpload("uy-quyen.pdf", PDF)));
        assertThat(((Reply.View) mistaken).status()).as("without consent").isEqualTo(422);
        Rendered again = Rendered.of(mistaken).keepsTheRules();
        assertThat(again.text(".kt-checklist")).contains("to-khai.png").contains("uy-quyen.pdf");
        assertThat(again.has("#p2[checked]")).as("what was attached is there").isTrue();

        Rendered done = Rendered.of(open.call(
                        "POST /prefill/{code}",
                        typed().withField("consent", "yes").withField("_files", secret)))
                .keepsTheRules();
        assertThat(done.text(".kt-receipt")).contains("Tệp đi kèm: 2");
        assertThat(done.text("#code")).isEqualTo(secret);

        Rendered intake = Rendered.of(
                        staff.call("POST /desk/recall", officer(post()).withField("code", secret)))
                .keepsTheRules();
        assertThat(intake.text(".kt-checklist")).contains("to-khai.png").contains("uy-quyen.pdf");
        IntakeKey key = new IntakeKey("STP2", officer(post()).actor().account(), "desk-7");
        assertThat(fixture.scans.of(key)).extracting(IntakeScan::field).containsExactly("p1", "p2");
        assertThat(fixture.scans.of(key).get(1).sha256()).isEqualTo(Digest.sha256(PDF));
        assertThat(fixture.audit.actions())
                .containsSubsequence("procedures.prefill-recall", "procedures.scan-add", "procedures.scan-add");

        staff.call("POST /desk/recall", officer(post()).withField("code", secret));
        assertThat(fixture.scans.of(key)).as("opened a second time").hasSize(2);
    }

    @Test
    void comesBackWithEverythingWhenAFileIsRefusedOrTooLarge() {
        LocalText reason = new LocalText("Tệp có mã độc", "The file carries malicious code");
        byte[] large = Arrays.copyOf(PDF, (int) Attachments.MOST_BYTES + 1);
        Reply reply = open.call(
                "POST /prefill/{code}",
                typed().withField("consent", "yes")
                        .withRefusedFile("p1-file", reason)
                        .withFile("p2-file", new FakeUpload("lon.pdf", large)));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("#p1-file-error")).isEqualTo("Tệp có mã độc");
        assertThat(page.text("#p2-file-error")).contains("10 MB");
        assertThat(page.one("#phone").val()).isEqualTo("0913 000 111");
        assertThat(page.has("#consent[checked]")).isTrue();
        assertThat(page.has("input[name=_files]")).as("nothing was kept").isFalse();
    }

    @Test
    void takesAFileAwayAndTakesNoCodeThatItDidNotGiveOut() {
        String secret = Rendered.of(open.call(
                        "POST /prefill/{code}/files", typed().withFile("p1-file", new FakeUpload("to-khai.png", PNG))))
                .one("input[name=_files]")
                .val();
        SecretCode code = SecretCode.parse(secret).orElseThrow();
        String id = "" + files.of(code).get(0).id();

        Reply foreign = open.call(
                "POST /prefill/{code}/files",
                typed().withField("_files", "AAAA-BBBB-CCCC").withField("_remove-scan", id));
        assertThat(Rendered.of(foreign).text("#files-error")).contains("Chọn lại tệp");
        assertThat(files.of(code)).hasSize(1);
        Reply other = open.call(
                "POST /prefill/{code}/files",
                typed().withField("_files", secret).withPathValue("code", "1.001193"));
        assertThat(Rendered.of(other).has("#files-error"))
                .as("another procedure")
                .isTrue();

        Rendered without = Rendered.of(open.call(
                "POST /prefill/{code}/files",
                typed().withField("_files", secret).withField("_remove-scan", id)));
        assertThat(without.text(".kt-checklist")).doesNotContain("to-khai.png");
        assertThat(files.of(code)).isEmpty();
    }

    @Test
    void addsNothingToAFormThatIsAlreadySent() {
        String secret = sentWithAFile();
        SecretCode code = SecretCode.parse(secret).orElseThrow();
        String id = "" + files.of(code).get(0).id();

        Reply reply = open.call(
                "POST /prefill/{code}",
                typed().withField("consent", "yes")
                        .withField("_files", secret)
                        .withField("_remove-scan", id)
                        .withFile("p2-file", new FakeUpload("khac.pdf", PDF)));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(files.of(code)).extracting(PrefillFile::name).containsExactly("to-khai.png");
    }

    @Test
    void keepsNoFileAndNoNameReadableAndForgetsThemWithTheForm() {
        String secret = sentWithAFile();
        String rows = database.read(handle -> handle.createQuery("SELECT f.sealed_name, f.mark, c.sealed"
                        + " FROM procedures.prefill_file f JOIN procedures.prefill_file_content c ON c.file_id = f.id")
                .map((row, context) ->
                        row.getString(1) + row.getString(2) + new String(row.getBytes(3), StandardCharsets.ISO_8859_1))
                .one());
        assertThat(rows).doesNotContain("to-khai", "PNG", Digest.sha256(PNG));

        open.call("POST /prefill/delete", post().withField("code", secret));
        assertThat(kept()).as("its owner deletes the form").isZero();

        sentWithAFile();
        prefills.deleteExpired(RECEIVED.plusDays(Prefills.KEPT_DAYS).plusMinutes(1));
        assertThat(kept()).as("the form is never picked up").isZero();
    }

    @Test
    void throwsAwayAfterADayWhatIsAttachedAndNeverSent() {
        sentWithAFile();
        open.call("POST /prefill/{code}/files", typed().withFile("p1-file", new FakeUpload("to-khai.png", PNG)));
        assertThat(files.deleteUnsent(RECEIVED.plusDays(PrefillFiles.UNSENT_DAYS)))
                .isZero();
        assertThat(files.deleteUnsent(
                        RECEIVED.plusDays(PrefillFiles.UNSENT_DAYS).plusMinutes(1)))
                .isEqualTo(1);
        assertThat(kept()).as("what was sent with a form").isEqualTo(1);
    }

    @Test
    void takesFortyMegabytesAForm() {
        SecretCode code = files.next();
        byte[] ten = Arrays.copyOf(PDF, (int) Attachments.MOST_BYTES);
        for (int number = 1; number <= 4; number++) {
            ten[PDF.length] = (byte) number;
            assertThat(files.add(code, "2.000635", "p" + number, "Tờ khai", "a.pdf", ten, RECEIVED))
                    .isEqualTo(PrefillFiles.Kept.YES);
        }
        assertThat(files.add(code, "2.000635", "p1", "Tờ khai", "b.pdf", PDF, RECEIVED))
                .isEqualTo(PrefillFiles.Kept.FORM_FULL);
        assertThat(files.add(code, "2.000635", "p4", "Tờ khai", "a.pdf", ten, RECEIVED))
                .as("the same again")
                .isEqualTo(PrefillFiles.Kept.YES);
    }

    private String sentWithAFile() {
        return Rendered.of(open.call(
                        "POST /prefill/{code}",
                        typed().withField("consent", "yes").withFile("p1-file", new FakeUpload("to-khai.png", PNG))))
                .text("#code");
    }

    private long kept() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM procedures.prefill_file_content")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void answersAWrongCodeWithASentence() {
        Reply reply = staff.call("POST /desk/recall", officer(post()).withField("code", "AAAA-BBBB-CCCC"));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().text("#code-error")).contains("quá 7 ngày");
    }

    @Test
    void deletesWhatItsOwnerNoLongerWantsKept() {
        String code = Rendered.of(open.call("POST /prefill/{code}", typed().withField("consent", "yes")))
                .text("#code");
        Reply.Redirect done = (Reply.Redirect) open.call("POST /prefill/delete", post().withField("code", code));
        assertThat(done.flash()).contains("Đã xoá thông tin khai sẵn");
        assertThat(((Reply.View) staff.call("POST /desk/recall", officer(post()).withField("code", code))).status())
                .isEqualTo(422);
    }

    @Test
    void slowsDownWhoeverSendsTooMuch() {
        for (int i = 0; i < 5; i++) {
            open.call("POST /prefill/{code}", typed().withField("consent", "yes"));
        }
        assertThatThrownBy(() -> open.call("POST /prefill/{code}", typed().withField("consent", "yes")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(429));
    }

    private static FakeRequest typed() {
        return form(post())
                .withField("kind", "citizen")
                .withField("name", "Trần Thị Bình")
                .withField("address", "Phường An Xuyên, tỉnh Cà Mau")
                .withField("phone", "0913 000 111")
                .withField("content", "Cấp bản sao trích lục")
                .withField("p1", "1");
    }

    private static FakeRequest form(FakeRequest request) {
        return request.withPathValue("code", "2.000635");
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/prefill").at(CLOCK);
    }

    private static FakeRequest post() {
        return FakeRequest.post("procedures", "/prefill").at(CLOCK);
    }

    private static FakeRequest officer(FakeRequest request) {
        return request.in("STP2").may(DeskPermissions.RECEIVE);
    }
}
