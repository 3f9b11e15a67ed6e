package vn.kientao.reform.procedures.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.catalogue.ImportState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportErrors;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.catalogue.ImportStore;

/** Tries or commits an import in the background. Both can be run again from the beginning at any time. */
@Component
public final class ImportJob implements JobType {
    static final String NAME = "procedures.import";

    /** More reasons than anybody reads; the others are counted. */
    static final int MOST_ERRORS = 20_000;

    private static final String CHECK = "check ";
    private static final String COMMIT = "commit ";
    private static final int CHUNK = 500;

    private final Database database;
    private final CatalogueImporter importer;
    private final ImportStore imports = new ImportStore();
    private final ImportFiles files = new ImportFiles(ImportStore.TABLE);
    private final ImportErrors errors = new ImportErrors(ImportStore.TABLE);
    private final TextBundle texts = TextBundle.of(ImportJob.class);

    @Activate
    public ImportJob(
            @Reference Database database, @Reference CatalogueImporter importer, @Reference ProcedureTables tables) {
        this(database, importer);
    }

    /** For tests: the tables are there. */
    ImportJob(Database database, CatalogueImporter importer) {
        this.database = database;
        this.importer = importer;
    }

    /** The payload of a dry run. */
    static String checking(long importId) {
        return CHECK + importId;
    }

    /** The payload of a commit. */
    static String committing(long importId) {
        return COMMIT + importId;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobContext context) {
        String payload = context.payload();
        long id = Long.parseLong(payload.substring(payload.indexOf(' ') + 1));
        CatalogueImport job = database.read(handle -> imports.find(handle, id))
                .orElseThrow(() -> new IllegalStateException("no import " + id));
        try (InputStream file = files.open(database, id)) {
            return payload.startsWith(COMMIT) ? commit(context, job, file) : check(context, job, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of import " + id, e);
        }
    }

    private String check(JobContext context, CatalogueImport job, InputStream file) throws IOException {
        long id = job.id();
        errors.delete(database, id);
        KeptErrors kept = new KeptErrors(id);
        ImportCounts counts = importer.tryOut(file, kept::add, progress(context, job, "catalogue.import.checking"));
        kept.flush();
        database.write(transaction -> {
            imports.counts(transaction, id, counts);
            imports.errors(transaction, id, kept.count);
            return imports.move(transaction, id, ImportState.CHECKING, ImportState.CHECKED)
                    || imports.move(transaction, id, ImportState.RECEIVING, ImportState.CHECKED);
        });
        return result(counts);
    }

    private String commit(JobContext context, CatalogueImport job, InputStream file) throws IOException {
        if (job.state() == ImportState.COMMITTED) {
            files.delete(database, job.id());
            return result(job.counts());
        }
        CatalogueImporter.By by =
                new CatalogueImporter.By(context.account(), context.agency(), "job-" + context.jobId());
        boolean committed = false;
        try {
            ImportProgress progress = progress(context, job, "catalogue.import.committing");
            ImportCounts counts = importer.commit(job.id(), file, job.acceptedOnly(), by, progress);
            committed = true;
            files.delete(database, job.id());
            return result(counts);
        } catch (ImportRefusedException e) {
            throw new JobFailedException(e.reason());
        } finally {
            if (!committed) {
                database.write(transaction ->
                        imports.move(transaction, job.id(), ImportState.COMMITTING, ImportState.CHECKED));
            }
        }
    }

    private ImportProgress progress(JobContext context, CatalogueImport job, String key) {
        return (line, bytesRead) -> {
            if (line % 100 == 0) {
                context.progress(bytesRead, job.fileSize(), texts.text(key, Formats.number(line)));
            }
        };
    }

    private static String result(ImportCounts counts) {
        return "{\"new\":%d,\"changed\":%d,\"unchanged\":%d,\"refused\":%d,\"incomplete\":%d}"
                .formatted(counts.fresh(), counts.changed(), counts.same(), counts.refused(), counts.gaps());
    }

    /** Keeps the reasons in short transactions. */
    private final class KeptErrors {
        private final long importId;
        private final List<ImportErrorLine> chunk = new ArrayList<>();
        private int count;

        KeptErrors(long importId) {
            this.importId = importId;
        }

        void add(List<RowError> found) {
            for (RowError error : found) {
                if (count < MOST_ERRORS) {
                    chunk.add(new ImportErrorLine(
                            count,
                            error.line(),
                            error.field(),
                            error.reason().name(),
                            error.value(),
                            error.arguments()));
                }
                count++;
            }
            if (chunk.size() >= CHUNK) {
                flush();
            }
        }

        void flush() {
            database.write(transaction -> {
                errors.add(transaction, importId, chunk);
                return chunk.size();
            });
            chunk.clear();
        }
    }
}
