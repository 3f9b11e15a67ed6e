package vn.kientao.platform.web.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.kientao.platform.api.web.Upload;

/** Files for tests, made here so that none lies about in the source tree. */
final class Papers implements Upload {
    private final byte[] bytes;

    private Papers(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Writes the content of one entry. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static Papers of(String text) {
        return new Papers(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An archive with one entry. */
    static Papers archive(String entry, Content content) {
        return archive(zip -> {
            zip.putNextEntry(new ZipEntry(entry));
            content.write(zip);
        });
    }

    /** Writes the entries of an archive. */
    @FunctionalInterface
    interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    static Papers archive(Entries entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entries.write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Papers(bytes.toByteArray());
    }

    static Content repeated(String text, long times) {
        byte[] piece = text.repeat(1024).getBytes(StandardCharsets.UTF_8);
        return out -> {
            for (long done = 0; done < times; done += 1024) {
                out.write(piece);
            }
        };
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
