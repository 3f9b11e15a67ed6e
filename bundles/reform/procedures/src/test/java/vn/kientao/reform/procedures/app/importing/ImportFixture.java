package vn.kientao.reform.procedures.app.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.variant.Traits;

/** The real parts of the catalogue around a test database. */
public final class ImportFixture {
    public final RecordingAuditTrail auditTrail = new RecordingAuditTrail();
    public final HandRunJobs jobs = new HandRunJobs();
    public final Catalogue catalogue;
    public final Traits traits;
    public final CatalogueImporter importer;
    public final CatalogueImports imports;
    public final ImportJob job;

    public ImportFixture(Database database) {
        Clock clock = Clock.systemUTC();
        catalogue = new Catalogue(database);
        traits = new Traits(database, auditTrail);
        importer = new CatalogueImporter(database, auditTrail, clock, catalogue);
        imports = new CatalogueImports(database, jobs, clock);
        job = new ImportJob(database, importer);
    }

    /** Puts the records into the catalogue. */
    public void given(String... records) {
        CatalogueImporter.By by = new CatalogueImporter.By("officer", Optional.empty(), "test-request");
        byte[] file = String.join("\n", records).getBytes(StandardCharsets.UTF_8);
        try {
            long id = importer.begin("given.jsonl", file.length, by);
            importer.commit(id, new ByteArrayInputStream(file), false, by, ImportProgress.UNWATCHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the real records into the catalogue; skips the test where they are not there. */
    public void givenNationalSample() throws IOException {
        given(Files.readString(NationalSample.orSkip()));
    }

    /** A record in the national shape with every part. */
    public static String record(String code) {
        return Records.json(Records.record(code));
    }

    /** The same with one field replaced. */
    public static String record(String code, String field, String value) {
        return Records.json(Records.record(code, field, value));
    }
}
