package vn.kientao.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.product.ProductFiles;

/** The product with a certificate of its own, whose password stands in the environment, and started by the wrong user. */
class HardeningIT {
    private static final String PASSWORD = "mot mat khau cua kho khoa";

    private static final int ALERT = 21;
    private static final int FATAL = 2;
    private static final int PROTOCOL_VERSION = 70;

    private static int port;
    private static @Nullable Path keystore;
    private static @Nullable Product product;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path made = Files.createDirectories(ProductFiles.target()).resolve("hardening.p12");
        Files.deleteIfExists(made);
        keystore = made;
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "kientao",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        made.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        String http = Files.readString(
                ProductFiles.root().resolve("karaf-distribution/src/main/resources/etc/org.apache.felix.http.cfg"));
        Options options = Options.empty("hardening")
                .withEnvironment("KIENTAO_KEYSTORE_PASSWORD", PASSWORD)
                .withEtc(
                        "org.apache.felix.http.cfg",
                        http.replace(
                                                "org.osgi.service.http.port.secure = -1",
                                                "org.osgi.service.http.port.secure = " + port)
                                        .replace(
                                                "org.apache.felix.https.enable = false",
                                                "org.apache.felix.https.enable = true")
                                + """

                                org.apache.felix.https.keystore = %s
                                org.apache.felix.https.keystore.type = PKCS12
                                org.apache.felix.https.keystore.password = $[env:KIENTAO_KEYSTORE_PASSWORD]
                                org.apache.felix.https.keystore.key.password = $[env:KIENTAO_KEYSTORE_PASSWORD]
                                """.formatted(made));
        Product unpacked = Product.unpack(options);
        product = unpacked;
        unpacked.start();
    }

    @AfterAll
    static void stop() {
        Product started = product;
        if (started != null) {
            started.close();
        }
    }

    @Test
    void pagesComeOverTlsAndBindTheBrowserToIt() throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/help"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-")
                .contains("; Secure");
    }

    @Test
    void tlsBefore12IsRefused() throws Exception {
        assertThat(protocolAgreedOn("TLSv1.2")).isEqualTo("TLSv1.2");
        for (int minor = 1; minor <= 2; minor++) {
            List<Integer> answer = answerTo(hello(minor));
            assertThat(answer).as("TLS 1." + (minor - 1)).startsWith(ALERT).endsWith(FATAL, PROTOCOL_VERSION);
        }
    }

    @Test
    void theSuperuserIsTurnedAwayUnlessTheySaySo() throws Exception {
        Product unpacked = product;
        assertThat(unpacked).isNotNull();
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "id() { echo 0; }; . " + unpacked.home().resolve("bin/setenv") + "; echo went-on");
        builder.environment().put("KARAF_SCRIPT", "karaf");
        builder.environment().remove("KIENTAO_ALLOW_ROOT");
        String refused = said(builder);
        builder.environment().put("KIENTAO_ALLOW_ROOT", "1");

        assertThat(refused).contains("root").contains("KIENTAO_ALLOW_ROOT=1").doesNotContain("went-on");
        assertThat(said(builder)).contains("went-on");
    }

    private static String said(ProcessBuilder builder) throws IOException {
        return new String(
                builder.redirectErrorStream(true).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String protocolAgreedOn(String protocol) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    /** The first message of a client that speaks TLS 1.0 ({@code minor} 1) or 1.1; Java's own client would refuse to. */
    private static byte[] hello(int minor) {
        byte[] suites = {(byte) 0xc0, 0x0a, (byte) 0xc0, 0x09, (byte) 0xc0, 0x14, (byte) 0xc0, 0x13, 0, 0x2f, 0, 0x35};
        ByteBuffer body = ByteBuffer.allocate(2 + 32 + 1 + 2 + suites.length + 2);
        body.put((byte) 3).put((byte) minor).put(new byte[32]).put((byte) 0);
        body.putShort((short) suites.length).put(suites).put((byte) 1).put((byte) 0);
        ByteBuffer record = ByteBuffer.allocate(5 + 4 + body.capacity());
        record.put((byte) 22).put((byte) 3).put((byte) minor).putShort((short) (4 + body.capacity()));
        record.putInt((1 << 24) | body.capacity()).put(body.array());
        return record.array();
    }

    /** Its first bytes, as numbers. */
    private static List<Integer> answerTo(byte[] hello) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(hello);
            List<Integer> answer = new ArrayList<>();
            for (byte one : socket.getInputStream().readNBytes(7)) {
                answer.add(one & 0xff);
            }
            return answer;
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        Path store = keystore;
        if (store == null) {
            throw new IllegalStateException("the product has not started");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("kientao", keys.getCertificate("kientao"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
