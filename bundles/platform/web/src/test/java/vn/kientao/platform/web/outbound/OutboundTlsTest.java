package vn.kientao.platform.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp.Answer;

/** Against a real TLS server whose certificate the JDK's own tool made. */
class OutboundTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private SSLServerSocket server;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "sso",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=sso.example.vn",
                "-ext",
                "san=dns:sso.example.vn",
                "-validity",
                "30",
                "-storetype",
                "PKCS12");
        keytool("-exportcert", "-rfc", "-alias", "sso", "-file", issuers().toString());
    }

    private static Path issuers() {
        return folder.resolve("issuers.pem");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("server.p12").toString(), "-storepass", new String(PASSWORD), "-noprompt"));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue()).as(said).isZero();
    }

    @BeforeEach
    void listen() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer, "tls-machine");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void answer() {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                if (socket.getInputStream().read(new byte[4096]) > 0) {
                    requests.incrementAndGet();
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nchào".getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                }
            } catch (IOException e) {
                assertThat(e).as("a client that hangs up").isNotNull();
            }
        }
    }

    private Answer call(String host, String issuers) throws IOException {
        AllowList.Names names = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        CheckedOutbound outbound = new CheckedOutbound(
                new AllowList(new HostList(), new HostList("sso.example.vn", "khac.example.vn"), names),
                Issuers.tls(issuers));
        URI address = URI.create("https://" + host + ":" + server.getLocalPort() + "/keys");
        return outbound.send(OutboundCall.get(address), body);
    }

    @Test
    void aMachineForWhichANamedIssuerVouchesIsCalled() throws IOException {
        Answer answer = call("sso.example.vn", issuers().toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("chào");
        assertThat(requests).hasValue(1);
    }

    @Test
    void aMachineForWhichNobodyKnownVouchesIsToldNothing() {
        for (String issuers : List.of("", folder.resolve("none.pem").toString())) {
            assertThatThrownBy(() -> call("sso.example.vn", issuers)).isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void aCertificateForAnotherNameIsNotTaken() {
        assertThatThrownBy(() -> call("khac.example.vn", issuers().toString()))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("khac.example.vn");
        assertThat(requests).hasValue(0);
    }

    @Test
    void thoseWhomJavaKnowsVouchStill() throws IOException, GeneralSecurityException {
        assertThat(Issuers.known()).isNotEmpty();
        assertThat(Issuers.all(issuers())).hasSize(Issuers.known().size() + 1).containsAll(Issuers.known());
    }

    @Test
    void aFileWithoutCertificatesAddsNobody() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate");
        assertThatThrownBy(() -> Issuers.all(empty)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> call("sso.example.vn", empty.toString())).isInstanceOf(SSLHandshakeException.class);
    }
}
