package vn.kientao.reform.procedures.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

class PrefillPagesTest {
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes staff = new RecordedRoutes();

    @BeforeEach
    void open() {
        DeskFixture fixture = new DeskFixture(store.database(), store.migrations());
        Prefills prefills = new Prefills(
                store.database(), fixture.audit, ProcedureTables.of(store.migrations(), FolderScripts.ofModule()));
        new PrefillPages(new SomeProcedures(), prefills, new PaperService()).open(open);
        new RecallPages(new SomeProcedures(), fixture.desk, prefills, fixture.scans).staff(staff);
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
