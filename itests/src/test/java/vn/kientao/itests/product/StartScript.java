package vn.kientao.itests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code ./kientao}, typed the way a newcomer types it, on a data folder below the given one. */
public final class StartScript implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Path folder;
    private final int port;
    private final List<Process> started = new ArrayList<>();

    public StartScript(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Types the command; what it says is kept under {@code name}. */
    public Process start(String name, String... more) throws IOException {
        // A build in the background ignores Ctrl-C and hands that down; somebody at a keyboard does not.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                ProductFiles.root().resolve("kientao").toString(),
                "--empty",
                "--port",
                String.valueOf(port),
                "--data",
                data().toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile())
                .start();
        started.add(process);
        return process;
    }

    /** Waits until it says that the product is ready. */
    public void awaitReady(Process process, String name) {
        await("./kientao to be ready", name, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("./kientao ended: " + said(name) + "\nLog:\n" + logged());
            }
            return said(name).contains("Mở trình duyệt tại");
        });
    }

    /** Waits for something that {@code name} says in the end. */
    public void await(String what, String name, BooleanSupplier condition) {
        Await.until(what, LIMIT, condition, () -> said(name) + "\nLog:\n" + logged());
    }

    /** Ctrl-C; returns how the command ended. */
    public static int interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        return end(process);
    }

    /** Waits for the end; returns how the command ended. */
    public static int end(Process process) throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new AssertionError("./kientao does not end");
        }
        return process.exitValue();
    }

    /** All it has printed so far. */
    public String said(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String logged() {
        return ProductFiles.tail(ProductFiles.text(data().resolve("log/kientao.log")), 40);
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
