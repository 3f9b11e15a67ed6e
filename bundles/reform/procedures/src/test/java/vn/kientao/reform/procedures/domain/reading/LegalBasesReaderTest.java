package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.LegalBasis;

class LegalBasesReaderTest {

    private static final String HEADS = "Tên văn bản pháp lýMã văn bản";

    private final Notes notes = new Notes();

    @Test
    void takesRowsApart() {
        assertThat(read("Luật Khiếu nại  năm 201102/2011/QH13Quy định quy trình11/2015/TT-BCA"
                        + "Nghị định 05/2012/NĐ-CP05/2012/NĐ-CP"))
                .extracting(LegalBasis::title, LegalBasis::number)
                .containsExactly(
                        tuple("Luật Khiếu nại năm 2011", "02/2011/QH13"),
                        tuple("Quy định quy trình", "11/2015/TT-BCA"),
                        tuple("Nghị định 05/2012/NĐ-CP", "05/2012/NĐ-CP"));
        assertThat(notes.gaps()).isEmpty();
    }

    @Test
    void keepsNumbersInsideTitlesThere() {
        assertThat(read("Sửa đổi Nghị định số 35/2016/NĐ-CP ngày 15/5/2016 và Thông tư số 02/2020/TT-BTP80/2022/NĐ-CP"
                        + "Luật 27/2018/QH1427/2018/QH14"))
                .extracting(LegalBasis::number)
                .containsExactly("80/2022/NĐ-CP", "27/2018/QH14");
    }

    @Test
    void readsACellThatNamesItsKind() {
        assertThat(
                        read(
                                "Luật Thú yLuật 79/2015/QH13Quy định về kiểm dịchThông tư số 03/2026/TT-BNNMT59/2025/TT-NHNNsố 59/2025/TT-NHNN"))
                .extracting(LegalBasis::title, LegalBasis::number)
                .containsExactly(
                        tuple("Luật Thú y", "79/2015/QH13"),
                        tuple("Quy định về kiểm dịch", "03/2026/TT-BNNMT"),
                        tuple("59/2025/TT-NHNN", "59/2025/TT-NHNN"));
    }

    @Test
    void knowsTheDayOfADocumentFromItsTitle() {
        assertThat(read("Luật Đất đai ngày 18/01/2024;31/2024/QH15"
                        + "Nghị định số 65/2025/NĐ-CP ngày 12 tháng 3 năm 2025 sửa đổi Nghị định số 11/2021/NĐ-CP ngày 10/02/202165/2025/NĐ-CP"
                        + "Sửa đổi Thông tư số 02/2020/TT-BTP ngày 08/4/202004/2024/TT-BTP"))
                .extracting(LegalBasis::number, LegalBasis::issued)
                .containsExactly(
                        tuple("31/2024/QH15", LocalDate.of(2024, 1, 18)),
                        tuple("65/2025/NĐ-CP", LocalDate.of(2025, 3, 12)),
                        tuple("04/2024/TT-BTP", null));
    }

    @Test
    void tellsTheIssuer() {
        assertThat(read("Thông tư55/2026/TT-BTCLuật31/2024/QH15Liên tịch09/2015/TTLT-BCA-BYT-BTC"))
                .extracting(basis -> basis.issuer().orElse("?"))
                .containsExactly("BTC", "QH", "BTC");
    }

    @Test
    void doesNotGuessWhereAYearEndsThatRunsIntoTheNumber() {
        LegalBasis basis = read("Luật Cư trú 202068/2020/QH14").get(0);

        assertThat(basis.number()).isEmpty();
        assertThat(basis.title()).isEqualTo("Luật Cư trú 202068/2020/QH14");
        assertThat(gaps()).containsExactly(GapKind.LEGAL_BASIS_UNCLEAR);
    }

    @Test
    void flagsTwoRowsThatLookLikeOne() {
        read("Nghị định của Chính phủ167/2025Thông tư về phí274/2016/TT-BTC");

        assertThat(gaps()).containsExactly(GapKind.LEGAL_BASIS_UNCLEAR);
    }

    @Test
    void keepsATitleWithoutANumberItKnows() {
        assertThat(read("Quyết định của tỉnh24/2024"))
                .containsExactly(new LegalBasis("", "Quyết định của tỉnh24/2024", null));
        assertThat(gaps()).containsExactly(GapKind.LEGAL_BASIS_UNCLEAR);
    }

    @Test
    void leavesADayThatNoCalendarHas() {
        assertThat(read("Luật A ngày 31/6/202431/2024/QH15").get(0).issuedOn()).isEmpty();
    }

    @Test
    void saysWhenNothingWasPublished() {
        assertThat(LegalBasesReader.read("Không có thông tin", notes)).isEmpty();
        assertThat(gaps()).containsExactly(GapKind.LEGAL_BASES_MISSING);
    }

    private List<LegalBasis> read(String rows) {
        return LegalBasesReader.read(HEADS + rows, notes);
    }

    private List<GapKind> gaps() {
        return notes.gaps().stream().map(Gap::kind).toList();
    }
}
