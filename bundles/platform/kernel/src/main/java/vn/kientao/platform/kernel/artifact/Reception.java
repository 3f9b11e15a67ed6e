package vn.kientao.platform.kernel.artifact;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.signature.Verdict;

/** Where module jars arrive: copied, hashed and checked before anything else looks at them. */
public final class Reception {

    /** The largest jar that is accepted, in bytes. */
    public static final long MOST_BYTES = 50L * 1024 * 1024;

    private Reception() {}

    /**
     * Copies {@code jar} into {@code folder} and checks it, at last by {@code seal}. The caller owns the file of the
     * result.
     *
     * @throws ReleaseRefusedException when it is no acceptable module; the copy is gone then
     * @throws IOException when it cannot be read or copied
     */
    public static Artifact receive(InputStream jar, Path folder, Seal seal) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "received-", ".jar");
        boolean accepted = false;
        try {
            String sha256 = copy(jar, file);
            ModuleManifest manifest = manifest(file);
            Verdict verdict = seal.check(file, sha256, manifest);
            accepted = true;
            return new Artifact(manifest, sha256, Files.size(file), file, verdict);
        } finally {
            if (!accepted) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Checks a jar that travels with the platform, where it stands. The file stays the owner's.
     *
     * @throws ReleaseRefusedException when it is no acceptable module
     */
    public static Artifact shipped(Path jar) throws IOException {
        long size = Files.size(jar);
        if (size > MOST_BYTES) {
            throw tooBig();
        }
        return new Artifact(manifest(jar), sha256(jar), size, jar, Verdict.shipped());
    }

    /** What the jar in {@code file} says of itself, after every check. */
    static ModuleManifest manifest(Path file) throws IOException {
        JarShape.check(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JarEntries.check(zip);
            ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
            if (entry == null) {
                throw refuse("kernel.refused.no-manifest");
            }
            return ManifestReader.read(attributes(zip, entry));
        } catch (ZipException e) {
            throw refuseBecause(e, "kernel.refused.no-zip");
        }
    }

    private static Attributes attributes(ZipFile zip, ZipEntry manifest) {
        try (InputStream in = zip.getInputStream(manifest)) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw refuseBecause(e, "kernel.refused.manifest-malformed", String.valueOf(e.getMessage()));
        }
    }

    /** SHA-256 of a file, as 64 lower-case hex digits. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String copy(InputStream jar, Path file) throws IOException {
        MessageDigest digest = digest();
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int read = jar.read(buffer); read >= 0; read = jar.read(buffer)) {
                total += read;
                if (total > MOST_BYTES) {
                    throw tooBig();
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ReleaseRefusedException tooBig() {
        return refuse("kernel.refused.too-big", MOST_BYTES / 1024 / 1024);
    }

    /** A fresh SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
