package vn.kientao.platform.repository.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.kientao.platform.repository.domain.CatalogueFile;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;
import vn.kientao.platform.repository.domain.JarFacts;

/** Writes the catalogue of a folder of module jars. */
final class FolderIndex {
    private final Sentences sentences;

    FolderIndex(Sentences sentences) {
        this.sentences = sentences;
    }

    int write(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw sentences.refuse("repository.no-folder", folder);
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (Path jar : jars(folder)) {
                entries.add(entry(folder, jar));
            }
            CatalogueFile file = new CatalogueFile(CatalogueFile.FORMAT, null, entries);
            Path draft = folder.resolve(CatalogueFile.FILE + ".new");
            Files.write(draft, file.json());
            Files.move(draft, folder.resolve(CatalogueFile.FILE), StandardCopyOption.REPLACE_EXISTING);
            return entries.size();
        } catch (IOException e) {
            throw sentences.refuse(e, "repository.unwritable", folder, String.valueOf(e.getMessage()));
        }
    }

    private Entry entry(Path folder, Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName());
        try {
            JarFacts facts = JarFacts.read(jar);
            for (String image : facts.images()) {
                Path target = folder.resolve(facts.imageFolder()).resolve(image);
                Files.createDirectories(folder.resolve(facts.imageFolder()));
                try (OutputStream out = Files.newOutputStream(target)) {
                    facts.copyImage(image, out);
                }
            }
            return facts.entry(name);
        } catch (IllegalArgumentException e) {
            throw sentences.refuse(e, "repository.no-module", name, String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".jar"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
