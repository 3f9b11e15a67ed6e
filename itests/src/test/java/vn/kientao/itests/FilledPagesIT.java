package vn.kientao.itests;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.PageWeight;

/** Pages that show what people have made, which {@link PagesIT} finds empty: whole, narrow, in both languages. */
class FilledPagesIT {
    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    private static final AtomicInteger ADDRESSES = new AtomicInteger(30);

    private static Content content;

    private final SoftAssertions soft = new SoftAssertions();

    @BeforeAll
    static void fill() {
        content = new Content(distribution.product());
    }

    /** What stands around the pages is searched for barriers by {@link PagesIT}, and all of it in long runs. */
    @Test
    void everyPageWithContentIsWhole() {
        look(Browser.DESKTOP, "vi", "main");
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360, vi", "360, en", "1280, en"})
    @Tag("long")
    void everyPageWithContentIsWholeInAnyWindowAndLanguage(int width, String language) {
        look(width, language, "html");
    }

    @Test
    void noPublicPageWithContentWeighsMoreThanAHundredKilobytes() throws IOException, InterruptedException {
        for (Content.Page page : content.of(Content.Who.ANYBODY)) {
            if (page.fields().isEmpty()) {
                soft.assertThat(PageWeight.of(distribution.product().http(), page.path()))
                        .as("bytes of " + page.name())
                        .isBetween(10_000, 100 * 1024);
            }
        }
        soft.assertAll();
    }

    /** What only the script does is hidden; everything else is there. */
    @Test
    @Tag("long")
    void citizensAndTheDeskSeeTheSameWithoutScript() {
        try (Browser browser = open(Browser.DESKTOP, "vi")) {
            browser.withoutScript();
            DemoAccounts accounts = DemoAccounts.of(distribution.product());
            for (Content.Who who : List.of(Content.Who.ANYBODY, Content.Who.DESK)) {
                signIn(browser, accounts, who);
                for (Content.Page page : content.of(who)) {
                    if (page.fields().isEmpty()) {
                        browser.go(page.path());
                        soft.assertThat(browser.all(page.shows()))
                                .as(page.name())
                                .isNotEmpty();
                        soft.assertThat(browser.all("main [data-action]:not([hidden])"))
                                .as("buttons of " + page.name() + " that do nothing")
                                .isEmpty();
                    }
                }
            }
        }
        soft.assertAll();
    }

    private void look(int width, String language, String part) {
        PageLook look = new PageLook(soft, part);
        DemoAccounts accounts = DemoAccounts.of(distribution.product());
        try (Browser browser = open(width, language)) {
            for (Content.Who who : Content.Who.values()) {
                signIn(browser, accounts, who);
                for (Content.Page page : content.of(who)) {
                    String name = language + "-" + width + "-filled-" + page.name();
                    show(browser, page);
                    soft.assertThat(browser.all(page.shows()))
                            .as(page.shows() + " on " + name)
                            .isNotEmpty();
                    look.at(browser, name);
                    if (browser.wide()) {
                        look.narrow(browser, name);
                    }
                }
            }
        }
        soft.assertAll();
    }

    private static Browser open(int width, String language) {
        String address = "203.0.113." + ADDRESSES.incrementAndGet();
        return Browser.open(distribution.product().http(), width, language).from(address);
    }

    private static void show(Browser browser, Content.Page page) {
        if (page.fields().isEmpty()) {
            browser.go(page.path());
        } else {
            browser.post(page.path(), page.fields());
        }
    }

    private static void signIn(Browser browser, DemoAccounts accounts, Content.Who who) {
        switch (who) {
            case ANYBODY -> browser.go("/help");
            case DESK -> accounts.deskOfficer().signIn(browser);
            case HANDLER -> accounts.handler().signIn(browser);
            case HEAD -> accounts.agencyHead().signIn(browser);
            case DEPARTMENT -> accounts.handler("STP2").signIn(browser);
            case COORDINATOR -> accounts.coordinator().signIn(browser);
            case LEAD -> accounts.fieldLead().signIn(browser);
            case OFFICE -> accounts.standingOffice().signIn(browser);
        }
    }
}
