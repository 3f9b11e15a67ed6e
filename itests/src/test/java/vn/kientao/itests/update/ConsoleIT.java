package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import vn.kientao.itests.product.Administrator;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.product.ProductFiles;

/** What administrators do in the browser: upload, plan, canary, promote, go back, and an agency that helps itself. */
@Tag("alone")
class ConsoleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("console"));

    private static Administrator administrator;
    private static int minor;

    private Product product;
    private Browser browser;

    @BeforeEach
    void signIn() {
        product = distribution.product();
        if (administrator == null) {
            administrator = new Administrator(product);
        }
        browser = Browser.open(product.http(), Browser.DESKTOP);
        administrator.signIn(browser);
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void aReleaseIsUploadedPlannedTriedByOneAgencyAndPromoted() {
        String before = live();
        String next = "1." + ++minor + ".0";
        upload(next);
        assertThat(browser.text()).contains("từ " + before + " lên " + next);
        browser.screenshot("console-plan");
        tick("#way-staged");
        browser.click(".kt-panel details summary");
        tick("#first-STP2");
        browser.type("#stages", "50%, all").type("#watch", "0");
        tick("#automatic-no");
        press("form[action$='/apply'] button");

        // Nobody loads the page again: it follows the rollout by itself.
        browser.find("form[action$='/promote'] button");
        browser.screenshot("console-canary");
        String rollout = browser.path();
        assertThat(browser.text()).contains("Sở Tư pháp (STP2)");
        assertThat(live()).isEqualTo(before);
        assertThat(product.console().run("module:history procedures --json")).contains("\"STP2\"");

        browser.go(rollout);
        press("form[action$='/pause'] button");
        press("form[action$='/resume'] button");
        press("form[action$='/promote'] button");
        Await.until("the second stage", PATIENCE, () -> says("Giai đoạn 2/3"));
        press("form[action$='/promote'] button");
        Await.until("the end of the rollout", PATIENCE, () -> says("Hoàn tất"));
        browser.screenshot("console-promoted");
        assertThat(browser.all("#live-poll")).isEmpty();
        assertThat(live()).isEqualTo(next);
    }

    @Test
    void aBadPackageIsRefusedOnTheSamePageAndLeavesNothing() {
        String before = product.console().run("module:history procedures --json");
        browser.go("/admin/modules/upload");
        browser.find("#file").sendKeys(text("bad.jar", "this is no package").toString());
        press("main form button[type=submit]");

        assertThat(browser.find("#file-error").getText()).contains("không phải là gói phân hệ");
        assertThat(browser.path()).isEqualTo("/admin/modules/upload");
        assertThat(product.console().run("module:history procedures --json")).isEqualTo(before);
    }

    @Test
    void aVersionOfTheHistoryIsReturnedTo() {
        String before = live();
        String next = "1." + ++minor + ".0";
        upload(next);
        tick("#way-once");
        press("form[action$='/apply'] button");
        Await.until("the update", PATIENCE, () -> says("Hoàn tất"));

        browser.go("/admin/modules/procedures/history");
        browser.screenshot("console-history");
        press("form[action$='/plans'] button");
        browser.find("form[action$='/apply']");
        assertThat(browser.text()).contains("Quay lui").contains(before);
        press("form[action$='/apply'] button");
        Await.until("the way back", PATIENCE, () -> says("Hoàn tất"));

        assertThat(live()).isEqualTo(before);
    }

    @Test
    void anAgencySwitchesAModuleOffAndOnForItselfOnly() {
        DemoAccounts accounts = DemoAccounts.of(product);
        browser.go("/admin/modules/procedures/publication");
        tick("#audience-SOME");
        browser.click("details.kt-more summary");
        tick("#agency-P-AX");
        press("main form button[type=submit]");
        browser.find(".kt-flash-done");

        accounts.agencyAdministrator().signIn(browser);
        browser.go("/P-AX").click("a[href='/P-AX/catalogue']");
        browser.click(".kt-result h2 a");
        browser.screenshot("console-catalogue");
        press("form[action$='/disable'] button");
        browser.find(".kt-flash-done");
        assertThat(status(accounts.deskOfficer(), "/P-AX/procedures/dossiers")).isEqualTo(403);
        assertThat(status(accounts.otherDeskOfficer(), "/X-VL/procedures/dossiers"))
                .isEqualTo(200);
        assertThat(status(accounts.agencyAdministrator(), "/X-VL/catalogue")).isEqualTo(403);
        assertThat(status(accounts.deskOfficer(), "/P-AX/catalogue")).isEqualTo(403);

        browser.click(".kt-result h2 a");
        press("form[action$='/enable'] button");
        browser.find(".kt-flash-done");
        assertThat(status(accounts.deskOfficer(), "/P-AX/procedures/dossiers")).isEqualTo(200);
    }

    @Test
    void theSafeModeIsToldAndEndedInTheConsole() {
        String before = live();
        String next = "1." + ++minor + ".0";
        upload(next);
        tick("#way-once");
        press("form[action$='/apply'] button");
        Await.until("the update", PATIENCE, () -> says("Hoàn tất"));
        for (int crash = 1; crash <= 3; crash++) {
            product.kill();
            product.start();
        }

        browser.go("/admin");
        browser.screenshot("console-safe-mode");
        assertThat(browser.find(".kt-banner:not([hidden])").getText()).isNotBlank();
        assertThat(browser.text()).contains("Nền tảng đang chạy ở chế độ an toàn");
        browser.go("/admin/modules/procedures/roll-back");
        press("main form button[type=submit]");
        Await.until("the way back", PATIENCE, () -> {
            browser.go("/admin");
            return !browser.text().contains("Nền tảng đang chạy ở chế độ an toàn");
        });
        assertThat(live()).isEqualTo(before);
    }

    private void upload(String version) {
        Path jar = Releases.write(Releases.procedures(version));
        browser.go("/admin/modules/upload");
        browser.find("#file").sendKeys(jar.toString());
        press("main form button[type=submit]");
        browser.find("form[action$='/apply']");
    }

    /** By key, which works wherever the button stands; a button that the page has just replaced is looked for again. */
    private void press(String css) {
        Await.until(css + " to be pressed", PATIENCE, () -> {
            try {
                browser.find(css).sendKeys(Keys.ENTER);
                return true;
            } catch (StaleElementReferenceException replaced) {
                return false;
            }
        });
    }

    private void tick(String css) {
        browser.find(css).sendKeys(Keys.SPACE);
    }

    private boolean says(String words) {
        try {
            return browser.text().contains(words);
        } catch (StaleElementReferenceException replaced) {
            return false;
        }
    }

    private String live() {
        String json = product.console().run("module:info procedures --json");
        return json.replaceAll("(?s).*\"version\" : \"([^\"]+)\".*", "$1");
    }

    private int status(DemoAccounts.Account account, String path) {
        return new Visitor(product).signIn(account).get(path).statusCode();
    }

    private static Path text(String name, String content) {
        try {
            Path folder = Files.createDirectories(ProductFiles.target().resolve("releases"));
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be written", e);
        }
    }
}
