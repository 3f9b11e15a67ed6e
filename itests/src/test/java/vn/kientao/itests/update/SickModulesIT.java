package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.ModuleJar;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.update.broken.HangingActivator;
import vn.kientao.itests.update.sick.SickRoutes;

/**
 * Promise 4: a sick module degrades only its own pages. The limits are shorter than as shipped: 2 s until a time-out, 20
 * places in the bulkhead, 10 s until quarantine, 5 s for a start.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("alone")
class SickModulesIT {
    private static final int PLACES = 20;
    private static final int PAGES = 400;
    private static final int ROUNDS = 3;
    private static final Duration FIFTEEN = Duration.ofSeconds(15);
    private static final double TOLERATED_SLOW = 1.5;
    private static final double TOLERATED_LOOP = 2.5;

    /** Below this nobody waits: a percentile of so short a time tells of the machine, not of the module. */
    private static final double NOTHING_MILLIS = 20;

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("sick")
            .forMeasuring()
            .withEnvironment("KIENTAO_HEAP", "512m")
            .withProperty("kientao.bulkhead", String.valueOf(PLACES))
            .withProperty("kientao.quarantine.seconds", "10")
            .withProperty("kientao.patience", "5")
            .withEtc("vn.kientao.web.cfg", "moduleTimeoutSeconds = 2\n"));

    /** From the launch until ready, when nothing is wrong: on a busy machine that may be more than the fifteen seconds. */
    private static Duration usualStart = FIFTEEN;

    private final Product product = distribution.product();
    private final Neighbour neighbour = new Neighbour(product);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Order(1)
    void aModuleThatGivesUpForWantOfMemoryDisturbsNobody() throws Exception {
        install("1.0.0");
        double before = usual();

        try (Load load = Load.start(2, worker -> turn -> expect("give-up", 500))) {
            assertNotSlower(before, TOLERATED_SLOW);
            Load.Figures figures = load.stop();
            assertThat(figures.requests()).isPositive();
            assertThat(figures.samples()).isEmpty();
        }
        assertThat(status("well")).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aModuleThatHangsInItsStartNeverServesAndDisturbsNobody() throws Exception {
        double before = usual();
        ModuleJar hanging = sick("1.1.0")
                .header("Bundle-Activator", HangingActivator.class.getName())
                .headerAlso("Import-Package", "org.osgi.framework")
                .with(HangingActivator.class);
        CompletableFuture<String> said =
                CompletableFuture.supplyAsync(() -> product.console().run("module:update " + Releases.write(hanging)));

        assertNotSlower(before, TOLERATED_SLOW);

        assertThat(said.join()).contains("5");
        assertThat(status("well")).isEqualTo(200);
        assertThat(product.ready()).isTrue();
    }

    @Test
    @Order(3)
    void aModuleThatLoopsTakesItsProcessorAndLeavesTheOthersTheirs() throws Exception {
        double before = usual();
        CompletableFuture<HttpResponse<String>> looping = ask("loop/20");

        assertNotSlower(before, TOLERATED_LOOP);

        HttpResponse<String> answer = looping.join();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("trả lời quá chậm");
    }

    @Test
    @Order(4)
    void aModuleThatSleepsIsAnsweredForTurnedAwayAndTakenOutOfService() throws Exception {
        double before = usual();
        List<CompletableFuture<HttpResponse<String>>> sleeping = new ArrayList<>();
        for (int i = 0; i < 3 * PLACES; i++) {
            sleeping.add(ask("sleep/60"));
        }

        assertNotSlower(before, TOLERATED_SLOW);

        List<String> bodies = sleeping.stream()
                .map(CompletableFuture::join)
                .map(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    return answer.body();
                })
                .toList();
        assertThat(bodies).filteredOn(body -> body.contains("trả lời quá chậm")).hasSizeBetween(1, PLACES);
        assertThat(bodies).filteredOn(body -> body.contains("đang quá tải")).hasSizeGreaterThanOrEqualTo(PLACES);

        awaitQuarantine();
        assertThat(product.ready())
                .as("the node is ready whatever a module does")
                .isTrue();
        assertThat(new Visitor(product).get("/public/procedures").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void quarantineOutlastsARestartUntilAPersonLiftsIt() throws Exception {
        product.stop();
        long begun = System.nanoTime();
        product.start();
        usualStart = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(get("well").body()).contains("đang tạm ngừng");
        assertThat(product.console().run("module:info sick")).contains("1.0.0");

        assertThat(product.console().run("module:readmit sick")).contains("sick");

        Await.until("the module to serve again", Duration.ofSeconds(30), () -> status("well") == 200);
        assertThat(product.console().run("module:readmit sick")).contains("không bị cách ly");
    }

    @Test
    @Order(6)
    void aModuleThatHoardsMemoryIsOffWhenTheProductIsBackWithinFifteenSeconds() throws Exception {
        try (Load load = Load.start(1, worker -> turn -> hoard())) {
            assertThat(product.awaitEnd(Duration.ofMinutes(3)))
                    .as("the guard's exit code, or the machine's own for want of memory")
                    .isIn(86, 3);
            load.stop();
        }
        long down = System.nanoTime();

        product.start();

        Duration took = Duration.ofNanos(System.nanoTime() - down);
        Duration slowMachine = usualStart.plusSeconds(5);
        assertThat(took).isLessThan(slowMachine.compareTo(FIFTEEN) > 0 ? slowMachine : FIFTEEN);
        assertThat(get("well").body()).contains("đang tạm ngừng");
        assertThat(new Visitor(product).get("/public/procedures").statusCode()).isEqualTo(200);
    }

    /** Fifty megabytes a second, until nobody takes them any more. */
    private Optional<String> hoard() {
        long begun = System.nanoTime();
        try {
            get("hoard/5");
        } catch (UncheckedIOException e) {
            return Optional.empty(); // The product is gone, as it should be.
        }
        long rest = 100_000_000 - (System.nanoTime() - begun);
        if (rest > 0) {
            LockSupport.parkNanos(rest);
        }
        return Optional.empty();
    }

    private Optional<String> expect(String page, int status) {
        int answered = status(page);
        return answered == status ? Optional.empty() : Optional.of(page + " answered " + answered);
    }

    private void install(String version) {
        assertThat(product.console().run("module:install " + Releases.write(sick(version))))
                .contains(version);
        Await.until("the sick module to serve", Duration.ofSeconds(30), () -> status("well") == 200);
    }

    private static ModuleJar sick(String version) {
        ModuleJar jar = ModuleJar.fresh("sick", version)
                .header(
                        "Import-Package",
                        "vn.kientao.platform.api.web;version=\"[1.0,2)\",vn.kientao.platform.api.security;version=\"[1.0,2)\"");
        return Releases.withComponent(
                jar,
                SickRoutes.class,
                "<service><provide interface=\"vn.kientao.platform.api.web.ModuleRoutes\"/></service>");
    }

    /** What the neighbour waits while nobody is sick: on a busy machine that differs from one moment to the next. */
    private double usual() throws InterruptedException {
        double worst = 0;
        for (int round = 0; round < ROUNDS; round++) {
            worst = Math.max(worst, neighbour.read(PAGES).p99Millis());
        }
        return worst;
    }

    /** The neighbour's 99th percentile now; a machine that is busy with something else gets another try. */
    private void assertNotSlower(double beforeMillis, double tolerated) throws InterruptedException {
        double limit = Math.max(beforeMillis, NOTHING_MILLIS) * tolerated;
        double during = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && during > limit; round++) {
            Neighbour.Waits waits = neighbour.read(PAGES);
            assertThat(waits.figures().samples()).isEmpty();
            during = Math.min(during, waits.p99Millis());
        }
        assertThat(during)
                .as("p99 of the neighbour in ms; before: %.1f", beforeMillis)
                .isLessThanOrEqualTo(limit);
    }

    private void awaitQuarantine() {
        Await.until(
                "quarantine", Duration.ofSeconds(60), () -> get("well").body().contains("đang tạm ngừng"));
        assertThat(get("well").statusCode()).isEqualTo(503);
        assertThat(product.console().run("module:list")).contains("sick");
    }

    private int status(String page) {
        return get(page).statusCode();
    }

    private HttpResponse<String> get(String page) {
        try {
            return http.send(request(page), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private CompletableFuture<HttpResponse<String>> ask(String page) {
        return http.sendAsync(request(page), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String page) {
        URI uri = product.http().resolve("/public/sick/" + page);
        return HttpRequest.newBuilder(uri)
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}
