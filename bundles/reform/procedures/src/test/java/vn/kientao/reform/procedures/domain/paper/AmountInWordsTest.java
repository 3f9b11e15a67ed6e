package vn.kientao.reform.procedures.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "5, Năm đồng",
        "10, Mười đồng",
        "15, Mười lăm đồng",
        "21, Hai mươi mốt đồng",
        "105, Một trăm linh năm đồng",
        "8000, Tám nghìn đồng",
        "8005, Tám nghìn không trăm linh năm đồng",
        "231000, Hai trăm ba mươi mốt nghìn đồng",
        "1024000, Một triệu không trăm hai mươi bốn nghìn đồng",
        "1205000, Một triệu hai trăm linh năm nghìn đồng",
        "3000000, Ba triệu đồng",
        "1000000005, Một tỷ không trăm linh năm đồng",
        "12345678910, Mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm mười đồng",
        "1000000000000, Một nghìn tỷ đồng"
    })
    void readsAnAmountAsItIsSaid(long amount, String words) {
        assertThat(AmountInWords.of(amount)).isEqualTo(words);
    }

    @Test
    void readsNoDebt() {
        assertThatThrownBy(() -> AmountInWords.of(-1)).hasMessageContaining("-1");
    }
}
