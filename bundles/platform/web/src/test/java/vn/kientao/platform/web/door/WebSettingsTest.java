package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WebSettingsTest {

    @Test
    void followTheFileWithoutBeingMadeAnew() {
        WebSettings settings = new WebSettings("", 30);
        assertThat(settings.publicAddress()).isEmpty();

        settings.change(" https://kientao.example.vn ", 30, "10.0.0.1, 10.1.0.0/16", "::1");

        assertThat(settings.publicAddress()).contains("https://kientao.example.vn");
    }

    @Test
    void keepWhatTheyWereWhenTheFileIsWrong() {
        WebSettings settings = new WebSettings("https://a.example", 30, "10.0.0.1");

        assertThatThrownBy(() -> settings.change("https://b.example", 30, "proxy"))
                .hasMessageContaining("trusted proxy 'proxy'");
        assertThat(settings.publicAddress()).contains("https://a.example");
    }
}
