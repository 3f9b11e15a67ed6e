package vn.kientao.platform.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A publisher's key and certificate, made by the JDK's keytool; signs jars as the JDK's jarsigner does. */
final class SigningKey {
    private static final String PASSWORD = "for-tests";
    private static final ConcurrentMap<List<String>, SigningKey> made = new ConcurrentHashMap<>();

    private final PrivateKey key;
    private final Certificate certificate;

    private SigningKey(PrivateKey key, Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** One that is valid for ten years from yesterday on. */
    static SigningKey of(String owner) {
        return of(owner, "-keyalg", "Ed25519");
    }

    /** One of another kind; the same words give the same key. */
    static SigningKey of(String owner, String... keytool) {
        List<String> words = new ArrayList<>(List.of("-dname", "CN=" + owner));
        words.addAll(List.of(keytool));
        if (!words.contains("-startdate")) {
            words.addAll(List.of("-startdate", "-1d"));
        }
        if (!words.contains("-validity")) {
            words.addAll(List.of("-validity", "3650"));
        }
        return made.computeIfAbsent(List.copyOf(words), SigningKey::make);
    }

    private static SigningKey make(List<String> words) {
        try {
            Path folder = Files.createTempDirectory("signing-key");
            Path store = folder.resolve("key.p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD,
                    "-alias",
                    "key"));
            command.addAll(words);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
            return new SigningKey((PrivateKey) keys.getKey("key", PASSWORD.toCharArray()), keys.getCertificate("key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The certificate, as a file would hold it. */
    InputStream certificate() {
        try {
            return new ByteArrayInputStream(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    byte[] sign(ModuleJar jar) {
        return sign(jar.bytes());
    }

    byte[] sign(byte[] jar) {
        return sign(jar, new JarSigner.Builder(key, path()).signerName("KEY"));
    }

    /** Adds a second signature to a jar that has one. */
    byte[] signAlso(byte[] jar) {
        return sign(jar, new JarSigner.Builder(key, path()).signerName("OTHER"));
    }

    /** With the digest of the entries, and the algorithm of the signature itself, that is named. */
    byte[] sign(byte[] jar, String digest, String algorithm) {
        try {
            return sign(
                    jar,
                    new JarSigner.Builder(key, path())
                            .signerName("KEY")
                            .digestAlgorithm(digest)
                            .signatureAlgorithm(algorithm));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sign(byte[] jar, JarSigner.Builder signer) {
        try {
            Path file = Files.createTempFile("unsigned", ".jar");
            Files.write(file, jar);
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                signer.build().sign(zip, signed);
            }
            Files.delete(file);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CertPath path() {
        try {
            return CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
