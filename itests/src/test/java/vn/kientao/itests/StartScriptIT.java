package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.ProductFiles;

/** The one command of the README, typed the way a newcomer types it. */
class StartScriptIT {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private int port;

    @BeforeEach
    void findAPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void endWhatStillRuns() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void startsRefusesASecondStartAndStopsCleanlyAgainAndAgain() throws Exception {
        Process first = start("first");
        awaitReady(first, "first");

        Process second = start("second", "--port", "1");
        assertThat(second.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said("second"))
                .contains("đang được một tiến trình khác sử dụng")
                .contains("is in use by another process")
                .contains("http://localhost:" + port + "/");

        interrupt(first);
        assertThat(first.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(first.exitValue()).isZero();
        assertThat(said("first")).contains("Mở trình duyệt tại: http://localhost:" + port + "/", "đã dừng / stopped");

        Process again = start("again");
        awaitReady(again, "again");
        interrupt(again);
        assertThat(again.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).isZero();
    }

    @Test
    void startsAgainAfterBothItAndTheProductWereKilled() throws Exception {
        Process first = start("first");
        awaitReady(first, "first");
        List<ProcessHandle> all = new ArrayList<>(first.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        first.destroyForcibly();
        for (ProcessHandle each : all) {
            each.onExit().get(3, TimeUnit.MINUTES);
        }

        Process again = start("again");
        awaitReady(again, "again");
        interrupt(again);
        assertThat(again.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).isZero();
    }

    @Test
    void startsTheProductAgainWhenThatEndsByItself() throws Exception {
        Process script = start("first");
        awaitReady(script, "first");
        ProcessHandle product = script.children()
                .filter(child -> child.info()
                        .command()
                        .filter(path -> path.endsWith("java"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        product.destroyForcibly();

        Await.until(
                "the product to be ready again",
                LIMIT,
                () -> said("first").indexOf("sẵn sàng / ready") != said("first").lastIndexOf("sẵn sàng / ready"),
                () -> said("first") + "\nLog:\n" + logged());
        assertThat(said("first"))
                .contains(
                        "hệ thống đã dừng đột ngột (mã 137) / the product ended all of a sudden (code 137)",
                        "khởi động lại, lần 1 trong 5 phút / starting again, 1 in 5 minutes");
        interrupt(script);
        assertThat(script.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(script.exitValue()).isZero();
        assertThat(said("first")).contains("đã dừng / stopped");
    }

    @Test
    void saysWhichArgumentItDoesNotUnderstand() throws Exception {
        Process process = start("typo", "--emty");

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said("typo")).contains("không hiểu tham số: --emty", "unknown argument: --emty");
    }

    @Test
    void asksForAnotherPortWhenItsOwnIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("taken");

            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(said("taken"))
                    .contains("cổng " + taken.getLocalPort() + " đang được", "--port " + (taken.getLocalPort() + 1));
        }
    }

    private Process start(String name, String... more) throws IOException {
        // A build in the background ignores Ctrl-C and hands that down; somebody at a keyboard does not.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                ProductFiles.root().resolve("kientao").toString(),
                "--empty",
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile())
                .start();
        started.add(process);
        return process;
    }

    private void awaitReady(Process process, String name) {
        Await.until(
                "./kientao to be ready",
                LIMIT,
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("./kientao ended: " + said(name) + "\nLog:\n" + logged());
                    }
                    return said(name).contains("Mở trình duyệt tại");
                },
                () -> said(name) + "\nLog:\n" + logged());
    }

    private String logged() {
        return ProductFiles.tail(ProductFiles.text(folder.resolve("data/log/kientao.log")), 40);
    }

    private static void interrupt(Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String said(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
