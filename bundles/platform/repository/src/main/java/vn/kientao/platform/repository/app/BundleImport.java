package vn.kientao.platform.repository.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.repository.domain.CatalogueFile;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;
import vn.kientao.platform.repository.domain.JarFacts;

/** Unpacks an offline bundle, whole or not at all. */
final class BundleImport {
    private static final Logger log = LoggerFactory.getLogger(BundleImport.class);
    private static final long MOST_BYTES = 1L << 30;
    /** What the folder of every bundle begins with. */
    static final String PREFIX = "bundle-";

    private static final int MOST_FILES = 2_000;

    private final Path folder;
    private final Sentences sentences;

    /** @param folder where bundles are kept, each in a folder of its own */
    BundleImport(Path folder, Sentences sentences) {
        this.folder = folder;
        this.sentences = sentences;
    }

    /** Unpacks and checks; answers the folder, which is called {@code name}. */
    Path unpack(InputStream zip, String name) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, "incoming-");
        try {
            unpack(zip, draft);
            check(draft);
            Path target = folder.resolve(name);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } finally {
            delete(draft);
        }
    }

    private void unpack(InputStream in, Path target) throws IOException {
        Set<String> names = new HashSet<>();
        long bytes = 0;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String name = entry.getName();
                if (!CatalogueFile.below(name) || !names.add(name) || names.size() > MOST_FILES) {
                    throw sentences.refuse("repository.bad-bundle", name);
                }
                Path file = target.resolve(name);
                Files.createDirectories(file.toAbsolutePath().getParent());
                bytes += copy(zip, file, MOST_BYTES - bytes, name);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw sentences.refuse(e, "repository.bad-bundle", String.valueOf(e.getMessage()));
        }
    }

    private long copy(InputStream in, Path file, long mostBytes, String name) throws IOException {
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > mostBytes) {
                    throw sentences.refuse("repository.bad-bundle", name);
                }
                out.write(buffer, 0, read);
            }
        }
        return copied;
    }

    private void check(Path unpacked) throws IOException {
        Path file = unpacked.resolve(CatalogueFile.FILE);
        if (!Files.isRegularFile(file) || Files.size(file) > CatalogueFile.MOST_BYTES) {
            throw sentences.refuse("repository.bad-bundle", CatalogueFile.FILE);
        }
        CatalogueFile catalogue;
        try {
            catalogue = CatalogueFile.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw sentences.refuse(e, "repository.bad-bundle", String.valueOf(e.getMessage()));
        }
        for (Entry entry : catalogue.releases()) {
            Path jar = unpacked.resolve(entry.file());
            if (!Files.isRegularFile(jar)) {
                throw sentences.refuse("repository.bad-bundle", entry.file());
            }
            String sha256 = JarFacts.sha256(jar);
            if (!sha256.equals(entry.sha256())) {
                throw sentences.refuse("repository.wrong-hash", entry.file(), sha256, entry.sha256());
            }
        }
    }

    /** Throws the files of an imported bundle away; leaves every other folder alone. */
    void forget(String location) {
        if (!location.startsWith(folder.toAbsolutePath() + File.separator + PREFIX)) {
            return;
        }
        try {
            delete(Path.of(location));
        } catch (IOException e) {
            log.warn("Cannot delete the imported bundle {}", location, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
