package vn.kientao.itests;

import org.assertj.core.api.SoftAssertions;
import vn.kientao.itests.product.Browser;

/** Whether a page is as every page has to be: one heading, nothing to push sideways, words for people, open to everybody. */
final class PageLook {
    /** Hundreds of pictures take a while; {@code -Dkientao.test.pictures} asks for them. */
    static final boolean PICTURES = System.getProperty("kientao.test.pictures") != null;

    private final SoftAssertions soft;
    private final String part;

    /** @param part where barriers are looked for, as a selector; empty for nowhere */
    PageLook(SoftAssertions soft, String part) {
        this.soft = soft;
        this.part = part;
    }

    /** Looks at the page that the browser shows, and keeps a picture of it where pictures are wanted. */
    void at(Browser browser, String page) {
        soft.assertThat(browser.brokenPictures()).as("pictures of " + page).isEmpty();
        if (PICTURES) {
            browser.screenshot("pages-" + page);
        }
        soft.assertThat(browser.all("h1")).as("headings of " + page).hasSize(1);
        soft.assertThat(browser.overflow())
                .as("pixels to push " + page + " sideways")
                .isZero();
        soft.assertThat(browser.text())
                .as(page)
                .doesNotContain("Exception", "null", "vn.kientao", "HTTP ERROR")
                .doesNotContainPattern("\\?\\?|\\{0\\}|[a-z]+\\.[a-z-]+\\.[a-z-]+\\.[a-z]");
        soft.assertThat(browser.complaints())
                .as("complaints of " + page)
                .filteredOn(said -> !said.matches("(?s).*status of 4\\d\\d.*"))
                .isEmpty();
        if (!part.isEmpty()) {
            soft.assertThat(browser.barriers(part)).as("barriers on " + page).isEmpty();
        }
    }

    /** The same page in the window of a telephone, as far as that needs no second loading. */
    void narrow(Browser browser, String page) {
        soft.assertThat(browser.overflowAt(Browser.PHONE))
                .as("pixels to push " + page + " sideways on a telephone")
                .isZero();
    }
}
