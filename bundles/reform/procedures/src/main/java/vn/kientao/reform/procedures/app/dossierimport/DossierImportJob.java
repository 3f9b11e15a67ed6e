package vn.kientao.reform.procedures.app.dossierimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportParts;

/** Tries an import of dossiers, takes it over or out again, in the background; each can be run again at any time. */
@Component
public final class DossierImportJob implements JobType {
    static final String NAME = "procedures.import-dossiers";

    private final Database database;
    private final DossierImporter importer;
    private final DossierImportStore imports = new DossierImportStore();
    private final ImportFiles files = new ImportFiles(DossierImportStore.TABLE);
    private final TextBundle texts = TextBundle.of(DossierImportJob.class);

    @Activate
    public DossierImportJob(
            @Reference Database database, @Reference DossierImporter importer, @Reference ProcedureTables tables) {
        this(database, importer);
    }

    /** For tests: the tables are there. */
    DossierImportJob(Database database, DossierImporter importer) {
        this.database = database;
        this.importer = importer;
    }

    /** What a job does with its import. */
    enum Work {
        CHECK,
        COMMIT,
        UNDO;

        String payload(long importId) {
            return name() + " " + importId;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobContext context) {
        String[] payload = context.payload().split(" ");
        long id = Long.parseLong(payload[1]);
        String request = "job-" + context.jobId();
        switch (Work.valueOf(payload[0])) {
            case CHECK -> check(context, find(id));
            case COMMIT -> {
                if (find(id).state() == DossierImportState.COMMITTING) {
                    importer.commit(find(id), context.account(), request, progress(context, "committing"));
                }
                if (find(id).state() == DossierImportState.COMMITTED) {
                    ImportParts.delete(database, id, ImportParts.CHUNKS);
                }
            }
            case UNDO -> {
                if (find(id).state() == DossierImportState.UNDOING) {
                    importer.undo(find(id), context.account(), request, progress(context, "undoing"));
                }
            }
        }
        DossierImport done = find(id);
        return "{\"new\":%d,\"same\":%d,\"refused\":%d}".formatted(done.fresh(), done.same(), done.refused());
    }

    private DossierImport find(long id) {
        return database.read(handle -> imports.find(handle, id))
                .orElseThrow(() -> new IllegalStateException("no import " + id));
    }

    private void check(JobContext context, DossierImport shown) {
        if (shown.state() != DossierImportState.CHECKING && shown.state() != DossierImportState.RECEIVING) {
            return;
        }
        try (InputStream file = files.open(database, shown.id())) {
            importer.check(shown, file, progress(context, "checking"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of import " + shown.id(), e);
        }
        ImportParts.delete(database, shown.id(), ImportParts.FILE);
    }

    private Progress progress(JobContext context, String word) {
        return (done, total, rows) ->
                context.progress(done, total, texts.text("dossier-import.doing." + word, Formats.number(rows)));
    }
}
