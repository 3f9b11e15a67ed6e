package vn.kientao.reform.procedures.app.dossierimport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.reform.procedures.app.dossierimport.DossierImportJob.Work;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;
import vn.kientao.reform.procedures.domain.dossierimport.ImportedDossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportErrors;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportParts;
import vn.kientao.reform.procedures.store.dossierimport.ImportRows;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers;

/** Imports of dossiers as people do them: hand in a file, see what it would bring, take it over, take it out again. */
@Component(service = DossierImports.class)
public final class DossierImports {
    /** How long a file that nobody decides about is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Jobs jobs;
    private final Clock clock;
    private final DossierImporter importer;
    private final DossierImportStore imports = new DossierImportStore();
    private final ImportFiles files = new ImportFiles(DossierImportStore.TABLE);
    private final ImportErrors errors = new ImportErrors(DossierImportStore.TABLE);
    private final ImportRows rows = new ImportRows();
    private final ImportedDossiers imported = new ImportedDossiers();

    @Activate
    public DossierImports(
            @Reference Database database,
            @Reference Jobs jobs,
            @Reference Clock clock,
            @Reference DossierImporter importer,
            @Reference ProcedureTables tables) {
        this(database, jobs, clock, importer);
    }

    /** For tests: the tables are there. */
    DossierImports(Database database, Jobs jobs, Clock clock, DossierImporter importer) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.importer = importer;
    }

    /** Makes a record of an import whose file is about to be tried. */
    public DossierImport begin(String fileName, long size, String agency, String account) {
        return database.write(transaction -> {
            long id = imports.insert(transaction, account, agency, fileName, size, clock.instant());
            return imports.find(transaction, id).orElseThrow();
        });
    }

    /** Keeps the file and begins the dry run. */
    public DossierImport receive(InputStream file, String fileName, long size, String agency, String account)
            throws IOException {
        letForgottenGo();
        long id = begin(fileName, size, agency, account).id();
        files.keep(database, id, file);
        long job = submit(Work.CHECK, id, agency, account);
        return database.write(transaction -> {
            imports.move(transaction, id, DossierImportState.RECEIVING, DossierImportState.CHECKING);
            imports.job(transaction, id, job);
            return imports.find(transaction, id).orElseThrow();
        });
    }

    /**
     * Begins to take over an import whose dry run has ended. A repetition changes nothing.
     *
     * @param acceptedOnly whether refused rows are left out; otherwise one refused row stops the commit
     */
    public DossierImport commit(DossierImport checked, boolean acceptedOnly, String account) {
        boolean mine = database.write(transaction -> imports.claimCommit(transaction, checked.id(), acceptedOnly));
        return mine ? work(Work.COMMIT, checked, account) : again(checked);
    }

    /** As {@link #commit}, without a job: whoever asks does the work. */
    public DossierImport claim(DossierImport checked, boolean acceptedOnly) {
        database.write(transaction -> imports.claimCommit(transaction, checked.id(), acceptedOnly));
        return again(checked);
    }

    /**
     * Begins to take the dossiers of an import out again. A repetition changes nothing.
     *
     * @throws MovedOnException when some have moved on here; nothing happens then
     */
    public DossierImport undo(DossierImport committed, String account) {
        List<String> moved = importer.movedOn(committed);
        if (!moved.isEmpty()) {
            throw new MovedOnException(moved);
        }
        boolean mine = database.write(transaction ->
                imports.move(transaction, committed.id(), DossierImportState.COMMITTED, DossierImportState.UNDOING));
        return mine ? work(Work.UNDO, committed, account) : again(committed);
    }

    /** Lets an import go that was not taken over; nothing happens when it is being taken over or has ended. */
    public void discard(long id) {
        boolean mine = database.write(transaction -> {
            boolean moved = imports.move(transaction, id, DossierImportState.CHECKED, DossierImportState.DISCARDED);
            if (moved) {
                imports.end(transaction, id, DossierImportState.DISCARDED, clock.instant());
            }
            return moved;
        });
        if (mine) {
            ImportParts.delete(database, id, ImportParts.values());
        }
    }

    /** An import of the agency. */
    public Optional<DossierImport> find(long id, String agency) {
        return database.read(handle -> imports.find(handle, id))
                .filter(found -> found.agency().equals(agency));
    }

    /** A page of the agency's imports, newest first, of those whose number is below {@code before}. */
    public List<DossierImport> page(String agency, long before, int size) {
        return database.read(handle -> imports.page(handle, agency, before, size));
    }

    /** The job that works on the import, or did last. */
    public Optional<JobStatus> job(DossierImport of) {
        return of.job().flatMap(jobs::find);
    }

    /** The reasons after {@code place}, from -1 on, in the order of the file. */
    public List<ImportErrorLine> errors(long id, int place, int limit) {
        return database.read(handle -> errors.after(handle, id, place, limit));
    }

    /** The refused rows behind a line, as they came, in the order of the file. */
    public List<ImportText.Row> refused(long id, long line, int limit) {
        return database.read(handle -> rows.refused(handle, id, line, limit));
    }

    /** The dossiers of the import from behind a line, in the order of the file. */
    public List<ImportedDossier> dossiers(long id, long line, int limit) {
        return database.read(handle -> imported.page(handle, id, line, limit));
    }

    private DossierImport work(Work work, DossierImport on, String account) {
        long job = submit(work, on.id(), on.agency(), account);
        database.write(transaction -> {
            imports.job(transaction, on.id(), job);
            return job;
        });
        return again(on);
    }

    private long submit(Work work, long id, String agency, String account) {
        return jobs.submit(DossierImportJob.NAME, work.payload(id), Optional.of(agency), account);
    }

    private DossierImport again(DossierImport shown) {
        return database.read(handle -> imports.find(handle, shown.id())).orElseThrow();
    }

    private void letForgottenGo() {
        Instant before = clock.instant().minus(KEPT);
        for (long id : database.read(handle -> imports.forgotten(handle, before))) {
            database.write(transaction -> {
                imports.end(transaction, id, DossierImportState.DISCARDED, clock.instant());
                return id;
            });
            ImportParts.delete(database, id, ImportParts.values());
        }
    }
}
