package vn.kientao.platform.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Đất  ĐAI, dat dai",
        "Đăng ký kết hôn, dang ky ket hon",
        "Ủy ban, uy ban",
        "Uỷ ban, uy ban",
        "THUỶ SẢN, thuy san",
        "Hoà giải, hoa giai"
    })
    void folds(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
        assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "thuỷ, thủy",
        "hoà, hòa",
        "khoẻ, khỏe",
        "Uỷ ban, ủy ban",
        "quý, qúy",
        "hoạ sĩ, họa sĩ",
        "luỹ, lũy",
    })
    void takesBothWaysOfPlacingATone(String newer, String older) {
        assertThat(Folding.plain(newer)).isEqualTo(Folding.plain(older));
    }

    @ParameterizedTest
    @CsvSource({"toán, toán", "ngoài, ngoài", "huỳnh, huỳnh", "hoàn, hoàn", "tuyến, tuyến", "Hà Nội, hà nội"})
    void movesNoToneOfAClosedSyllable(String text, String plain) {
        assertThat(Folding.plain(text)).isEqualTo(plain);
    }

    @Test
    void keepsAccentsApart() {
        assertThat(Folding.plain("dat dai")).isNotEqualTo(Folding.plain("đất đai"));
        assertThat(Folding.plain("  Sở\u00a0Tư \n pháp ")).isEqualTo("sở tư pháp");
    }
}
