package vn.kientao.reform.procedures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureCodeTest {

    @Test
    void knowsTheNationalPartAndTheAgency() {
        ProcedureCode province = new ProcedureCode("1.001193.000.00.00.H12");

        assertThat(province.national()).isEqualTo("1.001193");
        assertThat(province.agency()).contains("000.00.00.H12");
        assertThat(new ProcedureCode("2.000756.H08").agency()).contains("H08");
        assertThat(new ProcedureCode("1.001193").agency()).isEmpty();
    }

    @Test
    void tellsAProvincesFormFromTheNationalOne() {
        assertThat(new ProcedureCode("1.001193.000.00.00.H12")).isNotEqualTo(new ProcedureCode("1.001193"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.00119",
                "1.0011933",
                "1001193",
                "1.001193.",
                "1.001193.12",
                " 1.001193",
                "1.001193.h12",
                "１.001193"
            })
    void refusesAnythingElse(String text) {
        assertThat(ProcedureCode.of(text)).isEmpty();
        assertThatThrownBy(() -> new ProcedureCode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: 1.001193");
    }
}
