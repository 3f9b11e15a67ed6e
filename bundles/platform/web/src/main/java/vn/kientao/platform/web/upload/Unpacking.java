package vn.kientao.platform.web.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.web.http.Refusal;

/**
 * Unpacks a document or sheet once, keeping nothing, and stops as soon as it is more than a person could have written: a
 * bomb costs the time that its first megabytes take.
 */
final class Unpacking {
    static final int MOST_ENTRIES = 5_000;
    static final long MOST_BYTES = 200L * 1024 * 1024;
    /** Unpacked bytes for each packed one, once more than {@link #RATIO_FROM} bytes came out of an entry. */
    static final int MOST_RATIO = 100;

    static final long RATIO_FROM = 1024 * 1024;
    static final long MOST_SHARED_STRINGS = 32L * 1024 * 1024;
    static final int MOST_CELLS = 2_000_000;

    private static final int BUFFER = 32 * 1024;

    private final Counted packed;
    private final ZipInputStream zip;
    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;
    private long cells;

    private Unpacking(InputStream in) {
        this.packed = new Counted(in);
        this.zip = new ZipInputStream(packed);
    }

    /** @throws Refusal 422 when it is no archive that may be opened */
    static void check(Upload upload, UploadKind kind) throws IOException {
        if (kind != UploadKind.DOCX && kind != UploadKind.XLSX) {
            return;
        }
        try (InputStream in = upload.open()) {
            new Unpacking(in).run();
        } catch (java.util.zip.ZipException | IllegalArgumentException | java.io.EOFException e) {
            throw new Refusal(422, "broken-archive");
        }
    }

    private void run() throws IOException {
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_ENTRIES || outside(entry.getName())) {
                throw tooMuch();
            }
            read(entry.getName());
        }
    }

    private static boolean outside(String name) {
        return name.startsWith("/") || name.contains("\\") || ("/" + name + "/").contains("/../") || name.contains(":");
    }

    private void read(String name) throws IOException {
        boolean sheet = name.startsWith("xl/worksheets/");
        long most = name.equals("xl/sharedStrings.xml") ? MOST_SHARED_STRINGS : MOST_BYTES;
        long before = packed.count;
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            if (size == 0 && isArchive(read)) {
                throw new Refusal(422, "nested-archive");
            }
            size += read;
            unpacked += read;
            boolean swollen = size > RATIO_FROM && size / Math.max(1, packed.count - before) > MOST_RATIO;
            if (size > most || unpacked > MOST_BYTES || swollen) {
                throw tooMuch();
            }
            if (sheet) {
                count(read);
            }
        }
    }

    private boolean isArchive(int read) {
        return read > 4 && new String(buffer, 0, 4, StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004");
    }

    /** Cells begin with {@code <c }; one that is cut by the end of the buffer is not missed by much. */
    private void count(int read) {
        for (int i = 0; i + 2 < read; i++) {
            if (buffer[i] == '<' && buffer[i + 1] == 'c' && (buffer[i + 2] == ' ' || buffer[i + 2] == '>')) {
                cells++;
            }
        }
        if (cells > MOST_CELLS) {
            throw tooMuch();
        }
    }

    /** Goes to the end of the entry when it is of a decent size. */
    static boolean skippable(ZipInputStream zip) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = zip.read(buffer); read >= 0 && size <= 16 * RATIO_FROM; read = zip.read(buffer)) {
            size += read;
        }
        return size <= 16 * RATIO_FROM;
    }

    private static Refusal tooMuch() {
        return new Refusal(422, "swollen-archive", MOST_BYTES / 1024 / 1024 + " MB");
    }

    /** Counts what is read from a file. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
