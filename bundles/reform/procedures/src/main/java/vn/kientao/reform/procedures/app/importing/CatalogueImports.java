package vn.kientao.reform.procedures.app.importing;

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
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.catalogue.ImportState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportErrors;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.catalogue.ImportStore;

/** Imports as people do them: hand in a file, see what it would do, then commit it or let it go. */
@Component(service = CatalogueImports.class)
public final class CatalogueImports {
    /** How long a file that nobody decides about is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final List<ImportState> UNDECIDED =
            List.of(ImportState.RECEIVING, ImportState.CHECKING, ImportState.CHECKED);

    private final Database database;
    private final Jobs jobs;
    private final Clock clock;
    private final ImportStore imports = new ImportStore();
    private final ImportFiles files = new ImportFiles(ImportStore.TABLE);
    private final ImportErrors errors = new ImportErrors(ImportStore.TABLE);

    @Activate
    public CatalogueImports(
            @Reference Database database,
            @Reference Jobs jobs,
            @Reference Clock clock,
            @Reference ProcedureTables tables) {
        this(database, jobs, clock);
    }

    /** For tests: the tables are there. */
    CatalogueImports(Database database, Jobs jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Keeps the file and begins the dry run. */
    public CatalogueImport receive(InputStream file, String fileName, long size, String agency, String account)
            throws IOException {
        letForgottenGo();
        long id = database.write(
                transaction -> imports.insert(transaction, account, agency, fileName, size, clock.instant()));
        files.keep(database, id, file);
        long job = jobs.submit(ImportJob.NAME, ImportJob.checking(id), Optional.of(agency), account);
        return database.write(transaction -> {
            imports.move(transaction, id, ImportState.RECEIVING, ImportState.CHECKING);
            imports.dryRunJob(transaction, id, job);
            return imports.find(transaction, id).orElseThrow();
        });
    }

    /**
     * Begins the commit of an import whose dry run has ended. A repetition changes nothing.
     *
     * @param acceptedOnly whether refused rows are left out; otherwise one refused row stops the commit
     */
    public CatalogueImport commit(CatalogueImport checked, boolean acceptedOnly, String account) {
        long id = checked.id();
        boolean mine = database.write(transaction -> imports.claimCommit(transaction, id, acceptedOnly));
        if (mine) {
            long job = jobs.submit(ImportJob.NAME, ImportJob.committing(id), Optional.of(checked.agency()), account);
            database.write(transaction -> {
                imports.commitJob(transaction, id, job);
                return job;
            });
        }
        return database.read(handle -> imports.find(handle, id)).orElseThrow();
    }

    /** Lets an import go that was not committed; nothing happens when it is being committed or has ended. */
    public void discard(long id) {
        if (letGo(id, ImportState.CHECKED) || letGo(id, ImportState.RECEIVING)) {
            end(id);
        }
    }

    private boolean letGo(long id, ImportState from) {
        return database.write(transaction -> imports.move(transaction, id, from, ImportState.DISCARDED));
    }

    /** The end is written last: whatever was interrupted before is found among the forgotten. */
    private void end(long id) {
        files.delete(database, id);
        database.write(transaction -> {
            imports.end(transaction, id, ImportState.DISCARDED, clock.instant());
            return id;
        });
    }

    /** An import of the agency. */
    public Optional<CatalogueImport> find(long id, String agency) {
        return database.read(handle -> imports.find(handle, id))
                .filter(found -> found.agency().equals(agency));
    }

    /** The newest imports of the agency, newest first. */
    public List<CatalogueImport> newest(String agency, int limit) {
        return database.read(handle -> imports.newest(handle, agency, limit));
    }

    /** The job that works on the import, or did last. */
    public Optional<JobStatus> job(CatalogueImport of) {
        return of.commitJob().or(of::dryRunJob).flatMap(jobs::find);
    }

    /** The reasons after {@code place}, from -1 on, in the order of the file. */
    public List<ImportErrorLine> errors(long id, int place, int limit) {
        return database.read(handle -> errors.after(handle, id, place, limit));
    }

    private void letForgottenGo() {
        Instant before = clock.instant().minus(KEPT);
        for (long id : database.read(handle -> imports.forgotten(handle, before))) {
            UNDECIDED.forEach(state -> letGo(id, state));
            if (database.read(handle -> imports.find(handle, id)).orElseThrow().state() == ImportState.DISCARDED) {
                end(id);
            }
        }
    }
}
