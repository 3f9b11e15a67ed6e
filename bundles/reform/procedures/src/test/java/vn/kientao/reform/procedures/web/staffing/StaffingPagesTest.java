package vn.kientao.reform.procedures.web.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.staffing.DeskStaff;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

@OnEachDatabase("procedures")
class StaffingPagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);
    private static final Permission KEEP = new Permission("procedures.rate");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();

    StaffingPagesTest(Database database, Migrations migrations) {
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        new StaffingPages(new DeskStaff(database, audit, tables), SomeFiles.on(database, audit, tables)).staff(routes);
    }

    @Test
    void listsWhoIsThereWithWhatIsNotMet() {
        assertThat(list().has(".kt-empty")).isTrue();
        routes.call("POST /staffing/new", posting("Nguyễn Thị Lan", "k1", "1/6/2026", "31/12/2026"));
        routes.call("POST /staffing/new", posting("Nguyễn Thị Lan", "k1", "1/6/2026", "31/12/2026"));
        routes.call(
                "POST /staffing/new",
                posting("Lê Văn Minh", "k2", "1/6/2026", "31/5/2027")
                        .withField("reserve", "1")
                        .withField("years", "2"));

        Rendered page = list();
        assertThat(page.texts("tbody th")).containsExactly("Nguyễn Thị Lan", "Lê Văn Minh");
        assertThat(page.texts("tbody tr:first-child .kt-tag")).containsExactly("Còn 31 ngày là hết đợt");
        assertThat(page.texts("tbody tr:last-child .kt-tag"))
                .first()
                .asString()
                .startsWith("2 năm công tác, cần ít nhất 3 (Nghị định 61/2018/NĐ-CP, Điều 11");
        assertThat(page.texts(".kt-tile b")).containsExactly("1", "0", "2");
        assertThat(audit.actions()).containsExactly("procedures.posting-add", "procedures.posting-add");
    }

    @Test
    void changesAPostingOnlyFromTheVersionThatWasSeen() {
        routes.call("POST /staffing/new", posting("Nguyễn Thị Lan", "k1", "1/6/2026", "31/12/2026"));
        String address = list().one("tbody th a").attr("href");
        String id = address.substring(address.lastIndexOf('/') + 1);
        Rendered form = Rendered.of(routes.call(
                        "GET /staffing/postings/{id}",
                        allowed(FakeRequest.get("procedures", "/staffing/postings/" + id))
                                .withPathValue("id", id)))
                .keepsTheRules();
        assertThat(form.one("#to").attr("value")).isEqualTo("31/12/2026");

        FakeRequest change = posting("Nguyễn Thị Lan", "", "1/6/2026", "31/5/2027")
                .withField("version", "1")
                .withPathValue("id", id);
        assertThat(routes.call("POST /staffing/postings/{id}", change)).isInstanceOf(Reply.Redirect.class);
        Reply stale = routes.call("POST /staffing/postings/{id}", change);

        assertThat(((Reply.View) stale).status()).isEqualTo(409);
        assertThat(Rendered.of(stale).texts(".kt-errors li"))
                .containsExactly(
                        "Người khác vừa sửa đợt này, nay là: Nguyễn Thị Lan, Hộ tịch, đến 31/05/2027. Xem lại rồi sửa tiếp.");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply reply = routes.call(
                "POST /staffing/new",
                posting("", "k1", "31/12/2026", "1/6/2026")
                        .withField("grade", "KING")
                        .withField("years", "100"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors li"))
                .containsExactly(
                        "Có 0 ký tự; nhập từ 1 đến 200 ký tự",
                        "Không có ngạch “KING”; chọn một ngạch trong danh sách",
                        "Giá trị “100” không dùng được; nhập số nguyên đến 60",
                        "Ngày kết thúc 01/06/2026 trước ngày bắt đầu 31/12/2026; nhập ngày sau đó");
    }

    @Test
    void notesTheFeesOfAQuarterInPlaceOfAnEarlierNote() {
        for (String amount : new String[] {"12.000.000", "12.500.000"}) {
            routes.call(
                    "POST /staffing/fees",
                    allowed(FakeRequest.post("procedures", "/staffing/fees"))
                            .withField("year", "2026")
                            .withField("quarter", "3")
                            .withField("amount", amount)
                            .withField("document", "PT 07")
                            .withField("settled", "5/10/2026"));
        }

        assertThat(list().texts("main ul li, ul:not(.kt-tiles) li"))
                .contains("Quý 3/2026: 12.500.000 ₫, chứng từ PT 07, ngày 05/10/2026")
                .noneMatch(line -> line.contains("12.000.000"));
        assertThat(audit.actions()).containsExactly("procedures.fee-note", "procedures.fee-note");
    }

    @Test
    void knowsNothingOfOtherAgencies() {
        routes.call("POST /staffing/new", posting("Nguyễn Thị Lan", "k1", "1/6/2026", "31/12/2026"));
        String address = list().one("tbody th a").attr("href");
        String id = address.substring(address.lastIndexOf('/') + 1);

        assertThatThrownBy(() -> routes.call(
                        "GET /staffing/postings/{id}",
                        FakeRequest.get("procedures", "/staffing/postings/" + id)
                                .in("SYT2")
                                .may(KEEP)
                                .at(CLOCK)
                                .withPathValue("id", id)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private Rendered list() {
        return Rendered.of(routes.call("GET /staffing", allowed(FakeRequest.get("procedures", "/staffing"))))
                .keepsTheRules();
    }

    private static FakeRequest posting(String person, String key, String from, String to) {
        return allowed(FakeRequest.post("procedures", "/staffing/new"))
                .withField("_once", key)
                .withField("person", person)
                .withField("desk", "Hộ tịch")
                .withField("grade", "SPECIALIST")
                .withField("years", "5")
                .withField("good", "1")
                .withField("from", from)
                .withField("to", to)
                .withField("decision", "12/QĐ-UBND");
    }

    private static FakeRequest allowed(FakeRequest request) {
        return request.in("STP2").may(ReportPermissions.REPORT, KEEP).at(CLOCK);
    }
}
