package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/** Somebody comes again: what they gave before is offered with its source, and goes into the form at one press. */
@OnEachDatabase("procedures")
class ReturningTest {
    private static final String PAPER = "Tờ khai cấp bản sao trích lục hộ tịch";
    private static final String NUMBER = "096123456789";

    private final Database database;
    private final DeskFixture fixture;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final Dossier first;

    ReturningTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
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
