package vn.kientao.platform.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp.Answer;
import vn.kientao.platform.api.outbound.OutboundTooLongException;

/** Against a real socket that says word for word what a test wants. */
class CheckedOutboundTest {
    private final AtomicReference<String> said = new AtomicReference<>("HTTP/1.1 204 No Content\r\n\r\n");
    private final AtomicReference<String> heard = new AtomicReference<>("");
    private final AtomicInteger lookups = new AtomicInteger();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private ServerSocket server;
    private CheckedOutbound outbound;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer, "other-machine");
        thread.setDaemon(true);
        thread.start();
        AllowList.Names names = host -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        outbound = new CheckedOutbound(
                new AllowList(new HostList(), new HostList("sso.example.vn"), names),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void answer() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] first = new byte[4096];
                int read = socket.getInputStream().read(first);
                heard.set(new String(first, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(said.get().getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                if (said.get().isEmpty()) {
                    assertThat(socket.getInputStream().read())
                            .as("the client hangs up")
                            .isNegative();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException("the other machine broke down", e);
                }
            }
        }
    }

    private OutboundCall get(String path) {
        return OutboundCall.get(URI.create("http://sso.example.vn:" + server.getLocalPort() + path));
    }

    private Answer send(String answer) throws IOException {
        said.set(answer);
        return outbound.send(get("/"), body);
    }

    @Test
    void asksTheMachineBehindTheNameThatWasLookedUpOnce() throws IOException {
        said.set("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-One: 1\r\n\r\nhello and more");

        Answer answer = outbound.send(get("/a%20b?q=1").header("Accept", "text/plain"), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-one")).hasValue("1");
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(heard.get())
                .startsWith("GET /a%20b?q=1 HTTP/1.1\r\nHost: sso.example.vn:" + server.getLocalPort() + "\r\n")
                .contains("\r\nAccept: text/plain\r\n")
                .endsWith("\r\n\r\n");
        assertThat(lookups).as("what was checked is what was called").hasValue(1);
    }

    @Test
    void sendsABodyWithItsLength() throws IOException {
        URI address = get("/token").address();
        outbound.send(OutboundCall.post(address, "text/plain", "xin chào"), body);

        assertThat(heard.get()).startsWith("POST /token HTTP/1.1\r\n").contains("\r\nContent-Length: 9\r\n");
    }

    @Test
    void readsChunksAndAnswersWithoutALength() throws IOException {
        send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n");
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("abc0123456789");

        body.reset();
        send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 500 Oh\r\n\r\nto the end");
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("to the end");
    }

    @Test
    void aRedirectIsAnAnswerAndLeadsNowhere() throws IOException {
        Answer answer = send("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(lookups).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nHalf: a hea",
            })
    void whatIsNotHttpIsNotTaken(String answer) {
        assertThatThrownBy(() -> send(answer)).isInstanceOf(IOException.class);
    }

    @Test
    void aLongAnswerIsBrokenOff() {
        said.set("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100));
        assertThatThrownBy(() -> outbound.send(get("/").within(Duration.ofSeconds(10), 99), body))
                .isInstanceOf(OutboundTooLongException.class);

        assertThatThrownBy(() -> send("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"))
                .isInstanceOf(OutboundTooLongException.class);
    }

    @Test
    void aMachineThatSaysNothingIsGivenUp() {
        said.set("");
        assertThatThrownBy(() -> outbound.send(get("/").within(Duration.ofMillis(200), 99), body))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("imed out");
    }

    @Test
    void withoutTlsOnTheOtherSideAnHttpsAddressIsNotCalled() {
        said.set("HTTP/1.1 200 OK\r\n\r\n");
        assertThatThrownBy(() -> outbound.send(
                        OutboundCall.get(URI.create("https://sso.example.vn:" + server.getLocalPort() + "/")), body))
                .isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://sso.example.vn/", "http://user:secret@sso.example.vn/", "http:///", "file:///etc/passwd"})
    void onlyPlainAddressesOfTheWebAreCalled(String address) {
        assertThatThrownBy(() -> OutboundCall.get(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHeaderCannotBringAnotherOne() {
        assertThatThrownBy(() -> get("/").header("Accept", "a\r\nHost: b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> get("/").header("Host", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
