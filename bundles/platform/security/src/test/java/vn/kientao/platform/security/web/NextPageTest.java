package vn.kientao.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/P-AX/procedures", "/admin/calendar?year=2026&x=//y", "/a%2Fb#c"})
    void followsAPathOfThisSite(String path) {
        assertThat(NextPage.of(Optional.of(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "evil",
                "/sign-in?next=/sign-in",
                "/sign-out",
            })
    void goesToTheStartPageInsteadOfAnywhereElse(String path) {
        assertThat(NextPage.of(Optional.of(path))).isEqualTo("/");
    }
}
