package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import vn.kientao.itests.product.Keyboard;
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

    private static final String CONTENT = "Cấp lại do bị mất, xin nhận tại bộ phận Một cửa";
    private static final String RECEIVE = "receive";
    /** Without these the focus goes as one reads. */
    private static final String PLACES_OUT_OF_ORDER =
            "return [...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).length";

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    private String shots = "";

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, vi", "360, en"})
    void aDossierIsReceivedTrackedFinishedAndHandedOver(int width, String language) {
        fromReceiptToHandOver(width, language);
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360, vi", "1280, en"})
    @Tag("long")
    void aDossierIsReceivedTrackedFinishedAndHandedOverTheOtherWayRound(int width, String language) {
        fromReceiptToHandOver(width, language);
    }

    private void fromReceiptToHandOver(int width, String language) {
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

    @Test
    void aDossierIsSettledByAnotherAgencyAndItsResultHandedOverWhereItWasReceived() {
        settledElsewhere(Browser.DESKTOP, "vi");
    }

    @Test
    @Tag("long")
    void aDossierIsSettledByAnotherAgencyOnATelephoneAndInEnglish() {
        settledElsewhere(Browser.PHONE, "en");
    }

    private void settledElsewhere(int width, String language) {
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

    @Test
    void somebodyWhoComesAgainIsReceivedByKeyboardInAMinuteAndAHalf() {
        Product product = distribution.product();
        shots = "vi-keyboard-";
        try (Browser browser = Browser.open(product.http(), Browser.DESKTOP)) {
            DemoAccounts.of(product).deskOfficer().signIn(browser);
            String earlier = receive(browser);
            browser.go("/P-AX/procedures/desk");
            Keyboard keyboard = new Keyboard(browser);
            assertThat(keyboard.focus()).as("where the desk begins").isEqualTo("q");
            keyboard.decide().type(PROCEDURE).leaveBy(Keys.ENTER);
            keyboard.decide().press(Keys.TAB).press(Keys.TAB).leaveBy(Keys.ENTER);
            assertThat(keyboard.focus()).as("where the form begins").isEqualTo("returning");
            keyboard.decide().type("096123456789").leaveBy(Keys.ENTER);
            picture(browser, "offered");
            assertThat(browser.find("#offers ~ dl").getText()).contains(earlier);
            keyboard.decide().leaveBy(Keys.ENTER);
            picture(browser, "taken-over");
            assertThat(browser.find("[id$='-reused']").isSelected()).isTrue();
            restOfTheForm(browser, keyboard);
            keyboard.leaveBy(Keys.ENTER);
            picture(browser, "check");
            assertThat(browser.text())
                    .contains("Dùng lại bản đã số hoá của hồ sơ")
                    .contains(CONTENT);
            // The applicant, the papers and the day are looked at once more.
            keyboard.decide().decide().decide();
            keyboard.press(Keys.TAB).press(Keys.ENTER).tabTo(RECEIVE, 40).leaveBy(Keys.ENTER);
            browser.find("a[href$='/receipt.pdf']");
            picture(browser, "received");
            System.out.println("Intake by keyboard: " + keyboard);
            assertThat(keyboard.seconds()).as(keyboard.toString()).isLessThanOrEqualTo(90);
        }
    }

    /** Ticks every other paper that lies on the desk and says what is asked for; each field comes where one reads it. */
    private static void restOfTheForm(Browser browser, Keyboard keyboard) {
        List<String> open = browser.all("fieldset .kt-checklist input[type=checkbox][id^=p]:not(:checked)").stream()
                .map(box -> box.getDomAttribute("id"))
                .filter(id -> id != null && id.matches("p\\d+"))
                .toList();
        for (String paper : open) {
            keyboard.decide().tabTo(paper, 20).press(Keys.SPACE);
        }
        keyboard.decide().tabTo("content", 60);
        keyboard.chord(Keys.CONTROL, "a").type(CONTENT);
        keyboard.decide().tabTo("resultBy", 2).press(Keys.TAB);
    }

    @Test
    void aMistakeIsOneStepFromTheFieldThatHasIt() {
        Product product = distribution.product();
        try (Browser browser = Browser.open(product.http(), Browser.DESKTOP)) {
            DemoAccounts.of(product).deskOfficer().signIn(browser);
            browser.go("/P-AX/procedures/desk?q=" + PROCEDURE).click(".kt-result h2 a");
            browser.find(".kt-checklist input[type=checkbox]").sendKeys(Keys.SPACE);
            browser.type("#name", "Nguyễn Thị Mười")
                    .type("#idNumber", "096123456789")
                    .type("#address", "Ấp 1, phường An Xuyên")
                    .type("#phone", "12345");
            submit(browser, "form[data-draft]");
            browser.find(".kt-errors");
            Keyboard keyboard = new Keyboard(browser);
            assertThat(keyboard.focus()).as("the list of mistakes").startsWith("Có 1 chỗ cần sửa");
            keyboard.press(Keys.TAB).press(Keys.ENTER);
            assertThat(keyboard.focus()).isEqualTo("phone");
            assertThat(browser.driver().executeScript(PLACES_OUT_OF_ORDER))
                    .as("places that the focus reaches out of order")
                    .isEqualTo(0L);
        }
    }

    private String receive(Browser browser) {
        look(browser, "desk", "/P-AX/procedures/desk?q=" + PROCEDURE);
        browser.click(".kt-result h2 a");
        picture(browser, "intake-empty");
        browser.find(".kt-checklist input[type=file]").sendKeys(scan().toString());
        submit(browser, "form[data-draft]");
        assertThat(browser.find(".kt-errors").getText()).isNotBlank();
        assertThat(browser.find(".kt-checklist").getText())
                .as("the form with its mistakes")
                .contains("to-khai.png");
        picture(browser, "intake-errors");
        browser.driver().executeScript("document.querySelector('.kt-checklist').scrollIntoView()");
        picture(browser, "intake-scans");
        assertThat(browser.find(".kt-checklist input[type=checkbox]").isSelected())
                .as("a paper with a scan is there")
                .isTrue();
        browser.type("#name", "Nguyễn Thị Mười")
                .type("#idNumber", "096123456789")
                .type("#address", "Ấp 1, phường An Xuyên")
                .type("#phone", "0912 345 678");
        submit(browser, "form[data-draft]");
        browser.find("button[form=intake]");
        picture(browser, "check");
        assertThat(browser.text()).contains("Nguyễn Thị Mười");
        assertThat(browser.all(".kt-summary-row")).isNotEmpty();
        browser.find("button[form=intake].btn-primary").sendKeys(Keys.ENTER);
        String receipt = browser.find("a[href$='/receipt.pdf']").getDomAttribute("href");
        picture(browser, "received");
        assertThat(browser.download(receipt, 5)).isEqualTo("%PDF-");
        Matcher code = CODE.matcher(browser.text());
        assertThat(code.find()).as(browser.text()).isTrue();
        return code.group();
    }

    /** A picture of one white point. */
    private static Path scan() {
        try {
            Path file = Files.createTempDirectory("kientao-scan").resolve("to-khai.png");
            try (OutputStream out = Files.newOutputStream(file)) {
                ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("no scan could be made", e);
        }
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
