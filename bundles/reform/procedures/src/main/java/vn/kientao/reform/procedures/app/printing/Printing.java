package vn.kientao.reform.procedures.app.printing;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.printing.PrintRun;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.printing.PrintRuns;

/** Has receipts of many dossiers printed in the background and hands them out, to whoever asked for them. */
@Component(service = Printing.class)
public final class Printing {
    private final Database database;
    private final Jobs jobs;
    private final PrintRuns runs = new PrintRuns();
    private final ImportFiles files = new ImportFiles(PrintRuns.FILES_OF);

    @Activate
    public Printing(@Reference Database database, @Reference Jobs jobs, @Reference ProcedureTables tables) {
        this.database = database;
        this.jobs = jobs;
    }

    /** Begins and returns the id of the run; a repetition with the same key answers with the run of the first. */
    public long begin(PrintRun wanted, Doer doer) {
        Optional<String> once = doer.onceKey().map(key -> doer.account() + " " + key);
        Optional<PrintRun> before =
                once.flatMap(key -> database.read(handle -> runs.byOnceKey(handle, wanted.agency(), key)));
        if (before.filter(run -> run.job() != 0).isPresent()) {
            return before.get().id();
        }
        // One that was kept and not begun is begun now; a job that runs twice prints once.
        long run = before.map(PrintRun::id)
                .orElseGet(() -> database.write(transaction -> runs.add(transaction, wanted, once)));
        long job = jobs.submit(PrintJob.NAME, "" + run, Optional.of(wanted.agency()), wanted.account());
        database.write(transaction -> {
            runs.printedBy(transaction, run, job);
            return job;
        });
        return run;
    }

    /** The run of this account at the agency. */
    public Optional<PrintRun> find(String agency, String account, long id) {
        return database.read(handle -> runs.find(handle, agency, id))
                .filter(run -> run.account().equals(account));
    }

    public Optional<JobStatus> job(PrintRun run) {
        return jobs.find(run.job());
    }

    /** The PDF of a part. */
    public InputStream file(PrintRun.Part part) {
        return files.open(database, part.id());
    }
}
