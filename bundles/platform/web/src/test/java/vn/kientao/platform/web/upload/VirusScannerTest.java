package vn.kientao.platform.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.web.http.Refusal;

/** Against a small daemon that speaks as ClamAV's does. */
class VirusScannerTest {
    private static final String MARK = "EICAR";

    private ServerSocket daemon;
    private volatile String saysAfterwards = "";

    @BeforeEach
    void listen() throws IOException {
        daemon = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
    }

    @Test
    void aCleanFilePassesAndAnInfectedOneDoesNot() {
        VirusScanner scanner = VirusScanner.at("127.0.0.1:" + daemon.getLocalPort());
        assertThatCode(() -> scanner.check(Papers.of("x".repeat(100_000)))).doesNotThrowAnyException();
        refused(422, "infected", scanner, Papers.of("x".repeat(50_000) + MARK));
    }

    @Test
    void noFileIsTakenWhileTheScannerIsAway() throws IOException {
        VirusScanner scanner = VirusScanner.at("127.0.0.1:" + daemon.getLocalPort());
        saysAfterwards = "INSTREAM size limit exceeded. ERROR";
        refused(503, "scanner-away", scanner, Papers.of("x"));
        daemon.close();
        refused(503, "scanner-away", scanner, Papers.of("x"));
    }

    @Test
    void nobodyIsAskedWhereNoScannerIsNamed() {
        assertThatCode(() -> VirusScanner.at(" ").check(Papers.of(MARK))).doesNotThrowAnyException();
        assertThatThrownBy(() -> VirusScanner.at("somewhere")).hasMessageContaining("expected: host:port");
    }

    private static void refused(int status, String code, VirusScanner scanner, Papers papers) {
        assertThatThrownBy(() -> scanner.check(papers)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    private void serve() {
        while (!daemon.isClosed()) {
            try (Socket socket = daemon.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readNBytes("zINSTREAM\0".length());
                ByteArrayOutputStream seen = new ByteArrayOutputStream();
                for (int size = in.readInt(); size > 0; size = in.readInt()) {
                    seen.write(in.readNBytes(size));
                }
                boolean found = seen.toString(StandardCharsets.US_ASCII).contains(MARK);
                String said =
                        saysAfterwards.isEmpty() ? (found ? "stream: Eicar FOUND" : "stream: OK") : saysAfterwards;
                socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }
}
