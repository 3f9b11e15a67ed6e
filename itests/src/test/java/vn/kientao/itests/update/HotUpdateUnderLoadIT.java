package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Product;

/** Promise 1: a module update loses no request, no session, no accepted dossier. */
@Tag("alone")
class HotUpdateUnderLoadIT {
    private static final int CONNECTIONS = 18;
    private static final int UPDATES = Integer.getInteger("kientao.test.updates", 20);

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @Test
    void losesNothingOverManyUpdates() throws Exception {
        Product product = distribution.product();
        DeskCases cases = new DeskCases(product);
        Set<String> before = Set.copyOf(cases.codes());
        DeskLoad desk = new DeskLoad(product, DemoAccounts.of(product).deskOfficer(), DeskCases.PROCEDURE);
        List<Long> millisToLive = new ArrayList<>();
        Load.Figures figures;
        try (Load load = Load.start(CONNECTIONS, desk::worker)) {
            for (int update = 1; update <= UPDATES; update++) {
                String version = "1.1." + update;
                Path jar = Releases.write(Releases.procedures(version));
                long begun = System.nanoTime();
                String said = product.console().run("module:update " + jar);
                millisToLive.add((System.nanoTime() - begun) / 1_000_000);
                assertThat(servedBy(product)).as(said).isEqualTo("procedures@" + version);
            }
            figures = load.stop();
        }
        Collections.sort(millisToLive);
        System.out.printf(
                "Hot update under load: %d updates, %d connections, %d requests, %d failures, worst latency %d ms,"
                        + " %d dossiers received; from command to served: median %d ms, worst %d ms%n",
                UPDATES,
                CONNECTIONS,
                figures.requests(),
                figures.failures(),
                figures.worstMillis(),
                desk.acknowledged().size(),
                millisToLive.get(millisToLive.size() / 2),
                millisToLive.get(millisToLive.size() - 1));

        assertThat(figures.samples()).isEmpty();
        assertThat(figures.failures()).isZero();
        assertThat(figures.requests()).isGreaterThan(UPDATES * 50L);
        assertThat(desk.acknowledged()).isNotEmpty();
        for (Visitor session : desk.sessions()) {
            assertThat(session.get(cases.list()).statusCode()).isEqualTo(200);
        }
        List<String> received = new ArrayList<>(cases.codes());
        assertThat(received).containsAll(before);
        received.removeAll(before);
        assertThat(received).containsExactlyInAnyOrderElementsOf(desk.acknowledged());
    }

    private static String servedBy(Product product) {
        return new Visitor(product)
                .get("/public/procedures")
                .headers()
                .firstValue("X-Kientao-Module")
                .orElse("nobody");
    }
}
