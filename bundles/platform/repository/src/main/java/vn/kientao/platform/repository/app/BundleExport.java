package vn.kientao.platform.repository.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.Artifacts;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.repository.domain.CatalogueFile;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;
import vn.kientao.platform.repository.domain.JarFacts;

/** Writes live releases into an offline bundle. */
final class BundleExport {
    private final Modules modules;
    private final Artifacts artifacts;
    private final Path folder;
    private final Sentences sentences;

    /** @param folder for jars on their way */
    BundleExport(Modules modules, Artifacts artifacts, Path folder, Sentences sentences) {
        this.modules = modules;
        this.artifacts = artifacts;
        this.folder = folder;
        this.sentences = sentences;
    }

    /** Which modules it will hold. */
    Set<ModuleId> chosen(Set<ModuleId> asked) {
        Set<ModuleId> serving = new TreeSet<>();
        modules.all().stream().filter(module -> module.live().isPresent()).forEach(module -> serving.add(module.id()));
        for (ModuleId module : asked) {
            if (!serving.contains(module)) {
                throw sentences.refuse("repository.not-live", module);
            }
        }
        return asked.isEmpty() ? serving : new TreeSet<>(asked);
    }

    void write(OutputStream out, Set<ModuleId> chosen) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        List<Entry> entries = new ArrayList<>();
        for (ModuleId module : chosen) {
            entries.add(add(zip, module));
        }
        zip.putNextEntry(new ZipEntry(CatalogueFile.FILE));
        zip.write(new CatalogueFile(CatalogueFile.FORMAT, null, entries).json());
        zip.closeEntry();
        zip.finish();
    }

    private Entry add(ZipOutputStream zip, ModuleId module) throws IOException {
        Version version = modules.find(module)
                .flatMap(status -> status.live())
                .map(ModuleManifest::version)
                .orElseThrow(() -> sentences.refuse("repository.not-live", module));
        Files.createDirectories(folder);
        Path jar = Files.createTempFile(folder, "export-", ".jar");
        try {
            try (InputStream in = artifacts
                    .open(module, version)
                    .orElseThrow(() -> sentences.refuse("repository.not-live", module))) {
                Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
            }
            JarFacts facts = JarFacts.read(jar);
            zip.putNextEntry(new ZipEntry(facts.fileName()));
            Files.copy(jar, zip);
            zip.closeEntry();
            for (String image : facts.images()) {
                zip.putNextEntry(new ZipEntry(facts.imageFolder() + image));
                facts.copyImage(image, zip);
                zip.closeEntry();
            }
            return facts.entry(facts.fileName());
        } finally {
            Files.deleteIfExists(jar);
        }
    }
}
