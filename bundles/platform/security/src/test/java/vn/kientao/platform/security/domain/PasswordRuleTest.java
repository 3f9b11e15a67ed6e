package vn.kientao.platform.security.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final Account OWNER = new Account(1, "motcua.p-ax", "Nguyễn Thị Lan", true, false);

    @ParameterizedTest
    @ValueSource(strings = {"trời xanh mây trắng", "839201748320194", "correct horse battery", "Tr0ub4dor&3-and-more"})
    void allowsWhateverIsLongEnough(String password) {
        assertThat(PasswordRule.refusal(password, OWNER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "123456789012345",
                "matkhau123456789",
                "Mật khẩu Mật khẩu 1",
                "PasswordPassword1",
                "motcua.p-ax 2026",
                "nguyenthilan2026",
                "kientao-camau-2026",
            })
    void refusesWhatEverybodyWouldGuess(String password) {
        assertThat(PasswordRule.refusal(password, OWNER)).contains("password.guessable");
    }

    @Test
    void letsAShorterPasswordServeBesideASecondFactor() {
        assertThat(PasswordRule.refusal("mây trôi", OWNER, true)).isEmpty();
        assertThat(PasswordRule.refusal("mây bay", OWNER, true)).contains("password.too-short-with-factor");
        assertThat(PasswordRule.tooShortAlone("mây trôi")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anhyeuem123",
                "Anh Yêu Em 123",
                "MatKhau@123",
                "1qaz2wsx3edc",
                "password1",
                "iloveyou123",
                "camau2026"
            })
    void refusesWhatGuessersTryFirst(String password) {
        assertThat(PasswordRule.refusal(password, OWNER, true)).contains("password.guessable");
    }

    @Test
    void knowsThousandsOfCommonPasswords() {
        assertThat(CommonPasswords.count()).isGreaterThan(5_000);
    }

    @Test
    void countsLettersAndNotBytes() {
        assertThat(PasswordRule.refusal("mười bốn chữ!!", OWNER)).contains("password.too-short");
        assertThat(PasswordRule.refusal("a b".repeat(100), OWNER)).contains("password.too-long");
    }
}
