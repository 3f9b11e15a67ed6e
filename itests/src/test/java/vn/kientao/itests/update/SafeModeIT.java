package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/** Three crashes soon after an update: the product comes up without it, says so, and lets a person decide. */
class SafeModeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("safe-mode"));

    private final Product product = distribution.product();
    private final DemoAccounts.Account officer = DemoAccounts.of(product).deskOfficer();

    @Test
    void theChangeIsLeftOffSaidOnEveryPageAndRolledBackFromTheShell() {
        product.console().run("module:install " + Releases.pilot("1.0.0", "millis=0"));
        product.console().run("module:update " + Releases.pilot("1.1.0", "millis=0"));
        assertThat(served()).isEqualTo("pilot@1.1.0");

        product.kill();
        product.startAndKill().startAndKill().start();

        assertThat(served()).isEqualTo("pilot@1.0.0");
        String page = new Visitor(product).signIn(officer).get("/account").body();
        assertThat(page).contains("Chế độ an toàn").contains("pilot 1.1.0");
        assertThat(new Visitor(product).get("/").body())
                .as("strangers need not know")
                .doesNotContain("Chế độ an toàn");
        assertThat(product.console().run("module:history pilot")).contains("1.1.0");

        long asked = System.nanoTime();
        assertThat(product.console().run("module:rollback pilot")).contains("1.0.0");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(30));

        Await.until(
                "the banner to go",
                PATIENCE,
                () -> !new Visitor(product)
                        .signIn(officer)
                        .get("/account")
                        .body()
                        .contains("Chế độ an toàn"));
        product.restart();
        assertThat(served()).isEqualTo("pilot@1.0.0");
    }

    private String served() {
        return new Visitor(product)
                .signIn(officer)
                .get("/api/v1/" + officer.agency() + "/pilot/work")
                .headers()
                .firstValue("X-Kientao-Module")
                .orElse("nobody");
    }
}
