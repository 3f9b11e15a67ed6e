package vn.kientao.reform.procedures.web.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.rule.RuleBook;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.paper.PaperForms;

/** A whole rule set comes from a file: looked at first, then loaded at once; what came in before keeps its own. */
@OnEachDatabase("procedures")
class RuleLoadPagesTest {
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);
    private static final String SET_B = """
            {"rows": [
             {"set": "B", "part": "deadline", "name": "supplement", "value": "PAUSE", "validFrom": "2026-11-23", "legalBasis": "Văn bản thử, Điều 1"},
             {"set": "B", "part": "deadline", "name": "notice", "value": "2", "validFrom": "2026-11-23", "legalBasis": "Văn bản thử, Điều 2"},
             {"set": "B", "part": "form", "name": "APOLOGY", "value": "04", "title": "Phiếu xin lỗi mới", "symbol": "XLM", "paper": "A5", "validFrom": "2026-11-23", "legalBasis": "Văn bản thử, Mẫu 04"}
            ]}
            """;

    private final Database database;
    private final DeskFixture fixture;
    private final RuleBook book;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();

    RuleLoadPagesTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        book = new RuleBook(database, fixture.audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
        RuleLoadPages pages = new RuleLoadPages(book, new SheetService());
        pages.staff(routes);
        pages.api(programs);
        new RulePages(book).staff(routes);
    }

    @Test
    void showsWhatWouldChangeAndWhatTheFileDoesNotStateBeforeAnythingDoes() {
        Rendered page =
                Rendered.of(routes.call("POST /rules/load", file(SET_B))).keepsTheRules();
        assertThat(page.texts("tbody tr"))
                .anySatisfy(row -> assertThat(row)
                        .contains("Khi yêu cầu bổ sung", "tính lại từ đầu", "tạm dừng", "Thay đổi", "Điều 1"))
                .anySatisfy(row -> assertThat(row)
                        .contains("Mẫu APOLOGY", "Phiếu xin lỗi và đề nghị gia hạn", "Phiếu xin lỗi mới"));
        assertThat(page.text(".kt-flash-need")).contains("Giờ chốt chuyển hồ sơ trong ngày");
        assertThat(book.all()).as("nothing is loaded").hasSize(1);

        Reply loaded = routes.call(
                "POST /rules/load/commit",
                post().withField("rows", page.one("input[name=rows]").val()));
        assertThat(((Reply.Redirect) loaded).location()).endsWith("/rules");
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.rule-load");
        Rendered rules = Rendered.of(routes.call("GET /rules", all(FakeRequest.get("procedures", "/rules"))))
                .keepsTheRules();
        assertThat(rules.text(".kt-flash-need")).contains("Bộ quy tắc B").contains("Cách đếm ngày");
        assertThat(rules.text("dl")).contains("2 (Văn bản thử, Điều 2)");
    }

    @Test
    void saysOnThePageWhyAFileIsRefusedAndWhatAValueMayBe() {
        LocalText reason = new LocalText("Không nhận tệp này", "This file is not accepted");
        Reply refused = routes.call("POST /rules/load", post().withRefusedFile("file", reason));
        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        Rendered page = Rendered.of(refused).keepsTheRules();
        assertThat(page.texts(".kt-errors li")).containsExactly("Không nhận tệp này");
        assertThat(page.one("#file").attr("aria-invalid")).isEqualTo("true");

        Rendered unknown = Rendered.of(routes.call("POST /rules/load", file(SET_B.replace("PAUSE", "STOP"))));
        assertThat(unknown.text(".kt-errors li")).contains("Dòng 1", "“STOP”", "RESTART, PAUSE");
    }

    @Test
    void newDossiersFollowWhatWasLoadedAndEarlierOnesKeepTheirRuleSetAndForms() {
        Dossier before = fixture.receive(RECEIVED);
        load(SET_B);
        Dossier after = fixture.receive(RECEIVED.plusDays(3));

        DeadlineRule kept = fixture.again(before).rule().orElseThrow();
        DeadlineRule followed = fixture.again(after).rule().orElseThrow();
        assertThat(kept.code()).isEqualTo("A");
        assertThat(kept.settings().supplement()).isEqualTo(RuleSettings.Supplement.RESTART);
        assertThat(followed.code()).isEqualTo("B");
        assertThat(followed.settings().supplement()).isEqualTo(RuleSettings.Supplement.PAUSE);
        assertThat(followed.settings().transferCutOff()).as("not in the file").hasToString("15:00");
        assertThat(form(before, PaperKind.APOLOGY).title()).contains("đề nghị gia hạn");
        assertThat(form(after, PaperKind.APOLOGY).title()).isEqualTo("Phiếu xin lỗi mới");
    }

    @Test
    void whatIsKnownOfTheSetOf2025ComesAlongAndLoadsWithItsSevenForms() throws IOException {
        Reply.Download sheet = (Reply.Download)
                routes.call("GET /rules/set-b.xlsx", all(FakeRequest.get("procedures", "/rules/set-b.xlsx")));
        Reply.Download json = (Reply.Download)
                routes.call("GET /rules/set-b.json", all(FakeRequest.get("procedures", "/rules/set-b.json")));
        RuleLoadJson dry = load("POST /rules/load", new FakeUpload("b.xlsx", bytes(sheet)), "");
        assertThat(dry.loaded()).isFalse();
        assertThat(dry.validFrom()).isEqualTo("2026-11-21");
        assertThat(dry.missing()).contains("cutOff", "notice", "supplement").doesNotContain("reading");

        RuleLoadJson done = load("POST /rules/load", new FakeUpload("b.json", bytes(json)), "true");
        assertThat(done.changes()).containsExactlyElementsOf(dry.changes());
        Dossier after = fixture.receive(RECEIVED.plusDays(3));
        assertThat(after.rule().orElseThrow().code()).isEqualTo("B");
        assertThat(List.of(
                                PaperKind.RECEIPT,
                                PaperKind.SUPPLEMENT,
                                PaperKind.REFUSAL,
                                PaperKind.APOLOGY,
                                PaperKind.STOP,
                                PaperKind.CONTROL,
                                PaperKind.REGISTER)
                        .stream()
                        .map(kind -> form(after, kind)))
                .allSatisfy(form -> assertThat(form.legalBasis()).contains("Thông tư 03/2025/TT-VPCP"))
                .extracting(PaperForm::number)
                .containsExactly("01", "02", "03", "04", "05", "06", "07");
    }

    @Test
    void refusesRowsWithoutLegalBasisThatOverlapOrSayNothingKnown() {
        load(SET_B);
        String wrong = SET_B.replace("\"Văn bản thử, Điều 2\"", "\"\"")
                .replace("\"PAUSE\"", "\"STOP\"")
                .replace("\"A5\"", "\"A3\"");
        assertThatThrownBy(() -> load(wrong)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(422);
            assertThat(refused.problem().fields())
                    .extracting(error -> error.field())
                    .containsExactly("row 2: legalBasis", "row 1: value", "row 3: paper");
        });
        assertThatThrownBy(() -> load(SET_B))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().fields())
                                .extracting(error -> error.message().vi())
                                .containsExactly(
                                        "Dòng 1, validFrom: áp dụng từ 23/11/2026 chồng lên bộ quy tắc B đã áp dụng từ"
                                                + " 23/11/2026: chọn ngày sau đó",
                                        "Dòng 3, validFrom: áp dụng từ 23/11/2026 chồng lên mẫu “Phiếu xin lỗi mới” đã"
                                                + " áp dụng từ 23/11/2026: chọn ngày sau đó"));
        assertThat(book.all()).hasSize(2);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        for (String bad : List.of("{\"rows\": 5}", "{", "a;b;c\n1;2;3", "{\"rows\": []}")) {
            Reply reply = routes.call("POST /rules/load", file(bad));
            assertThat(((Reply.View) reply).status()).as(bad).isEqualTo(422);
            assertThat(Rendered.of(reply).keepsTheRules().text(".kt-errors li"))
                    .as(bad)
                    .isNotBlank();
        }
        Reply none = routes.call("POST /rules/load", post());
        assertThat(Rendered.of(none).text(".kt-errors")).contains("Chưa chọn tệp");
        String past = SET_B.replace("2026-11-23", "2026-11-19");
        assertThat(Rendered.of(routes.call("POST /rules/load", file(past))).text(".kt-errors"))
                .contains("Ngày 19/11/2026 đã qua");
    }

    private void load(String text) {
        load("POST /rules/load", FakeUpload.text("b.json", text), "true");
    }

    private RuleLoadJson load(String route, FakeUpload upload, String commit) {
        FakeRequest request = post().withFile("file", upload).withQuery("commit", commit);
        return (RuleLoadJson) ((Reply.Json) programs.call(route, request)).value();
    }

    private PaperForm form(Dossier dossier, PaperKind kind) {
        LocalDate day = dossier.receivedAt().toLocalDate();
        return database.read(handle -> new PaperForms().on(handle, kind, day)).orElseThrow();
    }

    private static byte[] bytes(Reply.Download download) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download.content().writeTo(out);
        return out.toByteArray();
    }

    private static FakeRequest file(String text) {
        return post().withFile("file", FakeUpload.text("b.json", text));
    }

    private static FakeRequest post() {
        return all(FakeRequest.post("procedures", "/rules/load"));
    }

    private static FakeRequest all(FakeRequest request) {
        return request.in("STP2").may(RulePages.READ, RulePages.RULES).at(CLOCK);
    }
}
