package vn.kientao.platform.repository.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.repository.domain.CatalogueFile;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;
import vn.kientao.platform.repository.domain.JarFacts;

/** Brings files of a source here. */
final class Fetcher {
    private static final long MOST_IMAGE = 2L << 20;

    private final Sources sources;
    private final Path folder;
    private final Sentences sentences;

    /** @param folder for files that are looked at and thrown away */
    Fetcher(Sources sources, Path folder, Sentences sentences) {
        this.sources = sources;
        this.folder = folder;
        this.sentences = sentences;
    }

    /** Looks at a fetched file, which is gone afterwards. */
    @FunctionalInterface
    interface Look<T> {
        T at(Path file) throws IOException;
    }

    CatalogueFile catalogue(Source source) {
        byte[] json;
        try {
            json = fetched(source, CatalogueFile.FILE, CatalogueFile.MOST_BYTES, Files::readAllBytes);
        } catch (IOException e) {
            throw sentences.refuse(e, "repository.unreadable", source.name(), reason(e));
        }
        try {
            return CatalogueFile.read(json);
        } catch (IllegalArgumentException e) {
            throw sentences.refuse(e, "repository.no-catalogue", source.name(), String.valueOf(e.getMessage()));
        }
    }

    /** The jar of an entry, after its size and hash were compared with it. */
    <T> T jar(Source source, Entry entry, Look<T> look) {
        try {
            return fetched(source, entry.file(), entry.bytes(), file -> {
                String sha256 = JarFacts.sha256(file);
                if (!sha256.equals(entry.sha256())) {
                    throw sentences.refuse("repository.wrong-hash", entry.file(), sha256, entry.sha256());
                }
                return look.at(file);
            });
        } catch (IOException e) {
            throw sentences.refuse(e, "repository.unreadable", source.name(), reason(e));
        }
    }

    byte[] image(Source source, String path) {
        try {
            return fetched(source, path, MOST_IMAGE, Files::readAllBytes);
        } catch (IOException e) {
            throw sentences.refuse(e, "repository.unreadable", source.name(), reason(e));
        }
    }

    private <T> T fetched(Source source, String path, long mostBytes, Look<T> look) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "fetched-", ".tmp");
        try {
            sources.open(source.location()).copy(path, file, mostBytes);
            return look.at(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
