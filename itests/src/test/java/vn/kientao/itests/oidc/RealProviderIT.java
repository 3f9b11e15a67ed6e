package vn.kientao.itests.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;

/** Single sign-on through a provider that others have written, in a browser once, and with what attackers make of tokens. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealProviderIT {
    private static final int PORT = freePort();
    private static final String CONFIGURATION = "id = tinh\nissuer = " + RealProvider.issuer(PORT) + "\nclientId = "
            + RealProvider.CLIENT + "\nclientSecretEnv = TINH_SECRET\nlabel.vi = Tài khoản tỉnh\n";

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("oidc")
            .withEnvironment("TINH_SECRET", RealProvider.SECRET)
            .withEtc("vn.kientao.oidc-tinh.cfg", CONFIGURATION));

    private static RealProvider provider;

    @BeforeAll
    static void startTheProvider() {
        provider = RealProvider.start(PORT, distribution.product().http().resolve("/sign-in/oidc/tinh/back"));
    }

    @AfterAll
    static void stopTheProvider() {
        provider.close();
    }

    @Test
    @Order(1)
    void whoeverIsUnknownIsToldSoAndGetsInOnceTheAccountIsLinked() {
        Traveller stranger = new Traveller(distribution.product().http());
        assertThat(stranger.go("/sign-in/oidc/tinh").uri().getPath()).isEqualTo("/sign-in");
        assertThat(stranger.signedIn()).isFalse();

        try (Browser browser = Browser.open(distribution.product().http(), Browser.DESKTOP)) {
            DemoAccounts.of(distribution.product()).deskOfficer().signIn(browser);
            browser.go("/account/links").click("a[href='/account/links/tinh']");
            browser.find("#username").sendKeys(RealProvider.USER);
            browser.find("#password").sendKeys(RealProvider.PASSWORD, Keys.ENTER);
            assertThat(browser.find("main tbody th").getText()).isEqualTo(RealProvider.issuer(PORT));
            browser.screenshot("oidc-linked");

            browser.click(".kt-menu summary").click("form[action='/sign-out'] button");
            browser.find("main");
            browser.go("/sign-in").click("a[href^='/sign-in/oidc/tinh']");
            browser.find("form[action='/sign-out']");
            assertThat(browser.path()).isEqualTo("/");
            assertThat(provider.tamper.verifier()).hasSizeGreaterThanOrEqualTo(43);
            assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
        }
    }

    @Test
    @Order(2)
    void eighteenAlteredTokensAreRefusedEachForAReasonOfItsOwn() {
        AlteredTokens altered = new AlteredTokens(provider.key);
        provider.tamper.alter(altered::again);
        assertThat(arrives())
                .as("the same claims, signed again by the provider's key")
                .isTrue();
        List<String> reasons = new ArrayList<>();

        for (Map.Entry<String, UnaryOperator<String>> each : altered.all().entrySet()) {
            provider.tamper.alter(each.getValue());
            int before = refusals().size();
            assertThat(arrives()).as(each.getKey()).isFalse();
            List<String> said = refusals();
            assertThat(said).hasSize(before + 1).last().asString().contains(each.getKey());
            reasons.add(said.get(before).replaceAll("\\d", ""));
        }

        assertThat(reasons).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
        provider.tamper.alter(UnaryOperator.identity());
        assertThat(arrives()).isTrue();
    }

    private static boolean arrives() {
        Traveller traveller = new Traveller(distribution.product().http());
        traveller.go("/sign-in/oidc/tinh");
        return traveller.signedIn();
    }

    /** What the log says of refused sign-ins, oldest first. */
    private static List<String> refusals() {
        try {
            return Files.readAllLines(distribution.product().log()).stream()
                    .filter(line -> line.contains("through tinh is refused: "))
                    .map(line -> line.replaceAll(".*is refused: ", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no log", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
