package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Product;

/**
 * An officer receives a dossier, the citizen tracks it, the officer finishes it and hands it over: in a browser, on a desk
 * computer and on a phone, in both languages.
 */
class DeskFlowIT {
    private static final Pattern CODE = Pattern.compile("P-AX-\\d{6}-\\d{4}");
    private static final String PROCEDURE = "1.000049";
    /** How long it may take until one agency sees what another has done. */
    private static final Duration CROSSING = Duration.ofSeconds(60);

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    private String shots = "";

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, vi", "360, vi", "1280, en", "360, en"})
    void aDossierIsReceivedTrackedFinishedAndHandedOver(int width, String language) {
        Product product = distribution.product();
        shots = language + "-" + width + "-";
        try (Browser browser = Browser.open(product.http(), width, language)) {
            look(browser, "sign-in", "/sign-in");
            DemoAccounts.of(product).deskOfficer().signIn(browser);
            String code = receive(browser);
            look(browser, "list", "/P-AX/procedures/dossiers");
            assertThat(browser.text()).contains(code).contains("Nguyễn Thị Mười");
            track(browser, code);
            finishAndHandOver(browser, product, code);
            assertThat(browser.complaints())
                    .filteredOn(said -> !said.contains("422"))
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, vi", "360, en"})
    void aDossierIsSettledByAnotherAgencyAndItsResultHandedOverWhereItWasReceived(int width, String language) {
        Product product = distribution.product();
        shots = language + "-" + width + "-elsewhere-";
        try (Browser browser = Browser.open(product.http(), width, language)) {
            DemoAccounts.of(product).deskOfficer().signIn(browser);
            String code = receive(browser);
            look(browser, "assign", "/P-AX/procedures/dossiers/" + code + "/step/assign");
            browser.find("#agency option[value='X-VL']").click();
            submit(browser, "form[action$='/assign']");
            browser.find(".kt-flash-done");
            String sent = "/P-AX/procedures/sent/" + code;
            Await.until("the dossier has gone", CROSSING, () -> {
                browser.go("/P-AX/procedures/dossiers/" + code);
                return browser.path().equals(sent);
            });
            picture(browser, "sent");
            look(browser, "sent-list", "/P-AX/procedures/sent");
            assertThat(browser.text()).contains(code);

            DemoAccounts.of(product).handler("X-VL").signIn(browser);
            look(browser, "arrived", "/X-VL/procedures/dossiers/" + code);
            browser.go("/X-VL/procedures/dossiers/" + code + "/step/take-over");
            submit(browser, "form[action$='/take-over']");
            browser.find(".kt-flash-done");
            finish(browser, "/X-VL/procedures/dossiers/" + code);

            DemoAccounts.of(product).deskOfficer().signIn(browser);
            Await.until("the result is known where the dossier was received", CROSSING, () -> {
                browser.go(sent);
                return !browser.all("#handedTo").isEmpty();
            });
            picture(browser, "ready");
            browser.type("#handedTo", "Nguyễn Thị Mười");
            submit(browser, "form[action$='/hand-over']");
            browser.find(".kt-flash");
            Await.until("it is handed over", CROSSING, () -> {
                browser.go(sent);
                return !browser.all(".kt-page-header .kt-tag-done").isEmpty();
            });
            picture(browser, "over");
            look(browser, "track", "/public/procedures/track");
            browser.type("#code", code).type("#phone", "5678");
            submit(browser, "main form[method=post]");
            browser.find(".kt-timeline");
            picture(browser, "tracked");
        }
    }

    private String receive(Browser browser) {
        look(browser, "desk", "/P-AX/procedures/desk?q=" + PROCEDURE);
        browser.click(".kt-result h2 a");
        picture(browser, "intake-empty");
        submit(browser, "form[data-draft]");
        assertThat(browser.find(".kt-errors").getText()).isNotBlank();
        picture(browser, "intake-errors");
        browser.find(".kt-checklist input[type=checkbox]").sendKeys(Keys.SPACE);
        browser.type("#name", "Nguyễn Thị Mười")
                .type("#idNumber", "096123456789")
                .type("#address", "Ấp 1, phường An Xuyên")
                .type("#phone", "0912 345 678");
        submit(browser, "form[data-draft]");
        browser.find("button[form=intake]");
        picture(browser, "check");
        assertThat(browser.text()).contains("Nguyễn Thị Mười");
        browser.find("button[form=intake].btn-primary").sendKeys(Keys.ENTER);
        String receipt = browser.find("a[href$='/receipt.pdf']").getDomAttribute("href");
        picture(browser, "received");
        assertThat(browser.driver().executeAsyncScript("""
                                const done = arguments[1];
                                fetch(arguments[0]).then(answer => answer.text()).then(text => done(text.slice(0, 5)));
                                """, receipt)).isEqualTo("%PDF-");
        Matcher code = CODE.matcher(browser.text());
        assertThat(code.find()).as(browser.text()).isTrue();
        return code.group();
    }

    private void track(Browser browser, String code) {
        look(browser, "track", "/public/procedures/track");
        browser.type("#code", code).type("#phone", "0000");
        submit(browser, "main form[method=post]");
        browser.find(".kt-errors");
        assertThat(browser.text()).doesNotContain("N*** T** M");
        browser.type("#code", code).type("#phone", "5678");
        submit(browser, "main form[method=post]");
        browser.find(".kt-timeline");
        picture(browser, "tracked");
        assertThat(browser.text()).contains(code).doesNotContain("Nguyễn Thị Mười");
    }

    private void finishAndHandOver(Browser browser, Product product, String code) {
        DemoAccounts.of(product).handler().signIn(browser);
        finish(browser, "/P-AX/procedures/dossiers/" + code);
        DemoAccounts.of(product).deskOfficer().signIn(browser);
        look(browser, "to-hand-over", "/P-AX/procedures/dossiers/" + code);
        browser.type("#handedTo", "Nguyễn Thị Mười");
        submit(browser, "form[action$='/hand-over']");
        browser.find(".kt-flash-done");
        picture(browser, "handed-over");
        assertThat(browser.all("form[action$='/hand-over']")).isEmpty();
        assertThat(browser.find(".kt-page-header .kt-tag-done").isDisplayed()).isTrue();
    }

    private void finish(Browser browser, String dossier) {
        look(browser, "dossier", dossier);
        browser.all("details.kt-more:not([open]) summary").forEach(more -> more.sendKeys(Keys.ENTER));
        browser.type("#number", "12/GXN-UBND")
                .type("#summary", "Chứng chỉ hành nghề")
                .type("#signer", "Trần Văn Bảy")
                .type(
                        "#signedOn",
                        java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))
                                .format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        submit(browser, "form[action$='/finish']");
        browser.find(".kt-flash-done");
        picture(browser, "finished");
    }

    private void look(Browser browser, String name, String path) {
        browser.go(path);
        picture(browser, name);
    }

    /** Every page is looked at: nothing to push sideways, one heading, a title. */
    private void picture(Browser browser, String name) {
        browser.screenshot(shots + name);
        List<WebElement> headings = browser.all("h1");
        assertThat(headings).as(name).hasSize(1);
        assertThat(browser.overflow())
                .as("pixels to push " + name + " sideways")
                .isZero();
        assertThat(browser.title()).isNotBlank();
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo(shots.substring(0, 2));
    }

    /** By keyboard, as at a desk. */
    private static void submit(Browser browser, String form) {
        browser.find(form + " button[type=submit].btn-primary, " + form + " button[type=submit]")
                .sendKeys(Keys.ENTER);
    }
}
