package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thông tư của Bộ Công an.NA5 (1).doc | Thông tư của Bộ Công an. | NA5 (1).doc",
                "(Mẫu NA9).10-Mẫu NA9.doc | (Mẫu NA9). | 10-Mẫu NA9.doc",
                "thẻ bảo hiểm y tếMau01-ĐN(BHYT) (1).doc | thẻ bảo hiểm y tế | Mau01-ĐN(BHYT) (1).doc",
                "dự án đầu tưMẫu I.1.8.a.docx | dự án đầu tư | Mẫu I.1.8.a.docx",
                "Nghị định số 32/2026/NĐ-CP;Mẫu số 06.QLT.docx | Nghị định số 32/2026/NĐ-CP; | Mẫu số 06.QLT.docx",
                "theo mẫu số 3.mẫu số 3 nđ 88.docx | theo mẫu số 3. | mẫu số 3 nđ 88.docx"
            })
    void findsTheSeam(String text, String name, String form) {
        assertThat(FormNames.split(text)).contains(new FormNames.Split(name, List.of(form)));
    }

    @Test
    void readsSeveralFiles() {
        assertThat(FormNames.split("Báo cáo thành tíchMẫu số 08..docxMẫu số 07.docx"))
                .contains(new FormNames.Split("Báo cáo thành tích", List.of("Mẫu số 08..docx", "Mẫu số 07.docx")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theo mẫuvăn bản đề nghị.docx",
                "Nghị định151/2024/NĐ-CP theo mẫuvăn bản.docx",
                "Điều 5.Khoản 2 của Chính phủDon de nghi.docx",
                "tại https://dichvucong.gov.vn/Tệp theo mẫu don.docx"
            })
    void doesNotGuess(String text) {
        assertThat(FormNames.hasFile(text)).isTrue();
        assertThat(FormNames.split(text)).isEmpty();
    }

    @Test
    void seesNoFileInProse() {
        assertThat(FormNames.hasFile("tệp “.doc” chứa nội dung")).isFalse();
    }
}
