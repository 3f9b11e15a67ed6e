package vn.kientao.platform.data.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.kientao.platform.data.backup.Manifest.Part;

/** Writes the entries of a backup, one after the other, and notes the size and hash of each. */
final class ZipParts implements AutoCloseable {
    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    ZipParts(OutputStream out) {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Fills an entry. */
    @FunctionalInterface
    interface Content<E extends Exception> {
        void to(OutputStream out) throws IOException, E;
    }

    <E extends Exception> void add(String name, Content<E> content) throws IOException, E {
        zip.putNextEntry(new ZipEntry(name));
        Hashing out = new Hashing(zip);
        content.to(out);
        zip.closeEntry();
        parts.add(new Part(name, out.bytes, HexFormat.of().formatHex(out.digest.digest())));
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The last entry, which no hash in the file covers. */
    void manifest(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Counts and hashes what passes; closing it leaves the zip file open. */
    private static final class Hashing extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest = sha256();
        private long bytes;

        Hashing(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, length);
            digest.update(content, from, length);
            bytes += length;
        }

        @Override
        public void flush() {
            // The zip file is flushed when it is finished.
        }
    }
}
