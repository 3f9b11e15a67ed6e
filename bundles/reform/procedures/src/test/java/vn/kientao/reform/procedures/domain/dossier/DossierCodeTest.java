package vn.kientao.reform.procedures.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

    @Test
    void isUnitDayAndOrderOfTheDay() {
        assertThat(new DossierCode("STP2", DAY, 7)).hasToString("STP2-260209-0007");
        assertThat(new DossierCode("H56.14", DAY, 12_345)).hasToString("H56.14-260209-12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STP2-260209-0007", "UBND-CM2-260209-0007", "000.00.06.H56-231027-0361"})
    void readsWhatItWrites(String code) {
        assertThat(DossierCode.parse(code)).map(DossierCode::toString).contains(code);
    }

    @Test
    void forgivesSmallLettersAndSpacesAround() {
        assertThat(DossierCode.parse(" stp2-260209-0007 ")).contains(new DossierCode("STP2", DAY, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "STP2",
                "STP2-260230-0007",
                "STP2-260209-0000",
                "STP2-260209-07",
                "-260209-0007",
                "A--B-260209-0001"
            })
    void knowsWhatIsNoCode(String text) {
        assertThat(DossierCode.parse(text)).isEmpty();
    }

    @Test
    void refusesAUnitThatWouldNotFitIntoACode() {
        assertThatThrownBy(() -> new DossierCode("sở", DAY, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'sở'");
    }
}
