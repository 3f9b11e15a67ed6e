package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.Distribution;

/** The first page that anybody sees, in a browser. */
class FrontPageIT {

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
    void fitsTheWindowAndComplainsOfNothing(int width) {
        try (Browser browser = Browser.open(distribution.product().http(), width)) {
            browser.go("/");
            browser.screenshot("front-" + width);

            assertThat(browser.title()).contains("Kiến Tạo");
            assertThat(browser.overflow()).isZero();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("vi");
        }
    }

    @Test
    void speaksEnglishToWhoeverAsks() {
        try (Browser browser = Browser.open(distribution.product().http(), Browser.DESKTOP)) {
            browser.go("/?lang=en");
            browser.screenshot("front-en");

            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
        }
    }
}
