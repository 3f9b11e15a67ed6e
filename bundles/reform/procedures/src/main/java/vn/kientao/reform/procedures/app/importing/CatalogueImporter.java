package vn.kientao.reform.procedures.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.store.catalogue.ImportStore;
import vn.kientao.reform.procedures.store.catalogue.StagedVersions;
import vn.kientao.reform.procedures.store.catalogue.StagedVersions.Known;

/** Reads national records into the catalogue: tries them, or commits them all at once. */
@Component(service = CatalogueImporter.class)
public final class CatalogueImporter {
    private static final Logger log = LoggerFactory.getLogger(CatalogueImporter.class);

    private final Database database;
    private final AuditTrail auditTrail;
    private final Clock clock;
    private final Catalogue catalogue;
    private final StagedVersions staged = new StagedVersions();
    private final ImportStore imports = new ImportStore();

    @Activate
    public CatalogueImporter(
            @Reference Database database,
            @Reference AuditTrail auditTrail,
            @Reference Clock clock,
            @Reference Catalogue catalogue) {
        this.database = database;
        this.auditTrail = auditTrail;
        this.clock = clock;
        this.catalogue = catalogue;
    }

    /** Who imports, and what ties the audit entry to the log. */
    public record By(String account, Optional<String> agency, String requestId) {}

    /**
     * Reads {@code file} to its end, compares it with the catalogue and changes nothing.
     *
     * @param errors hears the reasons of each refused row, in the order of the file
     */
    public ImportCounts tryOut(InputStream file, Consumer<List<RowError>> errors, ImportProgress progress)
            throws IOException {
        Map<String, Known> known = database.read(staged::known);
        return new DryRun(known, errors, progress).read(file);
    }

    /** Makes a record of an import that is about to be committed at once, and returns its id. */
    public long begin(String fileName, long fileSize, By by) {
        return database.write(transaction ->
                imports.insert(transaction, by.account(), by.agency().orElse(""), fileName, fileSize, clock.instant()));
    }

    /**
     * Commits the import: all of it or nothing. Readers see the catalogue before or after it, never between.
     *
     * @param acceptedOnly whether refused rows are left out; otherwise one refused row stops the commit
     * @throws ImportRefusedException when another import commits, the file holds nothing, or rows were refused
     */
    public ImportCounts commit(long importId, InputStream file, boolean acceptedOnly, By by, ImportProgress progress)
            throws IOException {
        Commit commit = new Commit(database, auditTrail, clock, importId);
        ImportCounts counts = commit.run(file, acceptedOnly, done -> entry(importId, done, by), progress);
        catalogue.refresh();
        log.info(
                "Committed import {}: {} new, {} changed, {} unchanged, {} refused",
                importId,
                counts.fresh(),
                counts.changed(),
                counts.same(),
                counts.refused());
        return counts;
    }

    private static AuditEntry entry(long importId, ImportCounts counts, By by) {
        String detail = "{\"new\":%d,\"changed\":%d,\"unchanged\":%d,\"refused\":%d}"
                .formatted(counts.fresh(), counts.changed(), counts.same(), counts.refused());
        return new AuditEntry(
                by.account(),
                by.agency(),
                "procedures",
                "procedures.import",
                "import",
                String.valueOf(importId),
                detail,
                by.requestId());
    }
}
