package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;

class ListReaderTest {

    private final Notes notes = new Notes();

    @Test
    void keepsCommasInsideTheNamesOfSubjects() {
        assertThat(
                        ListReader.subjects(
                                "Công dân Việt Nam, Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Doanh nghiệp"))
                .containsExactly(
                        "Công dân Việt Nam",
                        "Cán bộ, công chức, viên chức",
                        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
                        "Doanh nghiệp");
    }

    @Test
    void readsLevels() {
        assertThat(ListReader.levels("Cấp bộ, cấp tỉnh, Cấp xã, Cơ quan khác, Cấp vùng", notes))
                .containsExactly(Level.MINISTRY, Level.PROVINCE, Level.COMMUNE, Level.OTHER);
        assertThat(notes.gaps()).extracting(Gap::kind).containsExactly(GapKind.LEVEL_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thuế tỉnh, thành phố, Thuế cơ sở | 2",
                "Cục cảnh sát quản lý hành chính về trật tự, xã hội, Công an tỉnh | 2",
                "Sở Văn hóa, Thể thao và Du lịch, Sở Xây dựng | 2",
                "Sở Tư pháp | 1",
                "Ủy ban Nhân dân xã, phường, thị trấn. | 1"
            })
    void tellsAgenciesApart(String text, int agencies) {
        assertThat(ListReader.agencies(text, "x", notes).names()).hasSize(agencies);
        assertThat(notes.gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sở Xây dựng, Miền Nam", "Sở Công Thương, Xuất nhập khẩu"})
    void doesNotGuessWhichCommaSeparates(String text) {
        assertThat(ListReader.agencies(text, "x", notes).names()).isEmpty();
        assertThat(ListReader.agencies(text, "x", notes).text()).isEqualTo(text);
        assertThat(notes.gaps()).extracting(Gap::kind).containsOnly(GapKind.AGENCIES_UNCLEAR);
    }
}
