package vn.kientao.reform.procedures.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị An, N*** T** A",
        "Đặng Ông, Đ*** Ô",
        "An, A***",
        "Công ty TNHH Đất Mũi, C*** t** T** Đ** M",
    })
    void showsTheFirstLettersOnly(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualToIgnoringCase(masked);
    }
}
