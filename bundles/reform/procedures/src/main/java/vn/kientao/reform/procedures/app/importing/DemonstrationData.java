package vn.kientao.reform.procedures.app.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;

/**
 * Fills an empty catalogue with the procedures that travel in the bundle, where the platform is shown to somebody
 * ({@code kientao.demo=true}). Done when the service is there.
 */
@Component(service = DemonstrationData.class)
public final class DemonstrationData {
    private static final Logger log = LoggerFactory.getLogger(DemonstrationData.class);
    private static final String FILE = "demo/procedures.jsonl";

    @Activate
    public DemonstrationData(@Reference Catalogue catalogue, @Reference CatalogueImporter importer) {
        if (Boolean.getBoolean("kientao.demo") && catalogue.size() == 0) {
            fill(importer);
        }
    }

    /** Fills the catalogue; nothing happens when another node is doing it. */
    static Optional<ImportCounts> fill(CatalogueImporter importer) {
        CatalogueImporter.By by = new CatalogueImporter.By(Actor.system("start").account(), Optional.empty(), "start");
        try (@Nullable
                InputStream file = DemonstrationData.class.getClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE + " in the bundle (expected: the demonstration records)");
            }
            byte[] records = file.readAllBytes();
            long importId = importer.begin(FILE, records.length, by);
            InputStream again = new ByteArrayInputStream(records);
            return Optional.of(importer.commit(importId, again, false, by, ImportProgress.UNWATCHED));
        } catch (ImportRefusedException e) {
            log.info("Left the demonstration records out: {}", e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
