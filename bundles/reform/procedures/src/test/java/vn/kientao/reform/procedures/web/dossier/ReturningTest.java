package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.report.ReportQuery;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.domain.returning.Earlier;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** Somebody comes again: what they gave before is offered with its source, and goes into the form at one press. */
@OnEachDatabase("procedures")
class ReturningTest {
    private static final String PAPER = "Tờ khai cấp bản sao trích lục hộ tịch";
    private static final String NUMBER = "096123456789";

    private final Database database;
    private final DeskFixture fixture;
    private final ProcedureTables tables;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final Dossier first;

    ReturningTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        new DeskPages(new SomeProcedures(), fixture.desk, fixture.returning, fixture.scans).staff(routes);
        first = received();
        digitised(first, "");
    }

    @Test
    void offersEachValueAndDigitisedPaperWithItsSourceAndNotesWhoLooked() {
        FakeRequest look = post().withField("returning", "096 123 456 789").withDraft("desk-7", Map.of("name", "Trần"));
        Rendered page = Rendered.of(routes.call("POST /desk/{versionId}/returning", look))
                .keepsTheRules();

        assertThat(page.text("#offers ~ dl"))
                .contains("Nguyễn Thị An")
                .contains("0913123456")
                .contains(PAPER)
                .contains("hồ sơ " + first.code() + ", 20/11/2026");
        assertThat(page.one("#name").val()).isEqualTo("Trần");
        assertThat(page.has("button[autofocus][value=all]")).isTrue();
        assertThat(look.shownObjects())
                .anySatisfy(shown -> assertThat(shown).contains(first.code().toString()));
        assertThat(fixture.audit.entries().get(fixture.audit.entries().size() - 1))
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("procedures.returning-look-up");
                    assertThat(entry.objectId() + entry.detail()).doesNotContain(NUMBER);
                });
    }

    @Test
    void fillsTheFormAtOnePressAndKeepsThePaperAsReUsed() {
        FakeRequest use =
                fresh().withField("returning", NUMBER).withField("use", "all").withField("content", "Cấp 3 bản");
        Rendered page =
                Rendered.of(routes.call("POST /desk/{versionId}/reuse", use)).keepsTheRules();
        assertThat(page.one("#name").val()).isEqualTo("Nguyễn Thị An");
        assertThat(page.one("#phone").val()).isEqualTo("0913123456");
        assertThat(page.text("#content")).isEqualTo("Cấp 3 bản");
        assertThat(page.one("#p1-reused").val()).isEqualTo(first.code().toString());

        Reply reply = routes.call("POST /desk/{versionId}/receive", sent(page));
        Dossier second = fixture.dossiers
                .find("STP2", ((Reply.Redirect) reply).location().split("/")[4])
                .orElseThrow();
        ReceivedPaper paper = second.submission().papers().get(0);
        assertThat(paper.digital()).isEqualTo(ReceivedPaper.Digital.RE_USED_PAPER);
        assertThat(paper.source()).isEqualTo(first.code().toString());
    }

    @Test
    void aReUsedPaperBringsItsFilesAlongAndCountsInTheReUsedShare() {
        Attachments attachments = new Attachments(database, fixture.audit, tables);
        byte[] pdf = {'%', 'P', 'D', 'F', '-', '1'};
        attachments.add(first, 1, "to-khai.pdf", pdf, Optional.empty(), DeskFixture.doer(RECEIVED, ""));

        Dossier second = secondWith("all");
        assertThat(attachments.of(second)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("to-khai.pdf");
            assertThat(file.paper()).isEqualTo(1);
            assertThat(attachments.content(second, file)).hasValue(pdf);
        });
        attachments.remove(first, attachments.of(first).get(0), DeskFixture.doer(RECEIVED, ""));
        assertThat(attachments.of(second)).as("a copy of its own").hasSize(1);
        assertThat(reusedShare()).isEqualTo(new Share(1, 2));
    }

    @Test
    void takesOverTheResultOfAnEarlierDossierWithItsSource() {
        fixture.finished(first, RECEIVED.plusMinutes(1));
        FakeRequest look = post().withField("returning", NUMBER);
        Rendered offers = Rendered.of(routes.call("POST /desk/{versionId}/returning", look));
        assertThat(offers.text("#offers ~ dl"))
                .contains("Bản sao trích lục số 07/TLHT")
                .contains("hồ sơ " + first.code() + ", 20/11/2026");
        assertThat(look.shownObjects())
                .anySatisfy(shown -> assertThat(shown).contains(first.code().toString()));

        Rendered all = Rendered.of(routes.call(
                "POST /desk/{versionId}/reuse",
                fresh().withField("returning", NUMBER).withField("use", "all")));
        assertThat(all.one("#x1-name").val()).as("nobody asks for it here").isEmpty();

        Dossier second = secondWith("result:" + first.code());
        ReceivedPaper paper = second.submission().papers().get(2);
        assertThat(paper.name()).isEqualTo("Bản sao trích lục số 07/TLHT");
        assertThat(paper.digital()).isEqualTo(ReceivedPaper.Digital.RE_USED_RESULT);
        assertThat(paper.source()).isEqualTo(first.code().toString());
        assertThat(Counts.of(paper, Words.official()))
                .isEqualTo("Dùng lại kết quả giải quyết của hồ sơ " + first.code());
        assertThat(reusedShare()).isEqualTo(new Share(1, 2));
    }

    @Test
    void aResultGoesIntoTheLineThatAsksForIt() {
        LocalDate day = RECEIVED.toLocalDate();
        Earlier earlier = new Earlier(
                List.of(), List.of(), List.of(new Earlier.Result("12/GCS", "Giấy chứng sinh", "STP2-1", day)));
        List<PaperLine> lines = new IntakeForm(SomeProcedures.GROUPED).lines();
        Map<String, String> filled = OffersView.used(Map.of(), lines, earlier, "all");
        assertThat(filled)
                .containsEntry("p1", "1")
                .containsEntry("p1-result", "STP2-1")
                .containsEntry("p1-originals", "0")
                .doesNotContainKey("x1-name");
    }

    @Test
    void takesOverNoResultOfSomebodyElseAndNoRefusal() {
        fixture.finished(first, RECEIVED.plusMinutes(1));
        Rendered page = Rendered.of(routes.call(
                "POST /desk/{versionId}/reuse",
                fresh().withField("returning", NUMBER).withField("use", "result:" + first.code())));
        Reply others = routes.call(
                "POST /desk/{versionId}/receive",
                complete(page).withField("idNumber", "096000000001").withField("phone", "0900000001"));
        assertThat(((Reply.View) others).status()).isEqualTo(422);
        assertThat(Rendered.of(others).text("#x1-name-error"))
                .contains(first.code().toString());

        database.write(handle -> handle.execute("UPDATE procedures.dossier SET negative = TRUE"));
        Rendered again =
                Rendered.of(routes.call("POST /desk/{versionId}/returning", post().withField("returning", NUMBER)));
        assertThat(again.text("#offers ~ dl")).doesNotContain("07/TLHT");
    }

    private Dossier secondWith(String use) {
        Rendered page = Rendered.of(routes.call(
                "POST /desk/{versionId}/reuse",
                fresh().withField("returning", NUMBER).withField("use", use)));
        Reply reply = routes.call("POST /desk/{versionId}/receive", complete(page));
        return fixture.dossiers
                .find("STP2", ((Reply.Redirect) reply).location().split("/")[4])
                .orElseThrow();
    }

    /** The form as sent, with what every dossier needs. */
    private FakeRequest complete(Rendered page) {
        return sent(page)
                .withField("p1", "1")
                .withField("p1-originals", "1")
                .withField("name", "Nguyễn Thị An")
                .withField("idNumber", NUMBER)
                .withField("address", "Phường An Xuyên")
                .withField("phone", "0913123456");
    }

    private Share reusedShare() {
        ReportQuery month = new ReportQuery(
                Optional.of("STP2"), Optional.empty(), Period.month(YearMonth.of(2026, 11)), RECEIVED.plusDays(1));
        return Optional.ofNullable(new Reports(database, fixture.audit, tables)
                        .shares(month)
                        .get(ShareKind.RE_USED))
                .orElseThrow();
    }

    @Test
    void usesOneValueAloneAndLeavesTheRestAsTyped() {
        FakeRequest use = post().withField("returning", "0913123456")
                .withField("use", "address")
                .withField("name", "Lê B");
        Rendered page = Rendered.of(routes.call("POST /desk/{versionId}/reuse", use));

        assertThat(page.one("#address").val()).isEqualTo("Phường An Xuyên");
        assertThat(page.one("#name").val()).isEqualTo("Lê B");
    }

    @Test
    void reUsesNothingOfSomebodyElseAndNothingThatIsNoLongerValid() {
        Rendered page = Rendered.of(routes.call(
                "POST /desk/{versionId}/reuse",
                fresh().withField("returning", NUMBER).withField("use", "all")));
        Reply others = routes.call(
                "POST /desk/{versionId}/receive",
                sent(page).withField("idNumber", "096000000001").withField("phone", "0900000001"));
        assertThat(((Reply.View) others).status()).isEqualTo(422);
        assertThat(Rendered.of(others).text(".kt-errors")).contains(first.code().toString());

        digitised(first, "2026-11-19");
        assertThat(((Reply.View) routes.call("POST /desk/{versionId}/receive", sent(page))).status())
                .isEqualTo(422);
        Rendered again =
                Rendered.of(routes.call("POST /desk/{versionId}/returning", post().withField("returning", NUMBER)));
        assertThat(again.text("#offers ~ dl")).doesNotContain(PAPER);
    }

    @Test
    void looksOnlyForWholeNumbersOfTheOwnAgency() {
        Reply half = routes.call("POST /desk/{versionId}/returning", post().withField("returning", "0961"));
        assertThat(((Reply.View) half).status()).isEqualTo(422);
        assertThat(Rendered.of(half).keepsTheRules().text("#returning-error")).contains("“0961”");

        Rendered other = Rendered.of(routes.call(
                "POST /desk/{versionId}/returning",
                post().in("SYT2")
                        .may(DeskPermissions.RECEIVE, DeskPermissions.PERSONAL_DATA)
                        .withField("returning", NUMBER)));
        assertThat(other.text("#offers ~ p")).contains("Chưa có hồ sơ nào");
    }

    private Dossier received() {
        Submission before = DeskFixture.submission();
        Submission submission = new Submission(
                DossierChannel.DIRECT,
                before.applicant(),
                before.owner(),
                before.content(),
                1,
                DossierChannel.DIRECT,
                List.of(new ReceivedPaper(PAPER, 1, 0, 0, true)));
        return fixture.desk.receive(
                SomeProcedures.EXTRACT, submission, fixture.appointment(RECEIVED), DeskFixture.doer(RECEIVED, ""));
    }

    private void digitised(Dossier dossier, String validTo) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE procedures.dossier_paper SET digital = 1, valid_to = :to WHERE dossier_id = :id")
                .bind("id", dossier.id())
                .bind("to", validTo.isEmpty() ? null : LocalDate.parse(validTo))
                .execute());
    }

    /** The form of the page as a browser sends it. */
    private FakeRequest sent(Rendered page) {
        FakeRequest request = post();
        for (Element field : page.document().select("#intake-form input[name], #intake-form textarea")) {
            boolean box =
                    field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
            if (!box || field.hasAttr("checked")) {
                request.withField(field.attr("name"), field.val());
            }
        }
        return request;
    }

    /** The empty form, sent. */
    private FakeRequest fresh() {
        return sent(Rendered.of(routes.call("GET /desk/{versionId}", post())));
    }

    private static FakeRequest post() {
        return FakeRequest.post("procedures", "/desk/7")
                .in("STP2")
                .may(DeskPermissions.RECEIVE, DeskPermissions.PERSONAL_DATA)
                .at(DeskPagesTest.CLOCK)
                .withPathValue("versionId", "7");
    }
}
