package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.platform.api.web.FormErrors;

class ChecksTest {
    private final FormErrors errors = new FormErrors();
    private final Checks checks = new Checks(errors);

    @ParameterizedTest
    @ValueSource(strings = {"09/02/2026", "9/2/2026", "09-02-2026", "9.2.2026", " 9 / 2 / 2026 ", "2026-02-09"})
    void readsADayHoweverItIsTyped(String text) {
        assertThat(Checks.day(text)).contains(LocalDate.of(2026, 2, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9/2", "30/02/2026", "9/2/26", "hôm nay"})
    void knowsWhatIsNoDay(String text) {
        assertThat(Checks.day(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0913123456,0913123456", "+84 913 123 456,0913123456", "(0290) 3.831.234,02903831234"})
    void readsAPhoneNumberHoweverItIsTyped(String text, String digits) {
        assertThat(checks.phone("phone", text)).isEqualTo(digits);
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"913123456", "0913", "phone", "091312345678"})
    void refusesWhatIsNoPhoneNumber(String text) {
        checks.phone("phone", text);

        assertThat(errors.of("phone")).hasValueSatisfying(message -> {
            assertThat(message.vi()).contains("“" + text + "”").contains("0913123456");
            assertThat(message.en()).contains("“" + text + "”").contains("10 or 11 digits");
        });
    }

    @Test
    void readsCitizensIdNumbersOfBothKinds() {
        assertThat(checks.citizenId("idNumber", "096 123 456 789")).isEqualTo("096123456789");
        assertThat(checks.citizenId("idNumber", "381234567")).isEqualTo("381234567");
        assertThat(errors.isEmpty()).isTrue();
        checks.citizenId("idNumber", "12345");
        assertThat(errors.of("idNumber")).isPresent();
    }

    @Test
    void namesTheLengthAndTheLimit() {
        checks.required("name", "x".repeat(201), 200);

        assertThat(errors.of("name"))
                .hasValueSatisfying(
                        message -> assertThat(message.vi()).contains("201").contains("200"));
    }
}
