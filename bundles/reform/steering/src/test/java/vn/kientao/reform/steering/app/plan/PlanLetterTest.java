package vn.kientao.reform.steering.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.reform.steering.Goldens;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.domain.programme.Area;

/** The plan as it comes out of the printer (Decree 30/2020/NĐ-CP, Annex I), looked at and found right. */
class PlanLetterTest {
    private static final Map<String, String> NAMES = Map.of(
            "P-AX", "UBND phường An Xuyên", "STP2", "Sở Tư pháp", "SNV2", "Sở Nội vụ", "VPUB2", "Văn phòng UBND tỉnh");
    private static final List<Area> AREAS = List.of(
            area("steering", "Chỉ đạo, điều hành"),
            area("institutions", "Cải cách thể chế"),
            area("procedures", "Cải cách thủ tục hành chính"));

    private final LetterService letters = new LetterService(new PaperService());

    @Test
    void aDepartmentsPlanLooksAsItWasApproved() throws IOException {
        same("plan-department", letter("STP2", "department", "UBND tỉnh Cà Mau"));
    }

    @Test
    void theHeadOfACommuneSignsForItsCommittee() throws IOException {
        same("plan-commune", letter("P-AX", "commune", "UBND tỉnh Cà Mau"));
    }

    @Test
    void linesAreGroupedByAreaAndNumberedThroughAndTheirMoneyIsAdded() throws IOException {
        String text = text(letters.pdf(List.of(letter("STP2", "department", "UBND tỉnh Cà Mau"))));

        assertThat(text.replaceAll("\\s+", " "))
                .contains("KẾ HOẠCH Cải cách hành chính năm 2027")
                .containsSubsequence("I CHỈ ĐẠO, ĐIỀU HÀNH", "1", "II CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "2", "3")
                .doesNotContain("CẢI CÁCH THỂ CHẾ")
                .contains("Tổng kinh phí thực hiện: 35.000.000 đồng.", "Thường xuyên", "30/06/2027");
    }

    private void same(String name, Letter letter) throws IOException {
        Goldens.samePicture(name, letters.pdf(List.of(letter)));
        Goldens.sameDocx(name, letters.docx(letter));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Letter letter(String agency, String type, String parent) {
        Plan plan = new Plan(
                7,
                3,
                agency,
                2027,
                1,
                PlanState.APPROVED,
                "Căn cứ Nghị quyết 76/NQ-CP ngày 15/7/2021 của Chính phủ\nCăn cứ Quyết định 985/QĐ-UBND ngày 31/3/2022",
                "Nâng mức độ hài lòng của người dân, tổ chức.\nXác định rõ người, việc, thời hạn và kết quả.",
                "125/QĐ-UBND",
                Optional.of(LocalDate.of(2026, 12, 15)),
                Optional.empty());
        List<ItemWords> items = List.of(
                item("procedures", "Rà soát, đơn giản hóa thủ tục hành chính", agency, "30/6", "15000000"),
                item("steering", "Ban hành kế hoạch và theo dõi thực hiện hằng tháng", agency, "", ""),
                item(
                        "procedures",
                        "Khảo sát mức độ hài lòng của người dân tại Bộ phận Một cửa",
                        "VPUB2",
                        "",
                        "20000000"));
        LetterHead head = new LetterHead(
                parent,
                NAMES.getOrDefault(agency, agency),
                "",
                PlanLetter.reference(),
                "",
                "Cà Mau",
                LocalDate.of(2026, 12, 15),
                "");
        return new PlanLetter(plan, items, AREAS, code -> NAMES.getOrDefault(code, code)).letter(head, type);
    }

    private static ItemWords item(String area, String title, String lead, String due, String budget) {
        return new ItemWords(
                area,
                title,
                "Báo cáo kết quả",
                "Lê Văn Tám",
                "Văn phòng",
                lead,
                List.of("SNV2"),
                due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(2027, 6, 30)),
                Optional.of(budget).filter(amount -> !amount.isEmpty()).map(BigDecimal::new),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static Area area(String code, String name) {
        return new Area(code, LocalText.same(name), Optional.empty(), "");
    }
}
