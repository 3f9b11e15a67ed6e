package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Product;

/** A module that is switched off for one agency is no matter of any other. */
@Tag("alone")
class AgencySwitchIT {
    private static final int ROUNDS = 10;

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @Test
    void oneAgencyIsSwitchedOffAndOnWhileAnotherSeesNothing() throws Exception {
        Product product = distribution.product();
        DemoAccounts accounts = DemoAccounts.of(product);
        DemoAccounts.Account officer = accounts.deskOfficer();
        DemoAccounts.Account other = accounts.otherDeskOfficer();
        DeskLoad desk = new DeskLoad(product, officer, DeskCases.PROCEDURE);
        Visitor stranger = new Visitor(product).signIn(other);
        String page = "/" + other.agency() + "/procedures/dossiers";
        Load.Figures figures;
        try (Load load = Load.start(6, desk::worker)) {
            for (int round = 0; round < ROUNDS; round++) {
                product.console().run("module:disable procedures --agency " + other.agency());
                HttpResponse<String> off = stranger.get(page);
                assertThat(off.statusCode()).isBetween(400, 499);
                assertThat(off.body()).contains("<h1").contains("tắt").doesNotContain("Exception");
                HttpResponse<String> json = stranger.get("/api/v1" + page);
                assertThat(json.statusCode()).isEqualTo(off.statusCode());
                assertThat(json.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");

                product.console().run("module:enable procedures --agency " + other.agency());
                assertThat(stranger.get(page).statusCode()).isEqualTo(200);
            }
            figures = load.stop();
        }

        assertThat(figures.samples()).isEmpty();
        assertThat(figures.failures()).isZero();
        assertThat(figures.requests()).isPositive();
    }
}
