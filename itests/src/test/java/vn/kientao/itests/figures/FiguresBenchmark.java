package vn.kientao.itests.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.product.ProductFiles;

/**
 * Measures the assembled product from outside and prints a table: {@code mvn verify -Pfigures}.
 *
 * <p>Method: one process on H2 with the demonstration data, client on the same machine over loopback, 8 keep-alive
 * connections, 15 s of warm-up and 15 s of measurement for each address. CPU per request is user + system time of the
 * product's process ({@code /proc/<pid>/stat}) divided by requests. The reference is {@code /health/live} in the same run:
 * the servlet, the pipeline's headers and 30 bytes.
 */
class FiguresBenchmark {
    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final double TICKS_PER_SECOND = 100;

    @Test
    void printsWhatAStartAndAPageCost() throws Exception {
        try (Product product = Product.unpack(Options.demo("figures").forMeasuring())) {
            long first = millis(product::start);
            long second = millis(product::restart);
            Cost reference = cost(product, "/health/live");
            Cost search = cost(product, "/public/procedures?q=dat%20dai");
            System.out.printf("archive: %.1f MB%n", Files.size(ProductFiles.archive()) / 1e6);
            System.out.printf("launch to ready: first %d ms, again %d ms%n", first, second);
            System.out.printf("resident memory after load: %d MB%n", residentMegabytes(product));
            System.out.printf("reference: %s%nsearch page: %s%n", reference, search);
            System.out.printf(
                    "search page / reference: CPU x %.1f, rate x %.2f%n",
                    search.cpuMicros / reference.cpuMicros, search.perSecond / reference.perSecond);
            assertThat(search.failures + reference.failures).isZero();
        }
    }

    private static Cost cost(Product product, String path) throws Exception {
        load(product, path, WARM_UP);
        long ticks = ticks(product);
        long begun = System.nanoTime();
        long[] counted = load(product, path, MEASURED);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = (ticks(product) - ticks) / TICKS_PER_SECOND;
        return new Cost(counted[0] / seconds, cpu * 1e6 / counted[0], counted[1]);
    }

    private static long[] load(Product product, String path, Duration span) throws InterruptedException {
        URI address = product.http().resolve(path);
        AtomicLong requests = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        long end = System.nanoTime() + span.toNanos();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread worker = new Thread(() -> {
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                HttpRequest request = HttpRequest.newBuilder(address).build();
                while (System.nanoTime() < end) {
                    requests.incrementAndGet();
                    if (!answered(http, request)) {
                        failures.incrementAndGet();
                    }
                }
            });
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return new long[] {requests.get(), failures.get()};
    }

    private static boolean answered(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // Counted, and the run fails on it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long ticks(Product product) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + product.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long residentMegabytes(Product product) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + product.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IllegalStateException("no VmRSS of process " + product.pid());
    }

    private static long millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private record Cost(double perSecond, double cpuMicros, long failures) {
        @Override
        public String toString() {
            return "%.0f requests/s, %.0f µs CPU a request".formatted(perSecond, cpuMicros);
        }
    }
}
