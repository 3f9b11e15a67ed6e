package vn.kientao.platform.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What people, disks and transfers do to a jar. */
final class Tampering {

    private Tampering() {}

    /** The jar with an entry added or replaced; everything else byte for byte. */
    static byte[] with(byte[] jar, String entry, byte[] content) {
        return rewritten(jar, entries -> entries.put(entry, content));
    }

    static byte[] without(byte[] jar, String entry) {
        return rewritten(jar, entries -> {
            if (entries.remove(entry) == null) {
                throw new IllegalArgumentException(entry + " (expected: one of " + entries.keySet() + ")");
            }
        });
    }

    static byte[] content(byte[] jar, String entry) {
        return entries(jar).get(entry);
    }

    /** Writes {@code words} over the only, first or last place where {@code old} stands; they are equally long. */
    static byte[] overwrite(byte[] jar, String old, String words, boolean last) {
        String text = new String(jar, StandardCharsets.ISO_8859_1);
        int at = last ? text.lastIndexOf(old) : text.indexOf(old);
        if (at < 0 || old.length() != words.length()) {
            throw new IllegalArgumentException(old + " by " + words + " (expected: there, and as long)");
        }
        return (text.substring(0, at) + words + text.substring(at + old.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Flips bits of the byte at {@code at}, counted from the end of {@code mark}, wherever that stands last. */
    static byte[] flip(byte[] jar, String mark, int at, int bits) {
        byte[] changed = jar.clone();
        int place = new String(jar, StandardCharsets.ISO_8859_1).lastIndexOf(mark);
        changed[place + at] ^= (byte) bits;
        return changed;
    }

    static byte[] append(byte[] jar, byte[] more) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(jar);
        longer.writeBytes(more);
        return longer.toByteArray();
    }

    /** Puts data between the last entry and the directory, and tells the directory's new place as it should be told. */
    static byte[] hide(byte[] jar, byte[] data) {
        ByteBuffer whole = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        int placeOfDirectory = jar.length - 6;
        int directory = whole.getInt(placeOfDirectory);
        ByteBuffer longer = ByteBuffer.allocate(jar.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(jar, 0, directory).put(data).put(jar, directory, jar.length - directory);
        longer.putInt(placeOfDirectory + data.length, directory + data.length);
        return longer.array();
    }

    /** A jar of these entries, not compressed. */
    static byte[] stored(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                CRC32 crc = new CRC32();
                crc.update(each.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(each.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> entries(byte[] jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] rewritten(byte[] jar, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> entries = entries(jar);
        change.accept(entries);
        return stored(entries);
    }
}
