package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Session;

class LanguageTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private static String language(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Language").orElse("none");
    }

    @Test
    void isVietnameseWhenNobodyAsksForAnother() {
        assertThat(language(door.get("/"))).isEqualTo("vi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9 | en",
                "vi-VN,vi;q=0.9,en;q=0.8 | vi",
                "en;q=0.5,vi;q=0.7 | vi",
                "fr,de;q=0.5 | vi",
                "nonsense;;q=x,,en | en",
                "* | vi"
            })
    void followsTheBrowser(String header, String expected) {
        assertThat(language(door.send(door.request("/").header("Accept-Language", header))))
                .isEqualTo(expected);
    }

    @Test
    void isRememberedOnceChosen() {
        HttpResponse<String> chosen = door.get("/?lang=en");
        String cookie = chosen.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("kt-lang="))
                .findFirst()
                .orElseThrow();

        assertThat(language(chosen)).isEqualTo("en");
        assertThat(cookie).startsWith("kt-lang=en;");
        assertThat(language(door.send(
                        door.request("/").header("Cookie", cookie.split(";")[0]).header("Accept-Language", "vi"))))
                .isEqualTo("en");
    }

    @Test
    void isTheAccountsWhenTheBrowserHasNotChosen() {
        door.sessions.put("ann", new Session("h", Actor.system("ann"), "csrf", Optional.of("en")));

        assertThat(language(door.send(door.as("ann", "/")))).isEqualTo("en");
        assertThat(language(door.send(door.request("/").header("Cookie", "kt-session=ann; kt-lang=vi"))))
                .isEqualTo("vi");
    }

    @Test
    void isSwitchedOnThePageOneIsOn() {
        assertThat(door.get("/help?a=1&lang=vi").body()).contains("href=\"/help?a=1&amp;lang=en\"");
    }
}
