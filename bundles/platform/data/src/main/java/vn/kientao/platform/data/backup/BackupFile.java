package vn.kientao.platform.data.backup;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.kientao.platform.data.backup.Manifest.Part;

/** A backup that is open for reading. */
final class BackupFile implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens the file and reads its table of contents.
     *
     * @throws RestoreRefusedException when it is no backup that this platform reads
     */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RestoreRefusedException("there is no file " + file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new RestoreRefusedException(file + " is no backup: " + e.getMessage(), e);
        }
        boolean opened = false;
        try {
            BackupFile backup = new BackupFile(file, zip, manifest(file, zip));
            opened = true;
            return backup;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads everything once and compares it with the manifest.
     *
     * @throws RestoreRefusedException when anything is missing, altered or added
     */
    void verify() throws IOException {
        Set<String> known = new HashSet<>();
        known.add(Manifest.ENTRY);
        for (Part part : manifest.parts()) {
            known.add(part.name());
            MessageDigest digest = ZipParts.sha256();
            long bytes;
            try (InputStream in = new DigestInputStream(part(part.name()), digest)) {
                bytes = in.transferTo(OutputStream.nullOutputStream());
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            if (bytes != part.bytes() || !sha256.equals(part.sha256())) {
                throw new RestoreRefusedException(file + " is damaged: " + part.name() + " has content " + sha256
                        + " (expected: " + part.sha256() + ")");
            }
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!known.contains(name)) {
                throw new RestoreRefusedException(file + " holds " + name + ", which its manifest does not name");
            }
        }
    }

    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new RestoreRefusedException(file + " is damaged: " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    String text(String part) throws IOException {
        try (InputStream in = part(part)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new RestoreRefusedException(file + " is no backup: it holds no " + Manifest.ENTRY);
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Manifest.read(in);
        } catch (JacksonException e) {
            throw new RestoreRefusedException(file + " is no backup: its manifest cannot be read", e);
        }
        if (manifest.format() != Manifest.FORMAT) {
            throw new RestoreRefusedException(file + " has format " + manifest.format() + " (expected: "
                    + Manifest.FORMAT + "); restore it with the platform that wrote it");
        }
        return manifest;
    }
}
