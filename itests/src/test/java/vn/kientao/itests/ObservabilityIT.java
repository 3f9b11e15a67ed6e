package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.product.ProductFiles;

/** What those who run the platform see of it: numbers, health, logs. The libraries behind them resolve in the product. */
class ObservabilityIT {

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    private final Product product = distribution.product();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void metricsCountTheRequestsOfAModule() {
        double before = requests();
        for (int i = 0; i < 5; i++) {
            assertThat(get("public/procedures").statusCode()).isEqualTo(200);
        }

        Await.until("five more requests to be counted", Duration.ofSeconds(10), () -> requests() >= before + 5);
        HttpResponse<String> metrics = get("metrics");

        assertThat(metrics.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(metrics.body())
                .contains(
                        "# TYPE kientao_http_request_duration_seconds histogram",
                        "kientao_module_state{module=\"procedures\",state=\"live\"} 1.0",
                        "kientao_bulkhead_refusals_total{module=\"procedures\"",
                        "kientao_request_timeouts_total{module=\"procedures\"",
                        "kientao_rollouts_total{end=\"done\",kind=\"install\"}",
                        "kientao_release_leaks_total",
                        "jvm_memory_pool_used_bytes{pool=\"Metaspace\"}",
                        "jvm_threads_current",
                        "jvm_gc_collections_total");
    }

    @Test
    void metricsAreClosedToTheRestOfTheWorld() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(product.http().resolve("metrics"))
                        .header("X-Forwarded-For", "203.0.113.7")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("người quản trị").doesNotContain("kientao_http_requests_total");
    }

    @Test
    void healthHoldsACheckForTheDatabaseAndForEachModule() {
        Await.until(
                "the check of the module",
                Duration.ofSeconds(20),
                () -> body("health").contains("\"name\":\"procedures\""));

        HttpResponse<String> answer = get("health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"status\":\"OK\"", "\"name\":\"database\"", "\"tags\":[\"module\",\"procedures\"]");
    }

    @Test
    void healthTellsStrangersNoMoreThanTheWorstStatus() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(product.http().resolve("health"))
                        .header("X-Forwarded-For", "203.0.113.7")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("{\"status\":\"OK\",\"checks\":[]}");
        assertThat(get("system/health").statusCode()).as("Felix' own page").isEqualTo(404);
    }

    @Test
    void theLogForProgramsIsOneObjectALineAndTheOtherOneIsQuiet() throws IOException {
        String json = Files.readString(product.data().resolve("log").resolve("kientao.json"), StandardCharsets.UTF_8);

        assertThat(json.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"time\":\"")
                        .endsWith("}")
                        .contains("\"level\":\"", "\"message\":\""));
        assertThat(ProductFiles.text(product.log()))
                .doesNotContain("HikariPool-1 - Starting", "| DbMigrate ", "| Scheduler    ");
    }

    private double requests() {
        Matcher line = Pattern.compile(
                        "kientao_http_requests_total\\{module=\"procedures\",status=\"2xx\",version=\"[^\"]*\"} ([0-9.E]+)")
                .matcher(body("metrics"));
        double sum = 0;
        while (line.find()) {
            sum += Double.parseDouble(line.group(1));
        }
        return sum;
    }

    private String body(String path) {
        return get(path).body();
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(product.http().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
