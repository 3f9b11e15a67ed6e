package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import vn.kientao.itests.product.Browser;

/**
 * Looks at what a browser as wide as a desk shows after a step, there and on a telephone, and keeps a picture of both where
 * pictures are wanted.
 *
 * @param prefix how the names of the pictures begin
 */
record StepLook(String prefix) {

    void at(Browser browser, String name) {
        if (PageLook.PICTURES) {
            for (int width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
                browser.width(width);
                browser.screenshot(prefix + name + "-" + width);
            }
        }
        assertThat(browser.overflow())
                .as("pixels to push " + name + " sideways")
                .isZero();
        assertThat(browser.overflowAt(Browser.PHONE))
                .as("pixels to push " + name + " sideways on a telephone")
                .isZero();
        assertThat(browser.all("h1")).as(name).hasSize(1);
        assertThat(browser.text())
                .as(name)
                .doesNotContain("Exception", "null", "vn.kientao")
                .doesNotContainPattern("\\?\\?|\\{0\\}|[a-z]+\\.[a-z-]+\\.[a-z-]+\\.[a-z]");
        assertThat(browser.barriers("main")).as(name).isEmpty();
    }
}
