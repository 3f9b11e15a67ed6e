package vn.kientao.platform.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.privacy.app.TestPrivacy;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RequestState;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class RequestPagesTest {
    private static final String ONE = "/{agency}/privacy/requests/{code}";

    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("privacy");

    private final RecordedRoutes routes = new RecordedRoutes();
    private TestPrivacy privacy;

    @BeforeEach
    void open() {
        privacy = new TestPrivacy(database.database());
        new RequestPages(privacy.desk).routes(routes);
        new RequestPage(privacy.desk, privacy.steps, privacy.records, new Nobody()).routes(routes);
        new RequestFiles(privacy.desk, privacy.records).routes(routes);
        new HoldPages(privacy.holds, privacy.retention, new Nobody()).routes(routes);
    }

    private FakeRequest get() {
        return staff(FakeRequest.get("privacy", "/requests"));
    }

    private FakeRequest post() {
        return staff(FakeRequest.post("privacy", "/requests"));
    }

    private FakeRequest staff(FakeRequest request) {
        return request.in("STP").may(Permission.PRIVACY).at(privacy.clock);
    }

    private FakeRequest form() {
        return post().withField("kind", "erase")
                .withField("name", "Nguyễn Thị An")
                .withField("phone", "0913 123 456")
                .withField("words", "Xoá số điện thoại của tôi");
    }

    @Test
    void theListShowsMaskedNamesAndItsDeadlines() {
        SubjectRequest request = privacy.receive(RequestKind.ERASE);
        Rendered page = Rendered.of(routes.call("GET /{agency}/privacy/requests", get()))
                .keepsTheRules();
        assertThat(page.text("tbody tr"))
                .contains(request.code(), "N*** T** A", "20/12/2026")
                .doesNotContain("Nguyễn");
        Rendered late = Rendered.of(routes.call("GET /{agency}/privacy/requests", get().withQuery("view", "late")));
        assertThat(late.has("tbody tr")).isFalse();
        assertThat(late.has(".kt-empty")).isTrue();
    }

    @Test
    void anOfficerWritesDownARequestAndIsToldWhatIsMissing() {
        Reply refused = routes.call("POST /{agency}/privacy/requests", post().withField("phone", "12"));
        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        assertThat(Rendered.of(refused).keepsTheRules().texts(".kt-errors li")).hasSize(4);

        Reply.Redirect done = (Reply.Redirect) routes.call("POST /{agency}/privacy/requests", form());
        assertThat(done.location()).matches("/STP/privacy/requests/DL-261130-[A-Z2-9]{8}");
    }

    @Test
    void aRequestIsTakenToItsEndThroughTheForms() {
        SubjectRequest request = privacy.receive(RequestKind.ERASE);
        FakeRequest look = at(request, get());
        Rendered page = Rendered.of(routes.call("GET " + ONE, look)).keepsTheRules();
        assertThat(page.text("dl")).contains("Nguyễn Thị An", "0913123456");
        assertThat(look.shownObjects()).containsExactly("data-request " + request.code());
        assertThat(page.has("input[name=record]")).isFalse();

        step("identify", at(request, post()).withField("how", "Thẻ căn cước"));
        step("decide", at(request, post()).withField("decision", "granted"));
        FakeRequest again = at(request, get());
        Rendered found = Rendered.of(routes.call("GET " + ONE, again)).keepsTheRules();
        assertThat(found.one("input[name=record]").attr("value")).isEqualTo("trial.letter|T1");
        assertThat(again.shownObjects()).containsExactly("data-request " + request.code(), "letter T1");

        step("carry-out", at(request, post()).withField("record", "trial.letter|T1"));
        step("answer", at(request, post()).withField("answer", "Đã xoá"));
        SubjectRequest ended = privacy.again(request);
        assertThat(ended.state()).isEqualTo(RequestState.ANSWERED);
        assertThat(Rendered.of(routes.call("GET " + ONE, at(request, get())))
                        .keepsTheRules()
                        .text("main, body"))
                .contains("Giữ phong bì theo luật lưu trữ", "Đã làm một phần");
    }

    private void step(String step, FakeRequest sent) {
        Reply reply = routes.call("POST " + ONE + "/" + step, sent);
        assertThat(reply).as(step).isInstanceOf(Reply.Redirect.class);
    }

    private FakeRequest at(SubjectRequest request, FakeRequest sent) {
        return sent.withPathValue("code", request.code())
                .withField("version", Long.toString(privacy.again(request).version()));
    }

    @Test
    void whoeverDecidesOnAnOldPageIsToldWhatHappenedMeanwhile() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        privacy.steps.identify(request, "Thẻ", TestPrivacy.officer("8"));
        FakeRequest old = post().withPathValue("code", request.code())
                .withField("version", "1")
                .withField("decision", "refused")
                .withField("reason", "Không rõ");
        Reply reply = routes.call("POST " + ONE + "/decide", old);
        assertThat(((Reply.View) reply).status()).isEqualTo(409);
        assertThat(privacy.again(request).state()).isEqualTo(RequestState.IDENTIFIED);
    }

    @Test
    void aGrantWithoutProofOfIdentityIsRefusedAtTheForm() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        Reply reply = routes.call("POST " + ONE + "/decide", at(request, post()).withField("decision", "granted"));
        assertThat(Rendered.of(reply).text("#decision-error")).contains("xác minh danh tính");
    }

    @Test
    void theDataLeavesAsFilesOnlyAfterTheGrantAndEachTimeIsWrittenDown() throws IOException {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        assertThatThrownBy(() -> routes.call("POST " + ONE + "/data.json", at(request, post())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
        step("identify", at(request, post()).withField("how", "Thẻ"));
        step("decide", at(request, post()).withField("decision", "granted"));

        assertThat(file(request, "json")).contains("\"phone\" : \"0913123456\"", request.code());
        assertThat(file(request, "csv")).contains("Thư T1;Điện thoại;0913123456");
        assertThat(file(request, "html")).contains("<html lang=\"vi\">", "Điện thoại", "0913123456");
        assertThat(privacy.audit.actions().stream().filter("privacy.export"::equals))
                .hasSize(3);
    }

    private String file(SubjectRequest request, String form) throws IOException {
        FakeRequest sent = at(request, post());
        Reply.Download file = (Reply.Download) routes.call("POST " + ONE + "/data." + form, sent);
        assertThat(sent.shownObjects()).containsExactly("letter T1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anotherAgencysRequestIsNotThere() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        FakeRequest elsewhere = FakeRequest.get("privacy", "/requests")
                .in("SNV")
                .may(Permission.PRIVACY)
                .withPathValue("code", request.code());
        assertThatThrownBy(() -> routes.call("GET " + ONE, elsewhere)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anObjectIsPutOnHoldAndLetGoAgain() {
        String base = "/{agency}/privacy/holds";
        FakeRequest sent =
                post().withField("type", "letter").withField("object", "T1").withField("reason", "Khiếu nại");
        assertThat(routes.call("POST " + base, sent)).isInstanceOf(Reply.Redirect.class);
        Rendered list = Rendered.of(routes.call("GET " + base, get())).keepsTheRules();
        assertThat(list.text("tbody tr")).contains("T1", "Khiếu nại");

        assertThat(routes.call("POST " + base + "/{id}/lift", post().withPathValue("id", "1")))
                .isInstanceOf(Reply.Redirect.class);
        assertThatThrownBy(() -> routes.call("POST " + base + "/{id}/lift", post().withPathValue("id", "99")))
                .isInstanceOf(ProblemException.class);
    }

    /** Knows no names. */
    static final class Nobody implements People {
        @Override
        public Map<String, String> names(Collection<String> accounts) {
            return Map.of();
        }
    }
}
