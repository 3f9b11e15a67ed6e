package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.OneTimeCode;
import vn.kientao.itests.product.Options;

/** The second factor of the first administrator, in a browser that has an authenticator of its own. */
class SecondFactorIT {
    private static final String PASSWORD = "mot mat khau rat dai va rieng";
    private static final String HOME = "/account/second-factor";

    @RegisterExtension
    static final Distribution distribution = Distribution.own(
            Options.demo("factors").strict().withEtc("vn.kientao.security.cfg", "secondFactor = required\n"));

    @Test
    void administratorsWorkOnlyWithASecondFactorAndSignInByPasskeyOrCode() {
        try (Browser browser = Browser.open(site(), Browser.DESKTOP)) {
            browser.driver().addVirtualAuthenticator(authenticator());
            chooseAPassword(browser);
            assertThat(browser.go("/admin/modules").path()).isEqualTo(HOME);
            picturesOf(browser, "enrol", HOME);

            addPasskey(browser);
            assertThat(browser.go("/admin/modules").path()).isEqualTo("/admin/modules");

            signOut(browser);
            picturesOf(browser, "sign-in", "/sign-in");
            browser.find("form[data-passkey] button").sendKeys(Keys.ENTER);
            browser.find("form[action='/sign-out']");
            assertThat(browser.go("/admin/modules").path()).isEqualTo("/admin/modules");

            OneTimeCode app =
                    new OneTimeCode(browser.go(HOME).find("#typed-key").getText());
            browser.type("#code", app.now());
            submit(browser, HOME + "/app");
            browser.find(".kt-flash");
            signOut(browser);
            signInByCode(browser, app);
            assertThat(browser.go("/admin/modules").path()).isEqualTo("/admin/modules");
            picturesOf(browser, "there", HOME);
            picturesOf(browser, "confirm", "/account/confirm");
            assertThat(asked(tokenOf(browser))).contains("\"login\":\"admin\"");
            assertThat(asked("kt_" + "x".repeat(43))).contains("bad-token");
            assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
        }
    }

    private static void chooseAPassword(Browser browser) {
        String secret = DemoAccounts.of(distribution.product()).firstSecret();
        new DemoAccounts.Account("admin", secret, "").signIn(browser);
        assertThat(browser.go("/admin").path()).isEqualTo("/account/password");
        browser.type("#current", secret).type("#next", PASSWORD).type("#again", PASSWORD);
        submit(browser, "/account/password");
        browser.find("#typed-key, .kt-flash");
    }

    private static void addPasskey(Browser browser) {
        browser.go(HOME).type("#name", "máy của phòng");
        submit(browser, HOME + "/passkeys");
        browser.find("#codes");
        assertThat(browser.all("#codes li")).hasSize(10);
        browser.screenshot("factors-codes");
    }

    private static void signInByCode(Browser browser, OneTimeCode app) {
        browser.go("/sign-in").type("#login", "admin").type("#password", PASSWORD);
        submit(browser, "/sign-in");
        browser.find("#code");
        browser.screenshot("factors-second");
        browser.type("#code", app.next());
        submit(browser, "/sign-in/second");
        browser.find("form[action='/sign-out']");
    }

    private static String tokenOf(Browser browser) {
        picturesOf(browser, "tokens", "/account/tokens");
        browser.type("#name", "kho dữ liệu").click("input[name=scope]");
        submit(browser, "/account/tokens");
        return browser.find("#token").getText();
    }

    private static String asked(String token) {
        HttpRequest request = HttpRequest.newBuilder(site().resolve("/api/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void signOut(Browser browser) {
        browser.driver().manage().deleteAllCookies();
    }

    private static void submit(Browser browser, String action) {
        browser.find("main form[action='" + action + "'] button[type=submit]").sendKeys(Keys.ENTER);
    }

    private static void picturesOf(Browser browser, String name, String path) {
        for (String language : List.of("en", "vi")) {
            for (int width : List.of(Browser.PHONE, Browser.DESKTOP)) {
                browser.width(width);
                browser.go(path + "?lang=" + language);
                browser.screenshot("factors-" + name + "-" + language + "-" + width);
                assertThat(browser.overflow()).as(name + " at " + width).isZero();
            }
        }
        browser.go(path);
    }

    private static VirtualAuthenticatorOptions authenticator() {
        return new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true);
    }

    /** By name: passkeys do not work under an address in figures. */
    private static URI site() {
        return URI.create("http://localhost:" + distribution.product().http().getPort() + "/");
    }
}
