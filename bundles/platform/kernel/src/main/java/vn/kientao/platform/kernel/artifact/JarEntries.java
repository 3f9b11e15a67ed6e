package vn.kientao.platform.kernel.artifact;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.kientao.platform.api.module.ReleaseRefusedException;

/** The names in a jar, and its content unpacked to the last byte: no more than it says, and not too much. */
final class JarEntries {
    private static final long MOST_UNPACKED_BYTES = 400L * 1024 * 1024;
    private static final int MOST_ENTRIES = 20_000;
    private static final String META = "META-INF/";

    private JarEntries() {}

    /**
     * Reads every entry.
     *
     * @throws ReleaseRefusedException at the first that may not be there
     */
    static void check(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw tooMuch();
        }
        byte[] buffer = new byte[64 * 1024];
        long left = MOST_UNPACKED_BYTES;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            checkName(entry.getName());
            if (entry.isDirectory() && entry.getSize() > 0) {
                throw refuse("kernel.refused.folder-content", entry.getName());
            }
            left -= unpack(zip, entry, buffer, left);
        }
    }

    private static void checkName(String name) {
        if (leavesFolder(name)) {
            throw refuse("kernel.refused.entry-path", name);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        boolean othersSpelling = (upper.startsWith(META) && !name.startsWith(META))
                || (upper.equals(JarFile.MANIFEST_NAME) && !name.equals(JarFile.MANIFEST_NAME));
        if (othersSpelling) {
            throw refuse("kernel.refused.entry-case", name);
        }
    }

    private static boolean leavesFolder(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.indexOf(':') >= 0
                || List.of(name.split("/", -1)).contains("..");
    }

    /** Returns how many bytes there were, whatever the entry says. */
    private static long unpack(ZipFile zip, ZipEntry entry, byte[] buffer, long most) throws IOException {
        CRC32 crc = new CRC32();
        long total = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > most) {
                    throw tooMuch();
                }
                crc.update(buffer, 0, read);
            }
        } catch (ZipException e) {
            throw refuseBecause(e, "kernel.refused.entry-spoiled", entry.getName());
        }
        if (total != entry.getSize() || crc.getValue() != entry.getCrc()) {
            throw refuse("kernel.refused.entry-spoiled", entry.getName());
        }
        return total;
    }

    private static ReleaseRefusedException tooMuch() {
        return refuse("kernel.refused.unpacked", MOST_UNPACKED_BYTES / 1024 / 1024, MOST_ENTRIES);
    }
}
