package vn.kientao.reform.procedures.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class CataloguePagesTest {
    private static final String DEER = "1.000001";
    private static final String BIRTH = "1.000002";
    private static final String ATTACK = "<script>alert('x')</script><img src=x onerror=alert(1)>";

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes staff = new RecordedRoutes();
    private ImportFixture fixture;

    @BeforeEach
    void declareRoutes() {
        fixture = new ImportFixture(store.database());
        CataloguePages pages = new CataloguePages(
                fixture.catalogue,
                fixture.traits,
                SomeFiles.on(store.database(), fixture.auditTrail, store.migrations()));
        pages.open(open);
        pages.staff(staff);
        fixture.given(ImportFixture.record(DEER), ImportFixture.record(BIRTH, "ten_thu_tuc", "Đăng ký khai sinh"));
    }

    @Test
    void listsProceduresWithWhatACitizenAsksFirst() {
        Rendered page = Rendered.of(open.call("GET /", FakeRequest.get("procedures", "/")));

        page.keepsTheRules();
        assertThat(page.texts(".kt-result h2")).containsExactly("Cấp giấy phép nuôi hươu sao", "Đăng ký khai sinh");
        assertThat(page.text(".kt-result")).contains("Chăn nuôi", "Cấp tỉnh, Cấp xã", "đơn vị thời hạn chưa rõ");
        assertThat(page.text(".kt-count")).isEqualTo("2 thủ tục");
        assertThat(page.one(".kt-result a").attr("href")).isEqualTo("/public/procedures/" + DEER);
    }

    @Test
    void givesStaffTheListAsAFileWithTheFilterOfTheAddress() {
        FakeRequest request =
                FakeRequest.get("procedures", "/catalogue.csv").in("STP2").withQuery("q", "khai sinh");

        assertThat(SomeFiles.text(staff.call("GET /catalogue.csv", request)).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(BIRTH + ";Đăng ký khai sinh;Chăn nuôi;");
        assertThat(SomeFiles.printed(staff.call("GET /catalogue.pdf", request)))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "“khai sinh”", BIRTH)
                .doesNotContain(DEER);
        Rendered page = Rendered.of(staff.call("GET /catalogue", request)).keepsTheRules();
        assertThat(page.one("a[href*=catalogue.xlsx]").attr("href")).isNotEmpty();
    }

    @Test
    void findsWithoutAccentsAndSaysSoInEnglish() {
        Rendered page = Rendered.of(open.call(
                "GET /",
                FakeRequest.get("procedures", "/").withQuery("q", "khai sinh").inEnglish()));

        page.keepsTheRules();
        assertThat(page.text(".kt-count")).isEqualTo("1 procedure for “khai sinh”");
        assertThat(page.texts(".kt-result h2")).containsExactly("Đăng ký khai sinh");
    }

    @Test
    void everyFilterIsAChipThatCanBeTakenAway() {
        FakeRequest request = FakeRequest.get("procedures", "/")
                .withQuery("q", "cap")
                .withQuery("field", "Chăn nuôi")
                .withQuery("level", "commune")
                .withQuery("online", "1");

        Rendered page = Rendered.of(open.call("GET /", request));

        assertThat(page.texts(".kt-chip"))
                .containsExactly("Lĩnh vực: Chăn nuôi , bỏ lọc", "Cấp xã , bỏ lọc", "Nộp được trực tuyến , bỏ lọc");
        assertThat(page.one(".kt-chip").attr("href")).doesNotContain("field=").contains("level=commune", "q=cap");
    }

    @Test
    void sayWhatToTryWhenNothingIsFound() {
        Rendered page = Rendered.of(
                open.call("GET /", FakeRequest.get("procedures", "/").withQuery("q", "tàu vũ trụ")));

        page.keepsTheRules();
        assertThat(page.text(".kt-empty h2")).isEqualTo("Không tìm thấy thủ tục nào");
        assertThat(page.text(".kt-empty")).contains("Dùng ít từ hơn", "Xem tất cả thủ tục");
    }

    @Test
    void showsEveryPartOfAProcedureAndGuessesNothing() {
        Rendered page = Rendered.of(show(DEER, false));

        page.keepsTheRules();
        assertThat(page.text("h1")).isEqualTo("Cấp giấy phép nuôi hươu sao");
        assertThat(page.texts("tbody th")).containsExactly("Trực tuyến", "Dịch vụ bưu chính", "Trực tiếp");
        assertThat(page.texts("tbody tr").get(0)).contains("5 ngày làm việc", "200.000 ₫");
        assertThat(page.texts("tbody tr").get(2)).contains("Đơn vị thời hạn chưa rõ", "Nghị quyết");
        assertThat(page.text(".kt-checklist")).contains("Đơn đề nghị", "Bản chính: 1, bản sao: 1", "Mẫu số 01.docx");
        assertThat(page.texts(".kt-steps li")).hasSize(3);
        assertThat(page.text("article")).contains("KQ.G10.000151", "32/2018/QH14", "Chưa rõ số bản");
    }

    @Test
    void showsItInEnglishToo() {
        Rendered page = Rendered.of(show(DEER, true));

        page.keepsTheRules();
        assertThat(page.text("article"))
                .contains("5 working days", "The unit is not stated", "Originals: 1, copies: 1");
    }

    @Test
    void leadsToTheNationalPortalAndNowhereElse() {
        String portal = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7";
        fixture.given(
                ImportFixture.record("1.000003", "detail_url", portal),
                ImportFixture.record("1.000004", "detail_url", "https://dichvucong.gov.vn.evil.example/x"),
                ImportFixture.record("1.000005", "detail_url", "javascript:alert(1)"));

        assertThat(Rendered.of(show("1.000003", false)).one("a[rel=external]").attr("href"))
                .isEqualTo(portal);
        assertThat(Rendered.of(show("1.000004", false)).has("a[rel=external]")).isFalse();
        assertThat(Rendered.of(show("1.000005", false)).has("a[rel=external]")).isFalse();
    }

    @Test
    void whatARecordHoldsIsNeverMarkup() {
        for (String field : new String[] {"ten_thu_tuc", "linh_vuc", "trinh_tu_thuc_hien", "yeu_cau_dieu_kien"}) {
            fixture.given(ImportFixture.record("1.000009", field, ATTACK));

            harmless(Rendered.of(show("1.000009", false)));
            harmless(Rendered.of(staff.call(
                    "GET /catalogue/{code}",
                    FakeRequest.get("procedures", "/catalogue/1.000009")
                            .in("VPUB")
                            .may(CataloguePermissions.READ)
                            .withPathValue("code", "1.000009"))));
            harmless(Rendered.of(open.call("GET /", FakeRequest.get("procedures", "/"))));
        }
        harmless(Rendered.of(open.call(
                "GET /",
                FakeRequest.get("procedures", "/").withQuery("q", ATTACK).withQuery("field", ATTACK))));
    }

    @Test
    void anUnknownCodeIsNotFound() {
        assertThatThrownBy(() -> show("9.999999", false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> show("../etc", false)).isInstanceOf(ProblemException.class);
    }

    @Test
    void showsStaffWhatIsToBeCompleted() {
        FakeRequest request =
                FakeRequest.get("procedures", "/catalogue").in("VPUB").may(CataloguePermissions.READ);

        Rendered list = Rendered.of(staff.call("GET /catalogue", request.withQuery("gap", "deadline-unit-missing")));
        Rendered one = Rendered.of(staff.call(
                "GET /catalogue/{code}",
                FakeRequest.get("procedures", "/catalogue/" + DEER)
                        .in("VPUB")
                        .may(CataloguePermissions.READ)
                        .withPathValue("code", DEER)));

        list.keepsTheRules();
        assertThat(list.texts("tbody tr")).hasSize(2);
        one.keepsTheRules();
        assertThat(one.text(".kt-tasks")).contains("Thời hạn không ghi đơn vị");
    }

    @Test
    void pagesThatDoNotExistAreEmptyRatherThanWrong() {
        Rendered page = Rendered.of(
                open.call("GET /", FakeRequest.get("procedures", "/").withQuery("page", "99999")));

        assertThat(page.has(".kt-empty")).isTrue();
    }

    private Reply show(String code, boolean english) {
        FakeRequest request = FakeRequest.get("procedures", "/" + code).withPathValue("code", code);
        return open.call("GET /{code}", english ? request.inEnglish() : request);
    }

    private static void harmless(Rendered page) {
        page.keepsTheRules();
        assertThat(page.has("script")).isFalse();
        assertThat(page.has("img")).isFalse();
    }
}
