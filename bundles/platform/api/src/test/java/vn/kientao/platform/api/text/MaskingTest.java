package vn.kientao.platform.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị An, N*** T** A",
        "Đặng Ông, Đ*** Ô",
        "An, A***",
        "Công ty TNHH Đất Mũi, C*** T** T** Đ** M",
        "'', ''"
    })
    void aNameKeepsItsFirstLetters(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"096123456789, ***789", "0913123456, ***456", "123, ***", "'', ''"})
    void aNumberKeepsItsLastThreeSigns(String number, String masked) {
        assertThat(Masking.number(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Phan Ngọc Hiển, khóm 3, phường An Xuyên, tỉnh Cà Mau | ***, phường An Xuyên, tỉnh Cà Mau",
                "phường An Xuyên, tỉnh Cà Mau | ***",
                "'' | ''"
            })
    void anAddressKeepsCommuneAndProvince(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"an.nguyen@gmail.com, a***@gmail.com", "@camau.gov.vn, ***", "no address, ***", "'', ''"})
    void anEmailAddressKeepsItsFirstLetterAndHost(String email, String masked) {
        assertThat(Masking.email(email)).isEqualTo(masked);
    }
}
