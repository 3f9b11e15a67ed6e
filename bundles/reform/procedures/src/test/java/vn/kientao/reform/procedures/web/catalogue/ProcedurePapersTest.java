package vn.kientao.reform.procedures.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.app.publication.Weekdays;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class ProcedurePapersTest {
    private static final ProcedureCode CODE = new ProcedureCode("1.000001");

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private ImportFixture fixture;
    private Publishing publishing;

    @BeforeEach
    void declareRoutes() {
        fixture = new ImportFixture(store.database());
        publishing = new Publishing(store.database(), fixture.auditTrail, Weekdays.CALENDAR, fixture.catalogue);
        new ProcedurePapers(
                        fixture.catalogue,
                        new Publications(store.database()),
                        new LetterService(new PaperService()),
                        SomeFiles.on(store.database(), fixture.auditTrail, store.migrations()))
                .staff(routes);
        fixture.given(
                ImportFixture.record(CODE.value()),
                ImportFixture.record("1.000002", "ten_thu_tuc", "Đăng ký khai sinh"));
    }

    @Test
    void theSheetHasElevenPartsInTheOrderOfTheDecreeInVietnameseForEverybody() throws IOException {
        FakeRequest request = get("/catalogue/" + CODE + "/sheet.pdf").withPathValue("code", CODE.value());
        String paper = SomeFiles.printed(routes.call("GET /catalogue/{code}/sheet.pdf", request.inEnglish()));

        assertThat(paper)
                .containsSubsequence(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Cấp giấy phép nuôi hươu sao",
                        "1. Trình tự thực hiện",
                        "2. Cách thức thực hiện",
                        "5 ngày làm việc",
                        "3. Thành phần hồ sơ",
                        "- Đơn đề nghị",
                        "(Bản chính: 1, bản sao: 1)",
                        "4. Thời hạn giải quyết",
                        "5. Đối tượng thực hiện",
                        "6. Cơ quan thực hiện",
                        "7. Kết quả",
                        "8. Phí, lệ phí",
                        "200.000 ₫",
                        "9. Tên mẫu đơn, mẫu tờ khai",
                        "Mẫu số 01.docx",
                        "10. Yêu cầu, điều kiện",
                        "11. Căn cứ pháp lý",
                        "32/2018/QH14");
        assertThat(document(routes.call("GET /catalogue/{code}/sheet.docx", request)))
                .contains("Times New Roman", "1. Trình tự thực hiện", "Cấp giấy phép nuôi hươu sao");
    }

    @Test
    void theAnnexOfASearchListsEachProcedureAndThenSaysItAll() {
        String paper = SomeFiles.printed(routes.call("GET /catalogue-annex.pdf", get("/catalogue-annex.pdf")));

        assertThat(paper)
                .containsSubsequence(
                        "PHẦN I.",
                        "1.000001",
                        "1.000002",
                        "PHẦN II.",
                        "1.000001 - Cấp giấy phép nuôi hươu sao",
                        "1.000002 - Đăng ký khai sinh",
                        "11. Căn cứ pháp lý")
                .contains("(Kèm theo Quyết định số ……");
        assertThatThrownBy(() -> routes.call(
                        "GET /catalogue-annex.pdf", get("/catalogue-annex.pdf").withQuery("audience", "internal")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        none -> assertThat(none.problem().title().vi())
                                .isEqualTo("Danh sách có 0 thủ tục, phụ lục có từ 1 đến 100"));
    }

    @Test
    void theAnnexOfAPublicationSaysWhatItWritesAndAnAbolitionOnlyLists() throws IOException {
        long amended = publishing.begin(PublicationKind.AMEND, CODE, "", Optional.empty(), author());
        long abolished = publishing.begin(
                PublicationKind.ABOLISH, new ProcedureCode("1.000002"), "", Optional.empty(), author());

        assertThat(document(annex("docx", amended)))
                .contains("Thủ tục hành chính được sửa đổi, bổ sung", "PHẦN II.", "8. Phí, lệ phí");
        assertThat(SomeFiles.printed(annex("pdf", abolished)))
                .contains("Thủ tục hành chính bị bãi bỏ", "Đăng ký khai sinh")
                .doesNotContain("PHẦN II.");
        FakeRequest stranger = FakeRequest.get("procedures", "/").in("PAX").withPathValue("id", "" + amended);
        assertThatThrownBy(() -> routes.call("GET /publications/{id}/annex.pdf", stranger))
                .isInstanceOf(ProblemException.class);
    }

    private Reply annex(String kind, long id) {
        return routes.call("GET /publications/{id}/annex." + kind, get("/").withPathValue("id", "" + id));
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("procedures", path).in("STP2");
    }

    private static Changing author() {
        return new Changing(
                "STP2",
                "author",
                "Nguyễn Văn An",
                Instant.parse("2026-06-10T02:00:00Z"),
                (action, type, id, detail) ->
                        new AuditEntry("author", Optional.of("STP2"), "procedures", action, type, id, detail, "r1"));
    }

    private static String document(Reply reply) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(SomeFiles.bytes(reply)))) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            return all.toString();
        }
    }
}
