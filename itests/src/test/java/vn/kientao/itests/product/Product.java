package vn.kientao.itests.product;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One unpacked product with data of its own, on free ports. It can be started, stopped, killed and started again; closing
 * it stops it and removes everything but its logs.
 */
public final class Product implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(3);
    private static final Path PRODUCTS = ProductFiles.target().resolve("products");
    /** Which of the JVMs that run tests at the same time this is. */
    private static final String FORK = System.getProperty("kientao.test.fork", "1") + ".";

    private static final AtomicInteger count = new AtomicInteger();

    private final Options options;
    private final Path home;
    private final int httpPort = freePort();
    private final int sshPort = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    private Product(Options options, Path home) {
        this.options = options;
        this.home = home;
    }

    /**
     * Unpacks the assembled archive; nothing runs yet. With the demonstration data on the embedded database it is a copy of
     * one that has been started and stopped before, because most tests do not care for the first start.
     */
    public static Product unpack(Options options) {
        try {
            Path home = PRODUCTS.resolve(FORK + count.incrementAndGet() + "-" + options.name());
            ProductFiles.delete(home);
            if (options.usual()) {
                ProductFiles.copy(Prepared.home(), home);
            } else {
                ProductFiles.unpack(home);
            }
            for (Map.Entry<String, String> file : options.etc().entrySet()) {
                Files.writeString(home.resolve("etc").resolve(file.getKey()), file.getValue());
            }
            return new Product(options, home);
        } catch (IOException e) {
            throw new UncheckedIOException("The product could not be unpacked", e);
        }
    }

    /** The product after its first start with the demonstration data: made once for all JVMs that test this archive. */
    private static final class Prepared {
        private static @Nullable Path home;

        static synchronized Path home() throws IOException {
            Path known = home;
            if (known == null) {
                Files.createDirectories(PRODUCTS);
                try (FileChannel lock = FileChannel.open(
                                PRODUCTS.resolve("first-start.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock held = lock.lock()) {
                    known = prepared(PRODUCTS.resolve("0-first-start"));
                }
                home = known;
            }
            return known;
        }

        private static Path prepared(Path home) throws IOException {
            Path of = home.resolveSibling("first-start-of");
            Path archive = ProductFiles.archive();
            String wanted = Files.size(archive) + " bytes of " + Files.getLastModifiedTime(archive);
            if (!ProductFiles.text(of).equals(wanted)) {
                ProductFiles.delete(home);
                ProductFiles.unpack(home);
                new Product(Options.demo("first-start"), home).start().stop();
                Files.writeString(of, wanted);
            }
            return home;
        }
    }

    /** The same files, to be started in another way; this one must have ended. */
    public Product with(Options changed) {
        if (running()) {
            throw new IllegalStateException(home + " is running");
        }
        return new Product(changed, home);
    }

    /** Starts the process and waits until it says that it is ready. */
    public Product start() {
        launch();
        awaitReady(START);
        return this;
    }

    /** Starts the process and returns at once. */
    public Product launch() {
        if (running()) {
            throw new IllegalStateException(home + " is running already");
        }
        try {
            process = processBuilder().start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The product in " + home + " could not be started", e);
        }
    }

    /** Waits for {@code /health/ready}; a process that ends meanwhile is reported at once. */
    public void awaitReady(Duration limit) {
        Await.until(
                home.getFileName() + " to be ready",
                limit,
                () -> {
                    if (!running()) {
                        throw new AssertionError(home.getFileName() + " ended while it was starting. " + diagnosis());
                    }
                    return ready();
                },
                this::diagnosis);
    }

    /** Tells whether {@code /health/ready} answers 200 now. */
    public boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(http().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // Not listening yet, or no more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + http(), e);
        }
    }

    /** Ends the process as an administrator does, and waits for it. */
    public void stop() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        if (!await(running, STOP)) {
            running.destroyForcibly();
            throw new AssertionError(
                    home.getFileName() + " did not stop within " + STOP.toSeconds() + " s. " + diagnosis());
        }
    }

    /** Ends the process as a power cut does: {@code kill -9}. */
    public void kill() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException(home + " does not run, so it cannot be killed");
        }
        running.destroyForcibly();
        if (!await(running, STOP)) {
            throw new AssertionError("Process " + running.pid() + " outlived its killing");
        }
    }

    /** A crash in the middle of a start: killed as soon as the platform has written down that it was started. */
    public Product startAndKill() {
        int before = starts();
        launch();
        Await.until(home.getFileName() + " to write its start down", START, () -> starts() > before, this::diagnosis);
        kill();
        return this;
    }

    /** How many starts the platform has written down. */
    private int starts() {
        return (int) ProductFiles.text(data().resolve("kientao/starts"))
                .lines()
                .filter(line -> line.startsWith("start "))
                .count();
    }

    /** Stops it, and starts it on the same data. */
    public Product restart() {
        stop();
        return start();
    }

    /** Waits until it has ended by itself; answers with its exit code. */
    public int awaitEnd(Duration limit) {
        Process started = process;
        if (started == null || !await(started, limit)) {
            throw new AssertionError(home.getFileName() + " has not ended within " + limit + ". " + diagnosis());
        }
        return started.exitValue();
    }

    public boolean running() {
        Process started = process;
        return started != null && started.isAlive();
    }

    public long pid() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException(home + " was never started");
        }
        return started.pid();
    }

    /** Where its pages begin, for example {@code http://127.0.0.1:41234/}. */
    public URI http() {
        return URI.create("http://127.0.0.1:" + httpPort + "/");
    }

    /** The administrators' console. */
    public Console console() {
        return new Console(sshPort, data().resolve("operator.key"));
    }

    public Path home() {
        return home;
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path log() {
        return data().resolve("log").resolve("kientao.log");
    }

    /** What it has printed since the first start: among it the first administrator's one-time secret. */
    public String printed() {
        return ProductFiles.text(home.resolve("printed.txt"));
    }

    @Override
    public void close() {
        try (Closeable tidied = () -> ProductFiles.deleteAllBut(home, List.of("printed.txt", "data/log"))) {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException("The product in " + home + " could not be removed", e);
        }
    }

    /** What somebody needs to find out why it is not as it should be. */
    public String diagnosis() {
        return "Folder: " + home + "\nPrinted:\n" + ProductFiles.tail(printed(), 15) + "\nLog:\n"
                + ProductFiles.tail(ProductFiles.text(log()), 40);
    }

    private ProcessBuilder processBuilder() throws IOException {
        Path emptyHome = Files.createDirectories(home.resolve("home"));
        List<String> java = new ArrayList<>();
        java.add("-Dkientao.http.port=" + httpPort);
        java.add("-Dkientao.ssh.port=" + sshPort);
        java.add("-Dkientao.demo=" + options.demo());
        if (!options.measured()) {
            java.add("-XX:TieredStopAtLevel=1");
            java.add("-XX:-UseG1GC");
            java.add("-XX:+UseSerialGC");
        }
        options.properties().forEach((key, value) -> java.add("-D" + key + "=" + value));
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin").resolve("karaf").toString(), "daemon");
        builder.directory(home.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("printed.txt").toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("KARAF_") || key.equals("JAVA_OPTS"));
        builder.environment().put("KIENTAO_ALLOW_ROOT", "1");
        builder.environment().put("HOME", emptyHome.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EXTRA_JAVA_OPTS", String.join(" ", java));
        builder.environment().putAll(options.environment());
        return builder;
    }

    private static boolean await(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for process " + process.pid(), e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }
}
