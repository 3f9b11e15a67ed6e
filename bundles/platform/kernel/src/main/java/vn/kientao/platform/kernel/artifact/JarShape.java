package vn.kientao.platform.kernel.artifact;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import vn.kientao.platform.api.module.ReleaseRefusedException;

/**
 * How a jar is put together, byte by byte. A zip file tells about each entry twice, before its content and in a directory
 * at the end, and may hold what neither tells of. Programs that read one or the other would see different things, so a
 * jar is taken only when both say the same and there is nothing else.
 */
final class JarShape {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;

    private final ByteBuffer zip;

    private JarShape(ByteBuffer zip) {
        this.zip = zip;
    }

    /**
     * Looks at every byte that is not content.
     *
     * @throws ReleaseRefusedException when it is no zip file, or one that may be read in two ways
     */
    static void check(Path file) throws IOException {
        try {
            new JarShape(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN)).check();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            throw refuseBecause(e, "kernel.refused.no-zip");
        }
    }

    private void check() {
        int end = end();
        int directory = zip.getInt(end + 16);
        if (directory < 0 || directory + zip.getInt(end + 12) != end) {
            throw refuse("kernel.refused.hidden-data", end);
        }
        List<Listed> entries = directory(directory, end, number(end + 10));
        refuseTwice(entries);
        int position = 0;
        for (Listed entry : entries) {
            if (entry.offset() != position) {
                throw refuse("kernel.refused.hidden-data", position);
            }
            position = endOf(entry);
        }
        if (position != directory) {
            throw refuse("kernel.refused.hidden-data", position);
        }
    }

    /** Where the directory ends; nothing may follow but its own last record. */
    private int end() {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (zip.getInt(at) == END_SIGNATURE) {
                if (at != last) {
                    throw refuse("kernel.refused.hidden-data", at + END_LENGTH);
                }
                return at;
            }
        }
        throw refuse("kernel.refused.no-zip");
    }

    private List<Listed> directory(int from, int to, int count) {
        List<Listed> entries = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (zip.getInt(at) != CENTRAL_SIGNATURE) {
                throw refuse("kernel.refused.hidden-data", at);
            }
            Listed entry = listed(at);
            if ((entry.flags() & ENCRYPTED) != 0
                    || (entry.method() != ZipEntry.STORED && entry.method() != ZipEntry.DEFLATED)) {
                throw refuse("kernel.refused.entry-coded", entry.words());
            }
            entries.add(entry);
            at += CENTRAL_LENGTH + number(at + 28) + number(at + 30) + number(at + 32);
        }
        if (at != to || entries.size() != count) {
            throw refuse("kernel.refused.hidden-data", from);
        }
        entries.sort(Comparator.comparingInt(Listed::offset));
        return entries;
    }

    private Listed listed(int at) {
        return new Listed(
                name(at + CENTRAL_LENGTH, number(at + 28)),
                number(at + 8),
                number(at + 10),
                zip.getInt(at + 16),
                zip.getInt(at + 20),
                zip.getInt(at + 24),
                zip.getInt(at + 42));
    }

    private static void refuseTwice(List<Listed> entries) {
        Set<String> names = new HashSet<>();
        for (Listed entry : entries) {
            if (!names.add(entry.words())) {
                throw refuse("kernel.refused.entry-twice", entry.words());
            }
        }
    }

    /** Compares what stands before the content with the directory; returns where the next entry begins. */
    private int endOf(Listed entry) {
        int at = entry.offset();
        boolean same = zip.getInt(at) == LOCAL_SIGNATURE
                && number(at + 6) == entry.flags()
                && number(at + 8) == entry.method()
                && name(at + LOCAL_LENGTH, number(at + 26)).equals(entry.name());
        boolean sizesFollow = (entry.flags() & SIZES_FOLLOW) != 0;
        if (!same || (!sizesFollow && !entry.sizesAt(zip, at + 14))) {
            throw refuse("kernel.refused.entry-differs", entry.words());
        }
        int end = at + LOCAL_LENGTH + number(at + 26) + number(at + 28) + entry.packed();
        return sizesFollow ? endOfDescriptor(entry, end) : end;
    }

    private int endOfDescriptor(Listed entry, int at) {
        int sizes = zip.getInt(at) == DESCRIPTOR_SIGNATURE ? at + 4 : at;
        if (!entry.sizesAt(zip, sizes)) {
            throw refuse("kernel.refused.entry-differs", entry.words());
        }
        return sizes + 12;
    }

    /** Byte by byte, so that only equal bytes make equal names. */
    private String name(int at, int length) {
        byte[] name = new byte[length];
        zip.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private int number(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    /**
     * What the directory says of an entry.
     *
     * @param name its bytes, one character each
     */
    private record Listed(String name, int flags, int method, int crc, int packed, int size, int offset) {

        String words() {
            return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        boolean sizesAt(ByteBuffer zip, int at) {
            return zip.getInt(at) == crc && zip.getInt(at + 4) == packed && zip.getInt(at + 8) == size;
        }
    }
}
