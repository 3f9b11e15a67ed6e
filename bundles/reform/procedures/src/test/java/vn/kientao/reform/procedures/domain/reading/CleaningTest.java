package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {

    @Test
    void composesWhatWasTakenApart() {
        String apart = Normalizer.normalize("Đăng ký kết hôn", Normalizer.Form.NFD);

        assertThat(apart).isNotEqualTo("Đăng ký kết hôn");
        assertThat(Cleaning.text(apart)).isEqualTo("Đăng ký kết hôn");
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(Cleaning.text("\ufeffA\u0000B\u0007C\u200bD\u00adE\u202eF")).isEqualTo("ABCDEF");
    }

    @Test
    void knowsOneKindOfLineEndAndOneKindOfSpace() {
        assertThat(Cleaning.text("a\r\nb\rc\u2028d\u00a0e\u3000f\tg")).isEqualTo("a\nb\nc\nd e f\tg");
    }

    @Test
    void resolvesEntitiesHoweverOftenTheyWereEscaped() {
        assertThat(Cleaning.text("A &amp; B")).isEqualTo("A & B");
        assertThat(Cleaning.text("5 &amp;amp;lt; 6")).isEqualTo("5 < 6");
        assertThat(Cleaning.text("&Aacute;nh &#7857; &#x1EB1; &quot;x&quot;&nbsp;y"))
                .isEqualTo("Ánh ằ ằ \"x\" y");
    }

    @Test
    void leavesAloneWhatIsNoEntity() {
        assertThat(Cleaning.text("R&D; AT&T &unknown; &#0; &#xD800; &#9999999;"))
                .isEqualTo("R&D; AT&T &unknown; &#0; &#xD800; &#9999999;");
    }

    @Test
    void makesOneLine() {
        assertThat(Cleaning.line(" Sở  Tư pháp\n tỉnh\t ")).isEqualTo("Sở Tư pháp tỉnh");
        assertThat(Cleaning.line("Sở Tư pháp")).isEqualTo("Sở Tư pháp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--", "----", "Không có thông tin", "không có thông tin.", "\n"})
    void knowsHowThePortalSaysNothing(String text) {
        assertThat(Cleaning.isNothing(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Không", "Không có", "Không có thông tin gì", "-a-"})
    void takesOtherWordsAtTheirWord(String text) {
        assertThat(Cleaning.isNothing(text)).isFalse();
    }
}
