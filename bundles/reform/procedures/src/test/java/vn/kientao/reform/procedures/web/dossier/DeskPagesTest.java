package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

class DeskPagesTest {
    /** 08:15 on Friday 20/11/2026 in Viet Nam. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T01:15:00Z"), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private DeskFixture fixture;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        new DeskPages(new SomeProcedures(), fixture.desk, fixture.returning, fixture.scans).staff(routes);
    }

    @Test
    void findsAProcedureWithoutDiacritics() {
        Rendered page = Rendered.of(routes.call("GET /desk", get("/desk").withQuery("q", "trich luc")))
                .keepsTheRules();

        assertThat(page.texts(".kt-result h2 a")).containsExactly("Cấp bản sao trích lục hộ tịch");
        assertThat(page.one(".kt-result a").attr("href")).isEqualTo("/STP2/procedures/desk/7");
    }

    @Test
    void saysWhatToDoWhenNothingIsFound() {
        Rendered page = Rendered.of(routes.call(
                        "GET /desk", get("/desk").withQuery("q", "xyz").inEnglish()))
                .keepsTheRules();

        assertThat(page.text(".kt-empty")).contains("xyz").contains("fewer words");
    }

    @Test
    void showsTheChecklistAndTheExpectedDueDate() {
        Rendered page =
                Rendered.of(routes.call("GET /desk/{versionId}", form(7))).keepsTheRules();

        assertThat(page.has("#p1[type=checkbox]")).isTrue();
        assertThat(page.one("#p1-originals").val()).isEqualTo("1");
        assertThat(page.one("#p2-copies").val()).isEqualTo("1");
        assertThat(page.text(".kt-facts")).contains("17:00 30/11/2026");
        assertThat(page.has("#dueDate")).isFalse();
        assertThat(page.one("form[data-draft]").attr("data-draft-url")).isEqualTo("/drafts/desk-7");
    }

    @Test
    void takesUpAHalfFilledForm() {
        Rendered page = Rendered.of(routes.call(
                "GET /desk/{versionId}",
                form(7).withDraft("desk-7", Map.of("name", "Trần Văn Bình", "p1", "1", "phone", "09"))));

        assertThat(page.one("#name").val()).isEqualTo("Trần Văn Bình");
        assertThat(page.has("#p1[checked]")).isTrue();
        assertThat(page.has("#p2[checked]")).isFalse();
    }

    @Test
    void receivesInACaseOfTheProcedureWithItsOwnTimeFeeAndForm() {
        Rendered whole = Rendered.of(routes.call("GET /desk/{versionId}", form(7)));
        assertThat(whole.texts("nav ul a")).containsExactly("Chung cho thủ tục", "Trường hợp nhanh");
        Rendered page = Rendered.of(routes.call("GET /desk/{versionId}", form(7).withQuery("variant", "5")))
                .keepsTheRules();
        assertThat(page.text(".kt-facts"))
                .contains("17:00 23/11/2026")
                .contains("20.000 đồng/bản")
                .contains("TK-nhanh.docx");
        assertThat(page.one("input[name=variant]").val()).isEqualTo("5");

        Reply reply = routes.call(
                "POST /desk/{versionId}/receive", filled(7, "/receive").withField("variant", "5"));
        Dossier dossier = fixture.dossiers
                .find("STP2", ((Reply.Redirect) reply).location().split("/")[4])
                .orElseThrow();
        assertThat(dossier.procedure().variant()).isEqualTo(5);
        assertThat(dossier.procedure().name()).isEqualTo("Cấp bản sao trích lục hộ tịch (Trường hợp nhanh)");
        assertThat(dossier.appointment().due().toString()).isEqualTo("2026-11-23T17:00");
    }

    @Test
    void asksForTheDueDateWhereNoneCanBeCounted() {
        Rendered page =
                Rendered.of(routes.call("GET /desk/{versionId}", form(8))).keepsTheRules();

        assertThat(page.has("#dueDate")).isTrue();
        assertThat(page.has("#dueReason")).isTrue();
        assertThat(page.text(".kt-flash-need")).contains("“60”");
    }

    @Test
    void keepsWhatWasTypedAndNamesEveryMistake() {
        Reply reply = routes.call(
                "POST /desk/{versionId}",
                post(7, "")
                        .withField("kind", "citizen")
                        .withField("phone", "12345")
                        .withField("idNumber", "123")
                        .withField("name", "Nguyễn <b>An"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.texts(".kt-errors li"))
                .anySatisfy(text -> assertThat(text).contains("“12345”").contains("10 hoặc 11 chữ số"))
                .anySatisfy(text -> assertThat(text).contains("“123”"))
                .anySatisfy(text -> assertThat(text).contains("Địa chỉ"))
                .anySatisfy(text -> assertThat(text).contains("Chưa có giấy tờ nào"));
        for (String link : page.document().select(".kt-errors a").eachAttr("href")) {
            assertThat(page.has(link)).as(link).isTrue();
        }
        assertThat(page.one("#phone").val()).isEqualTo("12345");
        assertThat(page.one("#name").val()).isEqualTo("Nguyễn <b>An");
    }

    @Test
    void saysTheMistakesInEnglishToo() {
        Rendered page = Rendered.of(
                        routes.call("POST /desk/{versionId}", post(7, "").inEnglish()))
                .keepsTheRules();

        assertThat(page.text(".kt-errors")).contains("“Phone number” is missing");
    }

    @Test
    void showsEverythingOnceMoreBeforeReceiving() {
        Rendered page = Rendered.of(routes.call("POST /desk/{versionId}", filled(7, "")))
                .keepsTheRules();

        assertThat(page.texts(".kt-summary-row dd"))
                .contains("Nguyễn Thị An", "0913123456", "1 bản chính", "17:00 30/11/2026");
        assertThat(page.text(".kt-flash-need")).contains("Văn bản uỷ quyền (nếu có)");
        assertThat(page.one("#intake input[name=_once]").val()).isEqualTo("test-once");
        assertThat(page.one("#intake input[name=phone]").val()).isEqualTo("+84 913 123 456");
        assertThat(page.texts(".kt-more td")).contains("ngày thứ 5", "ngày lễ, tết: Ngày nghỉ thử");
        assertThat(page.one("button[formaction$=#phone]").attr("formaction"))
                .isEqualTo("/STP2/procedures/desk/7/change#phone");
    }

    @Test
    void missesOnlyPapersUnderAHeadingOfWhichSomethingCame() {
        Rendered form =
                Rendered.of(routes.call("GET /desk/{versionId}", form(9))).keepsTheRules();
        assertThat(form.texts("fieldset h3")).containsExactly("Giấy tờ phải nộp", "Trường hợp sinh ở nước ngoài");
        assertThat(form.document().select("input[type=checkbox]")).hasSize(3);

        Rendered check = Rendered.of(routes.call("POST /desk/{versionId}", filled(9, "")));
        assertThat(check.texts(".kt-flash-need li")).containsExactly("Văn bản uỷ quyền");
    }

    @Test
    void goesBackIntoTheFormWithAllThatWasTyped() {
        Rendered page = Rendered.of(routes.call("POST /desk/{versionId}/change", filled(7, "/change")))
                .keepsTheRules();

        assertThat(page.one("#phone").val()).isEqualTo("+84 913 123 456");
        assertThat(page.has("#p1[checked]")).isTrue();
    }

    @Test
    void receivesOnceHoweverOftenTheButtonIsPressed() {
        Reply first = routes.call("POST /desk/{versionId}/receive", filled(7, "/receive"));
        Reply second = routes.call("POST /desk/{versionId}/receive", filled(7, "/receive"));

        assertThat(((Reply.Redirect) first).location())
                .isEqualTo("/STP2/procedures/dossiers/STP2-261120-0001/received");
        assertThat(((Reply.Redirect) second).location()).isEqualTo(((Reply.Redirect) first).location());
        assertThat(fixture.audit.actions()).containsExactly("procedures.receive");
    }

    @Test
    void receivesUnderADateSetByHand() {
        FakeRequest request = filled(8, "/receive")
                .withField("x1-name", "Đơn khiếu nại")
                .withField("x1-originals", "1")
                .withField("dueDate", "30.12.2026")
                .withField("dueReason", "Luật Khiếu nại 2011, Điều 28");

        assertThat(routes.call("POST /desk/{versionId}/receive", request)).isInstanceOf(Reply.Redirect.class);
        assertThat(fixture.dossiers.find("STP2", "STP2-261120-0001"))
                .hasValueSatisfying(
                        dossier -> assertThat(dossier.appointment().due()).hasToString("2026-12-30T17:00"));
    }

    @Test
    void refusesADueDateOnADayOffAndInThePast() {
        for (String day : new String[] {"24/11/2026", "28/11/2026", "19/11/2026", "31/11/2026"}) {
            Rendered page = Rendered.of(routes.call(
                    "POST /desk/{versionId}",
                    filled(8, "")
                            .withField("x1-name", "Đơn")
                            .withField("x1-copies", "1")
                            .withField("dueReason", "x")
                            .withField("dueDate", day)));
            assertThat(page.text("#dueDate-error")).contains(day);
        }
    }

    @Test
    void knowsOnlyProceduresThatExist() {
        assertThatThrownBy(() -> routes.call("GET /desk/{versionId}", form(99)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("procedures", path)
                .in("STP2")
                .may(DeskPermissions.RECEIVE)
                .at(CLOCK);
    }

    private static FakeRequest form(int versionId) {
        return get("/desk/" + versionId).withPathValue("versionId", "" + versionId);
    }

    private static FakeRequest post(int versionId, String rest) {
        return FakeRequest.post("procedures", "/desk/" + versionId + rest)
                .in("STP2")
                .may(DeskPermissions.RECEIVE)
                .at(CLOCK)
                .withPathValue("versionId", "" + versionId)
                .withField("_once", "test-once");
    }

    private static FakeRequest filled(int versionId, String rest) {
        return post(versionId, rest)
                .withField("p1", "1")
                .withField("p1-originals", "1")
                .withField("kind", "citizen")
                .withField("name", "Nguyễn Thị An")
                .withField("idNumber", "096 123 456 789")
                .withField("address", "Phường An Xuyên")
                .withField("phone", "+84 913 123 456")
                .withField("content", "Cấp 2 bản sao trích lục khai sinh")
                .withField("sets", "1")
                .withField("resultBy", "1");
    }
}
