package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.itests.product.ProductFiles;

/** {@code ./kientao key} and {@code ./kientao sign}, as a publisher types them: no build, no network, no platform. */
class SigningScriptTest {

    private record Said(int code, String words) {}

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void packAJar() throws IOException {
        jar = folder.resolve("module.jar");
        Manifest manifest =
                new Manifest(new ByteArrayInputStream("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8)));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("words.txt"));
            out.write("Kính chào".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void signsWithAKeyOfItsOwnMaking() throws Exception {
        Path signed = folder.resolve("signed.jar");
        byte[] before = Files.readAllBytes(jar);

        Said key = run("bimat-123", "key", "Sở Nội vụ, \"tỉnh\"", at("keys"), "--years", "3");
        Said sign =
                run("bimat-123", "sign", jar.toString(), "--key", at("keys/publisher.p12"), "--out", signed.toString());

        assertThat(key.code()).as(key.words()).isZero();
        assertThat(sign.code()).as(sign.words()).isZero();
        assertThat(sign.words()).contains("Đã ký: " + signed, "Signed: " + signed);
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
        X509Certificate signer = signer(signed);
        assertThat(signer.getPublicKey().getAlgorithm()).isEqualTo("EdDSA");
        assertThat(signer.getSubjectX500Principal().getName())
                .contains("Sở Nội vụ")
                .contains("tỉnh");
        assertThat(signer).isEqualTo(certificate(folder.resolve("keys/publisher.pem")));
        assertThat(key.words())
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(signer.getEncoded())));
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/publisher.p12")))
                .hasSize(2);
    }

    @Test
    void saysInOneSentenceWhyItDoesNot() throws IOException {
        run("bimat-123", "key", "Một", at("one"));
        run("bimat-123", "sign", jar.toString(), "--key", at("one/publisher.p12"));
        byte[] signed = Files.readAllBytes(jar);

        refused("is signed already", "bimat-123", "sign", jar.toString(), "--key", at("one/publisher.p12"));
        refused("there is no file", "bimat-123", "sign", at("none.jar"), "--key", at("one/publisher.p12"));
        refused("is no jar", "bimat-123", "sign", at("one/publisher.pem"), "--key", at("one/publisher.p12"));
        refused("usage: ./kientao sign", "bimat-123", "sign", jar.toString());
        refused("is there already", "bimat-123", "key", "Hai", at("one"));
        refused("at least 6 characters", "short", "key", "Hai", at("two"));
        refused("letters without marks", "mật khẩu", "key", "Hai", at("two"));
        refused("is needed in the variable KIENTAO_KEY_PASSWORD", "", "key", "Hai", at("two"));
        refused("--years must be a number", "bimat-123", "key", "Hai", at("two"), "--years", "x");
        packAJar();
        refused("password was incorrect", "wrong-one", "sign", jar.toString(), "--key", at("one/publisher.p12"));

        assertThat(signed).isNotEmpty();
        assertThat(folder.resolve("two")).doesNotExist();
        assertThat(folder.resolve("module.jar.signing")).doesNotExist();
    }

    private void refused(String words, String password, String... arguments) throws IOException {
        Said said = run(password, arguments);

        assertThat(said.code()).as(said.words()).isEqualTo(1);
        assertThat(said.words()).contains("Lỗi: ", "Error: ", words);
    }

    private String at(String path) {
        return folder.resolve(path).toString();
    }

    /** In the plainest locale, without a keyboard. */
    private static Said run(String password, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProductFiles.root().resolve("kientao").toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("KIENTAO_KEY_PASSWORD", password);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            out.transferTo(said);
            return new Said(process.waitFor(), said.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command, e);
        }
    }

    private static X509Certificate signer(Path file) throws IOException {
        try (JarFile signed = new JarFile(file.toFile(), true)) {
            JarEntry entry = signed.getJarEntry("words.txt");
            signed.getInputStream(entry).readAllBytes();
            return (X509Certificate) entry.getCodeSigners()[0]
                    .getSignerCertPath()
                    .getCertificates()
                    .get(0);
        }
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
