package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/**
 * Promise 3: a release with a planted fault, given to one agency first, goes back by itself; the others never notice. A
 * page of the module sleeps 40 ms, so that its percentiles tell of the platform and not of the machine.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("alone")
class CanaryIT {
    private static final int WORKERS = 4;
    private static final int REFERENCE_REQUESTS = 600;
    private static final double TOLERATED = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ID = Pattern.compile("\"id\" ?: ?(\\d+)");

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("canary")
            .forMeasuring()
            .withEtc("vn.kientao.kernel.cfg", "settleSeconds = 3\nwindowSeconds = 3\n"));

    private final Product product = distribution.product();
    private final DemoAccounts accounts = DemoAccounts.of(product);
    private final DemoAccounts.Account pilot = accounts.deskOfficer();
    private final DemoAccounts.Account other = accounts.otherDeskOfficer();

    @Test
    @Order(1)
    void theFirstReleaseServesEverybody() {
        String said = product.console().run("module:install " + Releases.pilot("1.0.0", "millis=40"));

        assertThat(said).contains("1.0.0");
        assertThat(work(new Visitor(product).signIn(other), other)).isEmpty();
    }

    @Test
    @Order(2)
    void aReleaseThatErrsGoesBackByItselfAndOthersNeverNotice() throws Exception {
        goesBackAndOthersNeverNotice("1.1.0", "errorEvery=20", "lỗi");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @Order(2)
    @CsvSource({"1.2.0, millis=120, chậm", "1.3.0, sickAfter=100, mực đã khô"})
    @Tag("long")
    void aReleaseWithAnotherFaultGoesBackTheSameWay(String version, String fault, String reason) throws Exception {
        goesBackAndOthersNeverNotice(version, fault, reason);
    }

    private void goesBackAndOthersNeverNotice(String version, String fault, String reason) throws Exception {
        Latencies before = new Latencies();
        Latencies during = new Latencies();
        Latencies after = new Latencies();
        AtomicLong erred = new AtomicLong();
        Load.Figures others;
        try (Load elsewhere = Load.start(WORKERS, number -> measured(before, during, after))) {
            Await.until("a reference for the others", PATIENCE, () -> before.count() >= REFERENCE_REQUESTS);
            String begun = product.console()
                    .run("module:update " + Releases.pilot(version, fault) + " --stages " + pilot.agency()
                            + " --watch 10m --manual");
            assertThat(begun).contains("rollout:status");
            try (Load here = Load.start(WORKERS, number -> counted(erred))) {
                during.open();
                Await.until("rollout of " + version + " ends", PATIENCE, () -> status().contains(reason), this::status);
                here.stop();
            }
            after.open();
            Await.until("a second reference", PATIENCE, () -> after.count() >= REFERENCE_REQUESTS);
            others = elsewhere.stop();
        }
        System.out.printf(
                "Canary with %s: the others sent %d requests, %d failed, p99 %.1f ms before, %.1f ms during"
                        + " and %.1f ms after; the pilot agency saw %d errors%n",
                fault, others.requests(), others.failures(), before.p99(), during.p99(), after.p99(), erred.get());

        assertThat(others.samples()).isEmpty();
        assertThat(others.failures()).isZero();
        // Two references, so that a machine that became busy meanwhile is not taken for a disturbed neighbour.
        assertThat(during.p99()).isLessThanOrEqualTo(TOLERATED * Math.max(before.p99(), after.p99()));
        assertThat(work(new Visitor(product).signIn(pilot), pilot)).isEmpty();
        assertThat(servedTo(pilot)).contains("pilot@1.0.0");
    }

    @Test
    @Order(3)
    void twoReleasesServeTwoAgenciesAcrossARestartUntilAPersonPromotes() {
        product.console()
                .run("module:update " + Releases.pilot("2.0.0", "millis=40") + " --stages " + pilot.agency()
                        + " --watch 10m --manual");
        Await.until("the pilot agency has it", PATIENCE, () -> servedTo(pilot).equals("pilot@2.0.0"));
        assertThat(servedTo(other)).isEqualTo("pilot@1.0.0");

        product.restart();

        assertThat(servedTo(pilot)).isEqualTo("pilot@2.0.0");
        assertThat(servedTo(other)).isEqualTo("pilot@1.0.0");
        Matcher id = ID.matcher(product.console().run("rollout:status --json"));
        assertThat(id.find()).isTrue();
        product.console().run("rollout:promote " + id.group(1));
        Await.until("everybody has it", PATIENCE, () -> servedTo(other).equals("pilot@2.0.0"));
    }

    private Load.Work measured(Latencies before, Latencies during, Latencies after) {
        Visitor person = new Visitor(product).signIn(other);
        return turn -> {
            long begun = System.nanoTime();
            Optional<String> wrong = work(person, other);
            Latencies window = after.isOpen() ? after : during.isOpen() ? during : before;
            window.add(System.nanoTime() - begun);
            return wrong;
        };
    }

    private Load.Work counted(AtomicLong erred) {
        Visitor person = new Visitor(product).signIn(pilot);
        return turn -> {
            if (work(person, pilot).isPresent()) {
                erred.incrementAndGet();
            }
            return Optional.empty();
        };
    }

    private static Optional<String> work(Visitor person, DemoAccounts.Account account) {
        return DeskLoad.expect(200, person.get("/api/v1/" + account.agency() + "/pilot/work"));
    }

    private String servedTo(DemoAccounts.Account account) {
        HttpResponse<String> answer =
                new Visitor(product).signIn(account).get("/api/v1/" + account.agency() + "/pilot/work");
        return answer.headers().firstValue("X-Kientao-Module").orElse("nobody");
    }

    private String status() {
        return product.console().run("rollout:status");
    }
}
