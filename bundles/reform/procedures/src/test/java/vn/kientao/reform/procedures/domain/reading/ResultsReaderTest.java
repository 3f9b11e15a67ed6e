package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Result;

class ResultsReaderTest {

    private static final String REST = "Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiện";

    private final Notes notes = new Notes();

    @Test
    void takesResultsApartAndLeavesTheRestOfThePage() {
        assertThat(read("Giấy khai sinhMã: KQ.G15.000031Văn bản từ chốiMã: KQ.G15.000343" + REST))
                .containsExactly(
                        new Result("Giấy khai sinh", "KQ.G15.000031"), new Result("Văn bản từ chối", "KQ.G15.000343"));
        assertThat(gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KQ.G01.00262",
                "KQ-G17.000007",
                "TP-G12.0001128",
                "000.00.00.G04-KQ003518",
                "000.00.00.G11-KQ1711"
            })
    void knowsEveryFormOfCode(String code) {
        assertThat(read("Giấy phépMã: " + code + REST)).containsExactly(new Result("Giấy phép", code));
        assertThat(gaps()).isEmpty();
    }

    @Test
    void keepsAStrangeCodeAndSaysSo() {
        assertThat(read("Thông báoMã: bsjhbfkjb" + REST)).containsExactly(new Result("Thông báo", "bsjhbfkjb"));
        assertThat(gaps()).containsExactly(GapKind.RESULT_CODE_UNCLEAR);
    }

    @Test
    void doesNotGuessWhereACodeEndsThatRunsIntoANumber() {
        assertThat(read("Giấy AMã: KQ.G15.00003112 giấy BMã: KQ.G15.000032" + REST))
                .extracting(Result::code)
                .containsExactly("", "KQ.G15.000032");
        assertThat(gaps()).containsExactly(GapKind.RESULT_CODE_UNCLEAR);
    }

    @Test
    void keepsAResultWithoutCode() {
        assertThat(read("Giấy chứng nhận kết hôn")).containsExactly(new Result("Giấy chứng nhận kết hôn", ""));
        assertThat(gaps()).containsExactly(GapKind.RESULT_CODE_MISSING);
    }

    @Test
    void saysWhenNothingWasPublished() {
        assertThat(read("")).isEmpty();
        assertThat(gaps()).containsExactly(GapKind.RESULTS_MISSING);
    }

    private List<Result> read(String text) {
        return ResultsReader.read(text, notes);
    }

    private List<GapKind> gaps() {
        return notes.gaps().stream().map(Gap::kind).toList();
    }
}
